package dev.shortlist.web;

import dev.shortlist.translation.Translation;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

/// What the pages say, in the reader's language. A key is the name of its file and of the text in
/// it: `screening.all-files` is `all-files` of `texts/screening.properties`, in German that of
/// `texts/screening_de.properties`. The texts are patterns of [java.text.MessageFormat].
final class Texts {
  /// English first: every text is there.
  static final List<Locale> LANGUAGES = Translation.LANGUAGES;

  /// The files under `texts`, one for each part of the pages.
  static final List<String> FILES =
      List.of(
          "words",
          "layout",
          "start",
          "card",
          "job",
          "whatif",
          "pool",
          "screening",
          "candidate",
          "account",
          "operations",
          "apply",
          "mail");

  private static final MessageSource SOURCE = source();

  private Texts() {}

  /// The text `key` in the reader's language, with `values` in its places.
  ///
  /// @throws org.springframework.context.NoSuchMessageException if no file has it
  static String say(String key, Object... values) {
    return SOURCE.getMessage(key, values, locale());
  }

  /// What the core said, in the reader's language.
  static String core(String english) {
    return translation().of(english);
  }

  static Translation translation() {
    return Translation.into(locale());
  }

  /// The reader's language, which is one of [#LANGUAGES].
  static Locale locale() {
    return nearest(LocaleContextHolder.getLocale());
  }

  /// What `lang` of an HTML page says.
  static String language() {
    return locale().getLanguage();
  }

  static Locale nearest(Locale wanted) {
    return LANGUAGES.stream()
        .filter(language -> language.getLanguage().equals(wanted.getLanguage()))
        .findFirst()
        .orElse(Locale.ENGLISH);
  }

  private static MessageSource source() {
    var source = new ResourceBundleMessageSource();
    source.setBundleClassLoader(Texts.class.getClassLoader());
    source.setBasenames(
        FILES.stream().map(file -> "dev/shortlist/web/texts/" + file).toArray(String[]::new));
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    source.setAlwaysUseMessageFormat(true);
    return source;
  }
}
