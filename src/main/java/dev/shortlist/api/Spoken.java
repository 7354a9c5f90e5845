package dev.shortlist.api;

import dev.shortlist.translation.Translation;
import org.springframework.context.i18n.LocaleContextHolder;

/// What the core says, in the language the request accepts; English for those that name none.
final class Spoken {
  private Spoken() {}

  static String of(String english) {
    var asked = LocaleContextHolder.getLocaleContext();
    var language = asked == null ? null : asked.getLocale();
    return language == null ? english : Translation.into(language).of(english);
  }
}
