package dev.shortlist.web;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Principal;
import dev.shortlist.accounts.Role;
import dev.shortlist.candidate.Candidate;
import dev.shortlist.moving.Moving;
import dev.shortlist.opening.Consent;
import dev.shortlist.opening.Consents;
import dev.shortlist.opening.Sent;
import dev.shortlist.retention.RetentionRules;
import dev.shortlist.screening.StoredJobDescription;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// How long an account keeps what, what goes next, and taking all of it along or deleting it.
///
/// @param rules days by number of the job description
/// @param due what goes within the days looked ahead, the next first
/// @param sought what was looked for among candidates, empty for nothing
/// @param found who was found
/// @param receipted what was sent under the reference that was looked for, absent for none
/// @param moving the last import into the account, absent when there was none
record DataPage(
    Principal principal,
    RetentionRules.Rule rule,
    List<StoredJobDescription> jobs,
    SortedMap<Integer, Integer> rules,
    List<RetentionRules.Due> due,
    Instant now,
    String sought,
    List<Candidate> found,
    @Nullable Receipted receipted,
    @Nullable Moving moving,
    Said said) {
  static final int AHEAD = 30;

  boolean isOwner() {
    return principal.role() == Role.OWNER;
  }

  /// Whether the next clean-up takes it.
  boolean isOver(RetentionRules.Due one) {
    return !one.overAt().isAfter(now);
  }

  String reason(RetentionRules.Due one) {
    return Words.named("retention", one.reason());
  }

  /// What a person is called here, when no CV says a name.
  static String name(Candidate candidate) {
    var name = candidate.name();
    return name == null ? Texts.say("account.no-name") : name;
  }

  /// What somebody sent by a page to apply on, and what they agreed to.
  ///
  /// @param consent the text they agreed to
  record Receipted(Sent sent, String consent) {
    static Receipted of(Sent sent, Consents consents, AccountId account) {
      var arrival = sent.arrival();
      return new Receipted(
          sent,
          consents
              .find(account, arrival.language(), arrival.version())
              .map(Consent::text)
              .orElse(""));
    }
  }

  String title(int number) {
    return jobs.stream()
        .filter(job -> job.number() == number)
        .map(job -> job.content().title())
        .findFirst()
        .orElse("");
  }
}
