package dev.shortlist.web;

import dev.shortlist.accounts.Principal;
import dev.shortlist.mail.Letterhead;
import dev.shortlist.mail.MailKind;
import dev.shortlist.mail.MailTemplate;
import dev.shortlist.mail.Placeholder;
import dev.shortlist.opening.Consent;
import dev.shortlist.opening.ConsentVersion;
import java.util.List;
import java.util.Locale;

/// What candidates are told.
///
/// @param template the one that is looked at
/// @param consent in the language that is looked at
/// @param versions of what applicants agreed to at some time, in all languages
/// @param from the address mails come from, empty when mail is not set up
record MailSettingsPage(
    Principal principal,
    Letterhead letterhead,
    MailTemplate template,
    Consent consent,
    List<ConsentVersion> versions,
    String from,
    Said said) {

  List<String> placeholders() {
    return template.kind().placeholders().stream().map(Placeholder::token).toList();
  }

  /// The page for another template.
  static String at(MailKind kind, String language) {
    return "/settings/mail?kind=%s&language=%s#template".formatted(kind, language);
  }

  /// What a language calls itself.
  static String called(String language) {
    var locale = Locale.of(language);
    return locale.getDisplayLanguage(locale);
  }
}
