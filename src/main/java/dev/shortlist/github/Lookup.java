package dev.shortlist.github;

import java.time.Instant;

/// What is known of the GitHub account a CV names.
public sealed interface Lookup {

  /// The account's name, in lower case as long as GitHub was not asked.
  String login();

  /// GitHub is still to be asked.
  record Waiting(String login) implements Lookup {}

  /// Nothing is known.
  record NotKnown(String login, Skipped why) implements Lookup {}

  /// GitHub answered.
  ///
  /// @param at when it did
  record Known(PublicWork work, Instant at) implements Lookup {
    @Override
    public String login() {
      return work.login();
    }
  }
}
