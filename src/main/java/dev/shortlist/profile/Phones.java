package dev.shortlist.profile;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds telephone numbers as written, and has libphonenumber say whether they can be.
final class Phones {
  private static final Pattern CANDIDATE =
      Pattern.compile(
          "(?<![\\p{L}\\d@/.#_=-])(?:\\+|00|\\(\\+?|)[\\d(](?:[\\d()]|[\\s\\p{Z}./‐‑–­-]{1,3}(?=[\\d(])){5,24}\\d(?![\\p{L}\\d@%])");
  private static final Pattern DATES =
      Pattern.compile(
          ".*(?<!\\d)(?:19|20)\\d\\d\\s{0,2}[-–—/­]\\s{0,2}(?:(?:19|20)?\\d\\d)(?!\\d).*|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|(?:19|20)\\d\\d[./-]\\d{1,2}[./-]\\d{1,2}.*|\\d{1,2}[./](?:19|20)\\d\\d.*");
  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)(?<![\\p{L}])(?:tel|phone|ph|mobile?|mob|cell|handy|telefon[oe]?|téléphone|telephone|móvil|movil|cellulare|mobiel|gsm|whatsapp|contact(?: no| number)?|fax|portable|puhelin|komórka|m|t|p|☎|✆|📞|📱)\\s?[.:#)]{0,2}\\s{0,3}\\(?\\+?$");
  // Plans of large countries: a number without country code is kept when one of them allows it.
  private static final List<String> PLANS =
      List.of("US", "GB", "DE", "FR", "IN", "ES", "IT", "NL", "PT", "PL", "BR", "CH", "AT", "BE");
  private static final int FEWEST = 7;
  private static final int MOST = 15;

  private Phones() {}

  /// Numbers in `row`.
  ///
  /// @param contact whether the row stands where people write how to reach them
  static List<Span> in(Row row, boolean contact, Set<String> regions) {
    var found = new ArrayList<Span>();
    String text = row.text();
    if (text.length() > 2000 || !hasEnoughDigits(text)) {
      return found;
    }
    Matcher candidate = CANDIDATE.matcher(text);
    while (candidate.find()) {
      var number = row.span().sub(candidate.start(), candidate.end());
      boolean labelled =
          LABEL
              .matcher(text.substring(Math.max(0, candidate.start() - 20), candidate.start()))
              .find();
      boolean international = number.text().startsWith("+") || number.text().startsWith("(+");
      if ((contact || labelled || international) && isPossible(number.text(), labelled, regions)) {
        found.add(trimmed(number));
      }
    }
    return found;
  }

  private static boolean hasEnoughDigits(String text) {
    int digits = 0;
    for (int i = 0; i < text.length() && digits < FEWEST; i++) {
      digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
    }
    return digits >= FEWEST;
  }

  /// Regions whose numbering plans are tried, those the CV hints at first.
  static Set<String> regions(List<String> hints) {
    var regions = new LinkedHashSet<>(hints);
    regions.addAll(PLANS);
    return regions;
  }

  static String digits(String number) {
    var digits = new StringBuilder();
    number.chars().filter(Character::isDigit).forEach(c -> digits.append((char) c));
    return digits.toString();
  }

  private static Span trimmed(Span number) {
    String text = number.text();
    boolean open = text.startsWith("(") && text.indexOf(')') < 0;
    return open ? number.sub(1, text.length()) : number;
  }

  private static boolean isPossible(String number, boolean labelled, Set<String> regions) {
    String digits = digits(number);
    if (digits.length() < FEWEST
        || digits.length() > MOST
        || (!labelled && isOtherNumber(number, digits))) {
      return false;
    }
    if (DATES.matcher(number).matches()) {
      return false;
    }
    var util = PhoneNumberUtil.getInstance();
    String clean = number.replace('­', '-');
    for (String region : regions) {
      try {
        if (util.isPossibleNumber(util.parse(clean, region.toUpperCase(Locale.ROOT)))) {
          return true;
        }
      } catch (NumberParseException _) {
        return labelled && digits.length() >= FEWEST;
      }
      if (number.startsWith("+")) {
        return labelled;
      }
    }
    return labelled;
  }

  /// A postal code, a year or a bare count has no separators and is short.
  private static boolean isOtherNumber(String number, String digits) {
    return !number.startsWith("+") && digits.length() < 9 && number.length() == digits.length();
  }
}
