package dev.shortlist.mail;

import java.util.Set;

/// What mails of a kind say, with placeholders.
///
/// @param language `en`, `de` or `fr`
/// @param own whether the account wrote it; else it is the program's
public record MailTemplate(
    MailKind kind, String language, String subject, String body, boolean own) {
  static final int LONGEST_SUBJECT = 200;
  static final int LONGEST_BODY = 20_000;

  /// The same kind of mail in other words.
  ///
  /// @throws TemplateRefused if there is nothing in it, too much, or a placeholder nobody knows
  public MailTemplate saying(String subject, String body) {
    var changed =
        new MailTemplate(kind, language, subject.strip(), body.replace("\r\n", "\n").strip(), true);
    changed.used();
    return changed;
  }

  /// The placeholders in it.
  ///
  /// @throws TemplateRefused if the template cannot be used
  Set<Placeholder> used() {
    if (subject.isBlank() || body.isBlank()) {
      throw new TemplateRefused("A mail needs a subject and a text.");
    }
    if (subject.length() > LONGEST_SUBJECT || body.length() > LONGEST_BODY) {
      throw new TemplateRefused(
          "The subject may have %d characters and the text %d."
              .formatted(LONGEST_SUBJECT, LONGEST_BODY));
    }
    if (subject.lines().count() > 1) {
      throw new TemplateRefused("The subject is one line.");
    }
    return Placeholder.in(subject + "\n" + body, kind.placeholders());
  }
}
