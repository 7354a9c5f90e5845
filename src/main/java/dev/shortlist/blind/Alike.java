package dev.shortlist.blind;

import dev.shortlist.profile.Fact;
import dev.shortlist.profile.Profile;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Knows words of a scan that may be a word of the name, an address or a number, wrongly read:
/// `Hoit` for `Holt`, `mira©example`, `O17l 2345`. The picture shows what was written, so these
/// must not be seen on it.
final class Alike {
  private static final int SHORTEST = 3;
  private static final int LONG = 7;
  private static final int WITHIN = 4;
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

  /// Digits and letters that are taken for digits.
  private static final Pattern DIGITS = Pattern.compile("[\\dOoIl|SB()+/.,\u2013-]{5,}");

  private static final Pattern DATES =
      Pattern.compile(
          "\\(?(?:\\d{1,2}[./-])*(?:19|20)\\d\\d(?:[/\u2013-](?:\\d{1,2}[./])?(?:\\d\\d|\\d{4}))?[).,]*");
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,3}(?:[.,]\\d{3})+[.,+)]*");
  private static final int LEAST_DIGITS = 4;
  private static final Pattern ADDRESS =
      Pattern.compile(".*[@\u00a9\u00ae].*|.*www.*|.*\\.(?:com|de|org|net|fr).*");

  private final List<String> names;

  private Alike(List<String> names) {
    this.names = List.copyOf(names);
  }

  static Alike of(Profile profile) {
    String name = Fact.valueOf(profile.contact().name());
    return new Alike(
        name == null
            ? List.of()
            : Stream.of(NO_LETTERS.split(name))
                .map(Alike::plain)
                .filter(word -> word.length() >= SHORTEST)
                .toList());
  }

  boolean mayTell(String word) {
    String plain = NO_LETTERS.matcher(plain(word)).replaceAll("");
    return names.stream().anyMatch(name -> isLike(plain, name, word))
        || ADDRESS.matcher(word.toLowerCase(Locale.ROOT)).matches()
        || mayBeNumber(word);
  }

  private static boolean isLike(String word, String name, String written) {
    if (name.length() >= WITHIN && word.contains(name)) {
      return true;
    }
    boolean isShort = name.length() <= WITHIN;
    if (isShort && (word.length() != name.length() || !Character.isUpperCase(written.charAt(0)))) {
      return false;
    }
    return distance(word, name) <= (name.length() >= LONG ? 2 : 1);
  }

  private static boolean mayBeNumber(String word) {
    return DIGITS.matcher(word).matches()
        && word.chars().filter(Character::isDigit).count() >= LEAST_DIGITS
        && !DATES.matcher(word).matches()
        && !AMOUNT.matcher(word).matches();
  }

  /// Without accents and case, and with one letter for all that look like it.
  private static String plain(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[l1|!]", "i")
        .replace('0', 'o')
        .replace('5', 's')
        .replace("rn", "m")
        .replace("ci", "d")
        .replace("vv", "w");
  }

  /// The fewest letters to change, add or leave out, up to 3.
  private static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 2) {
      return 3;
    }
    var above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      var row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[b.length()];
  }
}
