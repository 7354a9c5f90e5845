package dev.shortlist.mail;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is filled into a template for each mail: `{name}`.
public enum Placeholder {
  /// The candidate's.
  NAME,
  /// Title of the job description.
  JOB,
  ORGANISATION,
  /// Where answers go.
  CONTACT,
  /// Who sends the mail.
  SENDER,
  /// Of the application, on its receipt.
  REFERENCE;

  private static final Pattern USED = Pattern.compile("\\{([^{}\\n]{0,40})}");

  /// As templates have it: `{name}`.
  public String token() {
    return "{" + name().toLowerCase(Locale.ROOT) + "}";
  }

  /// Those that stand in `text`.
  ///
  /// @throws TemplateRefused if there is one that is none of `allowed`
  static Set<Placeholder> in(String text, Set<Placeholder> allowed) {
    var used = EnumSet.noneOf(Placeholder.class);
    var matcher = USED.matcher(text);
    while (matcher.find()) {
      String token = matcher.group();
      used.add(
          of(token)
              .filter(allowed::contains)
              .orElseThrow(() ->
                  new TemplateRefused(
                      "There is no placeholder %s here: use %s."
                          .formatted(
                              token,
                              allowed.stream()
                                  .map(Placeholder::token)
                                  .collect(Collectors.joining(", "))))));
    }
    return used;
  }

  /// `text` with `values` in it; what has no value stays as it is.
  static String fill(String text, Map<Placeholder, String> values) {
    return USED.matcher(text)
        .replaceAll(found ->
            Matcher.quoteReplacement(of(found.group()).map(values::get).orElse(found.group())));
  }

  private static Optional<Placeholder> of(String token) {
    return Arrays.stream(values()).filter(one -> one.token().equals(token)).findFirst();
  }
}
