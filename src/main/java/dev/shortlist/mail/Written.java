package dev.shortlist.mail;

import dev.shortlist.blind.Mask;
import dev.shortlist.notify.Email.Message;
import dev.shortlist.screening.ApplicationId;
import java.util.EnumMap;
import java.util.Map;

/// A mail to one candidate as it will be sent.
///
/// @param values what is filled in
record Written(
    Draft draft, Map<Placeholder, String> values, MailTemplate template, Letterhead letterhead) {
  private static final String COVER = String.valueOf(Mask.COVER).repeat(6);

  /// As whoever sends it may see it.
  Draft seen() {
    if (draft.shown()) {
      return draft;
    }
    var covered = new EnumMap<>(values);
    covered.computeIfPresent(Placeholder.NAME, (key, name) -> name.isEmpty() ? "" : COVER);
    return new Draft(
        draft.application(),
        draft.number(),
        false,
        draft.recipient().isEmpty() ? "" : COVER,
        Placeholder.fill(template.subject(), covered),
        Placeholder.fill(template.body(), covered),
        draft.hindrances());
  }

  /// @param by who has it sent
  Message message(String by) {
    return message(template, draft.recipient(), values, letterhead, draft.application(), by);
  }

  static Message message(
      MailTemplate template,
      String recipient,
      Map<Placeholder, String> values,
      Letterhead letterhead,
      ApplicationId application,
      String by) {
    return new Message(
        template.kind().category(),
        recipient,
        Placeholder.fill(template.subject(), values),
        Placeholder.fill(template.body(), values) + "\n",
        letterhead.organisation(),
        letterhead.contact().isEmpty() ? null : letterhead.contact(),
        application,
        by);
  }
}
