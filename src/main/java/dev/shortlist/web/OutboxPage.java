package dev.shortlist.web;

import dev.shortlist.mail.OutboxLine;
import dev.shortlist.notify.Email;
import dev.shortlist.notify.Email.State;
import dev.shortlist.screening.ScreeningId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The mails of the account.
///
/// @param show which part of them
/// @param numbers of the screenings they are about
/// @param more whether there are older ones
/// @param setUp whether mail can be sent
/// @param maySend whether the reader may withdraw and send
/// @param sent how many were queued just now, less than 0 when none were to be
/// @param not how many were not
record OutboxPage(
    Part show,
    List<OutboxLine> lines,
    Map<ScreeningId, Integer> numbers,
    boolean more,
    boolean setUp,
    boolean maySend,
    Instant now,
    int sent,
    int not) {

  /// What is shown.
  enum Part {
    WAITING(EnumSet.of(State.QUEUED)),
    FAILED(EnumSet.of(State.FAILED, State.BOUNCED, State.SENDING)),
    SENT(EnumSet.of(State.SENT)),
    ALL(EnumSet.allOf(State.class));

    @SuppressWarnings("ImmutableEnumChecker") // nobody changes it
    private final Set<State> states;

    Part(Set<State> states) {
      this.states = states;
    }

    Set<State> states() {
      return EnumSet.copyOf(states);
    }
  }

  /// Who gets it, as it may be seen.
  static String called(OutboxLine line) {
    if (!line.recipient().isEmpty()) {
      return line.recipient();
    }
    return line.application() == null
        ? Texts.say("mail.somebody")
        : Texts.say("candidate.hidden-name", line.number());
  }

  /// The candidate's page; empty when it is nobody's.
  String path(OutboxLine line) {
    return line.application() == null
        ? ""
        : "/screenings/%d/applications/%s"
            .formatted(numbers.get(Objects.requireNonNull(line.screening())), line.application());
  }

  /// `Invite`; what another program calls it, where it does.
  static String kind(OutboxLine line) {
    return switch (line.category()) {
      case "invite", "hold", "ask", "decline", "received" ->
          Texts.say("mail.kind." + line.category().toUpperCase(Locale.ROOT));
      default -> line.category();
    };
  }

  /// How far it is, in words.
  String state(OutboxLine line) {
    return switch (line.state()) {
      case QUEUED -> waiting(line);
      case SENDING -> Texts.say("mail.state.SENDING");
      case SENT -> Texts.say("mail.state.SENT", Words.when(Objects.requireNonNull(line.sentAt())));
      case FAILED -> Texts.say("mail.state.FAILED");
      case CANCELLED -> Texts.say("mail.state.CANCELLED");
      case BOUNCED -> Texts.say("mail.state.BOUNCED");
    };
  }

  /// Why it was not sent, or came back; empty when nothing is wrong.
  static String trouble(OutboxLine line) {
    var bounce = line.bounce();
    if (bounce == null) {
      return line.error();
    }
    String why = Texts.say("mail.bounce." + bounce.cause().name(), bounce.status());
    return switch (bounce.kind()) {
      case DELAYED -> Texts.say("mail.bounce.DELAYED", why);
      case SOFT -> Texts.say("mail.bounce.SOFT", why);
      case HARD -> Texts.say("mail.bounce.HARD", why);
    };
  }

  private String waiting(OutboxLine line) {
    if (!line.sendAfter().isAfter(now)) {
      return Texts.say("mail.state.next");
    }
    String left = Words.remaining(Duration.between(now, line.sendAfter()));
    return line.attempts() == 0
        ? Texts.say("mail.state.waits", left)
        : Texts.say("mail.state.again", left);
  }

  static String tone(OutboxLine line) {
    return switch (line.state()) {
      case QUEUED -> line.attempts() == 0 ? "fair" : "warn";
      case SENDING -> "warn";
      case SENT -> line.bounce() == null ? "good" : "warn";
      case FAILED, BOUNCED -> "poor";
      case CANCELLED -> "";
    };
  }

  static boolean canWithdraw(OutboxLine line) {
    return line.state() == Email.State.QUEUED;
  }

  static boolean canGoAgain(OutboxLine line) {
    return switch (line.state()) {
      case FAILED, BOUNCED, SENDING -> true;
      case QUEUED, SENT, CANCELLED -> false;
    };
  }
}
