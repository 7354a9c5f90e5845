package dev.shortlist.web;

import dev.shortlist.mail.Draft;
import dev.shortlist.mail.MailKind;
import dev.shortlist.mail.MailTemplate;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Screening;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Mails to candidates before they are sent.
///
/// @param template as it would be sent
/// @param drafts to everybody in the list, as they may be seen
/// @param chosen who is ticked
/// @param named who was asked for, none when everybody with the fitting decision was
/// @param setUp whether mail can be sent
/// @param lettered whether the account has said who writes
/// @param maySend whether the reader may
/// @param undo how long a mail can be taken back
/// @param trouble what is wrong, empty when nothing is
record ComposePage(
    Screening screening,
    MailTemplate template,
    List<Draft> drafts,
    Set<ApplicationId> chosen,
    List<ApplicationId> named,
    boolean setUp,
    boolean lettered,
    boolean maySend,
    Duration undo,
    String trouble) {

  String path() {
    return "/screenings/%d/mails".formatted(screening.number());
  }

  /// The page for another kind or language, to the same people.
  String path(MailKind kind, String language) {
    return path()
        + "?kind=%s&language=%s".formatted(kind, language)
        + named.stream().map(id -> "&application=" + id).collect(Collectors.joining());
  }

  /// What a candidate is called.
  static String called(Draft draft) {
    if (!draft.shown()) {
      return Texts.say("candidate.hidden-name", draft.number());
    }
    return draft.recipient().isEmpty()
        ? Texts.say("candidate.hidden-name", draft.number())
        : draft.recipient();
  }

  /// How long it can be taken back, in words.
  String undoWords() {
    return undo.toHours() > 0
        ? Words.count(undo.toHours(), "hour")
        : Words.count(undo.toMinutes(), "minute");
  }
}
