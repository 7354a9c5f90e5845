package dev.shortlist.profile;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Rows of a CV written like a form: `Company: Copper Mill`, `Designation - Loom Fitter`.
final class Labels {
  private static final int LONGEST = 90;
  private static final int MOST_WORDS = 10;
  private static final int REACH = 12;
  private static final int LONGEST_LABEL = 40;

  private static final String SIGN = "\\s{0,2}\\.?(?:\\s?:|\\s?[-–—](?=\\s))\\s{0,3}(?:[-–—]\\s)?";

  /// A label that says that an organisation follows.
  private static final Pattern ORGANISATION =
      Pattern.compile(
          "(?i)^(?:(?:name of (?:the )?)?(?:company|organi[sz]ation|employer)(?:(?:'s|’s)? name(?=\\s?:))?|firma|arbeitgeber|entreprise|employeur|empresa|empleador|azienda|datore di lavoro|werkgever|bedrijf)"
              + SIGN
              + "(?=[\\p{L}\\d\"])");

  private static final Pattern TITLE =
      Pattern.compile(
          "(?i)^(?:(?:current |last )?(?:role|designation|position|post)(?: held)?|job (?:title|role|position|profile)|title|funktion|stellenbezeichnung|poste|fonction|puesto|cargo|ruolo|qualifica|mansione|functie)"
              + SIGN
              + "(?=\\p{L})");

  /// What somebody worked on, or for whom, at the organisation named above.
  private static final Pattern PROJECT =
      Pattern.compile("(?i)^(?:client|customer|project(?: name| title)?)" + SIGN);

  private static final Pattern CLIENT = Pattern.compile("(?i)^(?:client|customer)" + SIGN);

  private static final Pattern ANY =
      Pattern.compile(
          "^(?i:company|organi[sz]ation|employer|client|firma|arbeitgeber|entreprise|empresa|azienda|role|designation|position|job title|title|post|location|place|period|duration|tenure|from|project name|project)"
              + SIGN
              + "|^(?i:role|designation|duration|period)-(?=\\p{Lu})");

  private static final Pattern DEED =
      Pattern.compile("(?i)^(?:\\S+(?:ed|ing)|responsible|the|to|i)\\s");

  private Labels() {}

  /// Whether `row` says with a label which organisation it is.
  static boolean isOrganisation(Row row) {
    int end = organisationEnd(row.text());
    if (end < 0) {
      return false;
    }
    String name = row.text().substring(end);
    int words = Text.words(name);
    return words <= MOST_WORDS
        && name.length() <= LONGEST
        && (words < MOST_WORDS / 2 || !Text.isMostlyLower(name));
  }

  /// `company - Acme Ltd`
  static boolean is(String text) {
    return end(text) > 0;
  }

  /// Index after the label at the start of `text`, 0 when there is none.
  static int end(String text) {
    if (!mayBe(text)) {
      return 0;
    }
    var label = ANY.matcher(text);
    int any = label.find() ? label.end() : 0;
    return Math.max(any, Math.max(organisationEnd(text), titleEnd(text)));
  }

  /// Whether `text` says with a label what was worked on, or for whom.
  static boolean isProject(String text) {
    return mayBe(text) && PROJECT.matcher(text).find();
  }

  /// Whether `text` says with a label for whom something was done.
  static boolean isClient(String text) {
    return mayBe(text) && CLIENT.matcher(text).find();
  }

  /// Whether a sign stands near the start of `text` that parts a label from what it says; most have
  /// none.
  private static boolean mayBe(String text) {
    for (int i = 3; i < text.length() && i < LONGEST_LABEL; i++) {
      if (text.charAt(i) == ':' || Dashes.is(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /// Index after the label of an organisation at the start of `text`, -1 when there is none.
  static int organisationEnd(String text) {
    if (!mayBe(text)) {
      return -1;
    }
    var label = ORGANISATION.matcher(text);
    return label.find() ? label.end() : -1;
  }

  /// Index after the label of a post at the start of `text`, -1 when no post follows.
  static int titleEnd(String text) {
    if (!mayBe(text)) {
      return -1;
    }
    var label = TITLE.matcher(text);
    if (!label.find()) {
      return -1;
    }
    String title = text.substring(label.end());
    boolean brief = Text.words(title) <= MOST_WORDS && title.length() <= LONGEST;
    boolean named =
        Titles.post(title) >= 0.5
            || (Text.words(title) <= 5 && !Text.isMostlyLower(title) && !title.endsWith("."));
    return brief && named && !DEED.matcher(title).find() ? label.end() : -1;
  }

  // `Designation: Loom Fitter March 2015 to June 2019`
  private static int beforeDate(Row row, int from) {
    return row.dates().stream()
        .mapToInt(date -> date.from() - row.span().start())
        .filter(at -> at > from)
        .min()
        .orElse(row.text().length());
  }

  /// The post that one of the first of `rows` names with a label.
  static @Nullable Span title(List<Row> rows) {
    for (var row : rows.subList(0, Math.min(REACH, rows.size()))) {
      int end = titleEnd(row.text());
      if (end > 0) {
        return row.span().sub(end, beforeDate(row, end)).strip();
      }
    }
    return null;
  }
}
