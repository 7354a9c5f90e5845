package dev.shortlist.web;

import dev.shortlist.blind.Reveal;
import dev.shortlist.deciding.Decision;
import dev.shortlist.mail.OutboxLine;
import dev.shortlist.notify.Email;
import dev.shortlist.opening.Arrival;
import dev.shortlist.screening.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of a candidate's history.
///
/// @param by what who did it is called
/// @param words what was said about it, may be empty
/// @param tone style of the line
record Happening(Instant at, String by, String what, String words, String tone) {

  static Happening of(Decision decision, String by) {
    var said =
        decision.score() == null || decision.verdict() == null
            ? ""
            : Texts.say("candidate.history.score", decision.score());
    String words =
        decision.reason().isEmpty() || said.isEmpty()
            ? decision.reason() + said
            : decision.reason() + " \u00b7 " + said;
    return new Happening(
        decision.at(), by, verdict(decision.verdict()), words, tone(decision.verdict()));
  }

  static Happening of(Reveal reveal, String by) {
    return new Happening(
        reveal.at(),
        by,
        reveal.shown()
            ? Texts.say("candidate.history.shown")
            : Texts.say("candidate.history.hidden"),
        reveal.application() == null ? Texts.say("candidate.history.whole") : "",
        "");
  }

  /// A mail, or what became of it.
  static Happening of(OutboxLine mail, String by) {
    String what =
        switch (mail.state()) {
          case QUEUED, SENDING -> "QUEUED";
          case SENT -> "SENT";
          case CANCELLED -> "CANCELLED";
          case FAILED -> "FAILED";
          case BOUNCED -> "BOUNCED";
        };
    return new Happening(
        mail.sentAt() == null ? mail.createdAt() : mail.sentAt(),
        by,
        Texts.say("mail.happened." + what, OutboxPage.kind(mail)),
        OutboxPage.trouble(mail),
        mail.state() == Email.State.FAILED || mail.state() == Email.State.BOUNCED ? "poor" : "");
  }

  /// How the application came, by a page to apply on.
  static Happening of(Arrival arrival) {
    return new Happening(
        arrival.at(),
        arrival.reference(),
        Texts.say("mail.happened.arrived"),
        Texts.say("mail.happened.agreed", arrival.version(), arrival.language()),
        "");
  }

  /// What was decided, in words.
  static String verdict(@Nullable Verdict verdict) {
    return verdict == null
        ? Texts.say("candidate.verdict.none")
        : Texts.say("candidate.verdict." + verdict.name());
  }

  static String tone(@Nullable Verdict verdict) {
    return switch (verdict) {
      case null -> "";
      case SHORTLISTED -> "good";
      case ON_HOLD -> "warn";
      case REJECTED -> "poor";
    };
  }
}
