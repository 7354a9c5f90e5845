package dev.shortlist.web;

import dev.shortlist.accounts.Balance;
import dev.shortlist.accounts.Principal;
import dev.shortlist.calls.Spending;
import dev.shortlist.figures.Usage;
import dev.shortlist.tasks.Engine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How the engine stands over all accounts, and what this account had done in 30 days.
///
/// @param self the node that answers
/// @param sum of the 30 days
/// @param cvs a column a day
/// @param month calls of language models in this calendar month
/// @param money a column a day
record OperationsPage(
    Principal principal,
    String self,
    List<Engine.LaneStatus> lanes,
    List<Engine.NodeStatus> nodes,
    Usage.Sum sum,
    Columns cvs,
    Spending.Sum month,
    Columns money,
    Balance balance,
    List<Usage.Failure> failures,
    Instant now) {
  private static final Duration SILENCE = Duration.ofSeconds(30);

  /// Whether the node has shown that it lives.
  boolean isAlive(Engine.NodeStatus node) {
    return Duration.between(node.seenAt(), now).compareTo(SILENCE) < 0;
  }

  static String mean(Usage.Work work) {
    return Words.decimal((double) work.total().toMillis() / work.cvs());
  }
}
