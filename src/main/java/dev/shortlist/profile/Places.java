package dev.shortlist.profile;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Recognises places by countries, by the states that stand behind a town, and by their shape.
final class Places {
  private static final Set<String> COUNTRIES = countries();
  private static final Set<String> STATES =
      Set.of(
          "alabama",
          "alaska",
          "arizona",
          "arkansas",
          "california",
          "colorado",
          "connecticut",
          "delaware",
          "florida",
          "georgia",
          "hawaii",
          "idaho",
          "illinois",
          "indiana",
          "iowa",
          "kansas",
          "kentucky",
          "louisiana",
          "maine",
          "maryland",
          "massachusetts",
          "michigan",
          "minnesota",
          "mississippi",
          "missouri",
          "montana",
          "nebraska",
          "nevada",
          "new hampshire",
          "new jersey",
          "new mexico",
          "new york",
          "north carolina",
          "north dakota",
          "ohio",
          "oklahoma",
          "oregon",
          "pennsylvania",
          "rhode island",
          "south carolina",
          "south dakota",
          "tennessee",
          "texas",
          "utah",
          "vermont",
          "virginia",
          "washington",
          "west virginia",
          "wisconsin",
          "wyoming",
          "ontario",
          "quebec",
          "british columbia",
          "alberta",
          "karnataka",
          "maharashtra",
          "tamil nadu",
          "telangana",
          "andhra pradesh",
          "kerala",
          "gujarat",
          "haryana",
          "punjab",
          "rajasthan",
          "uttar pradesh",
          "madhya pradesh",
          "west bengal",
          "bihar",
          "odisha",
          "orissa",
          "assam",
          "jharkhand",
          "chhattisgarh",
          "uttarakhand",
          "himachal pradesh",
          "goa",
          "delhi",
          "new south wales",
          "victoria",
          "queensland",
          "bayern",
          "hessen",
          "sachsen",
          "nordrhein-westfalen",
          "baden-wurttemberg");
  private static final Set<String> CODES =
      Set.of(
          ("AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM"
                  + " NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY ON QC BC AB MB SK NS NB")
              .split(" "));
  private static final Pattern CODE = Pattern.compile("[A-Z]{2}(?:[ ,]+\\d{5})?|[A-Z]\\.[A-Z]\\.?");
  private static final Pattern REMOTE =
      Pattern.compile("(?i)(?:fully )?(?:remote|hybrid|on-?site|home ?office|télétravail)");
  private static final Pattern TOWN =
      Pattern.compile("\\p{Lu}[\\p{L}.'’\\- ]{1,30}(?:\\s\\d{1,6})?");
  private static final Pattern TAIL =
      Pattern.compile(
          "(?:^|[,\\-–—|(]\\s{0,3}|\\s{2,})(\\p{Lu}[\\p{L}.'’\\-]{1,20}(?:\\s\\p{Lu}[\\p{L}.'’\\-]{1,20}){0,2}\\s?,\\s?"
              + "([\\p{L}.'’ \\-]{2,30}))[)]?$");

  // CVs that were made nameless say `City, State` where a place stood.
  private static final Pattern NAMELESS =
      Pattern.compile(
          "(?<!\\p{L})City\\s?,\\s?State(?:\\s?,\\s?(?:United States|USA?))?(?!\\p{L})");
  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?:^|\\s)(\\p{Lu}[\\p{L}.'’\\-]{2,20}\\s?,\\s?(\\p{Lu}{2}|\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+)?))\\s+(?=\\p{Lu})");

  private Places() {}

  /// Whether the whole of `text` reads like a place: a town with its state or country, or one of
  /// these alone. What stands before the town of three parts may be anything.
  static boolean is(String text) {
    int comma = text.indexOf(',');
    int last = text.lastIndexOf(',');
    boolean between = comma < last && !isRegion(text.substring(comma + 1, last).strip());
    return !between && isAddress(text);
  }

  /// Whether `text` reads like a place, where nothing but a place is expected.
  static boolean isAddress(String text) {
    if (text.length() > 60 || text.isEmpty()) {
      return false;
    }
    if (REMOTE.matcher(text).matches() || isCountry(text) || NAMELESS.matcher(text).matches()) {
      return true;
    }
    int comma = text.lastIndexOf(',');
    if (comma <= 0) {
      return false;
    }
    String last = text.substring(comma + 1).strip();
    String before = text.substring(0, comma).strip();
    return isRegion(last) && isTown(before);
  }

  /// A town with its state or country at the end of `text`, absent when there is none.
  static @Nullable Span tail(Span text) {
    if (text.text().length() > 200) {
      return null;
    }
    Matcher found = TAIL.matcher(text.text());
    return found.find() && isRegion(found.group(2).strip())
        ? text.sub(found.start(1), found.end(1)).strip()
        : null;
  }

  /// A town with its state or country in `text`: at its end, or before a post, as in `Acme Foods
  /// Portland, OR Shift Supervisor`; absent when there is none.
  static @Nullable Span within(Span text) {
    var nameless = NAMELESS.matcher(text.text());
    if (nameless.find()) {
      return text.sub(nameless.start(), nameless.end());
    }
    var tail = tail(text);
    return tail == null ? beforePost(text) : tail;
  }

  private static @Nullable Span beforePost(Span text) {
    var between = BETWEEN.matcher(text.text());
    for (int from = 0; between.find(from); from = between.start(1) + 1) {
      boolean state = CODES.contains(between.group(2)) || isState(between.group(2));
      if (state
          && Titles.post(text.text().substring(0, between.end(1))) < 0.5
          && Titles.post(text.text().substring(between.end())) >= 0.8) {
        return text.sub(between.start(1), between.end(1));
      }
    }
    return null;
  }

  /// Index after the first town and state between `from` and `to` that more words follow, -1 when
  /// there is none.
  static int endBefore(String text, int from, int to) {
    int end = Math.min(to, text.length());
    var nameless = NAMELESS.matcher(text).region(from, end).useTransparentBounds(true);
    if (nameless.find()) {
      return nameless.end();
    }
    var between = BETWEEN.matcher(text).useTransparentBounds(true);
    int at = from;
    while (between.region(at, end).find()) {
      String region = between.group(2);
      if (CODES.contains(region) || isState(region) || isCountry(region)) {
        return between.end(1);
      }
      at = between.start(1) + 1;
    }
    return -1;
  }

  /// Whether `text` is built like the name of a town: one to three words with capitals.
  static boolean isTownLike(String text) {
    return text.indexOf(',') < 0
        && text.length() <= 30
        && Text.words(text) <= 3
        && TOWN.matcher(text).matches()
        && isTown(text);
  }

  static boolean isCountry(String text) {
    return COUNTRIES.contains(Vocabulary.fold(text).replace(".", "").strip());
  }

  private static boolean isRegion(String text) {
    return CODE.matcher(text).matches() || isCountry(text) || isState(text);
  }

  private static boolean isState(String text) {
    return STATES.contains(Vocabulary.fold(text).strip());
  }

  private static boolean isTown(String text) {
    for (String part : text.split("[,/&]", 4)) {
      if (!TOWN.matcher(part.strip()).matches() || Titles.organisation(part) > 0) {
        return false;
      }
    }
    return Titles.post(text) < 0.8;
  }

  private static Set<String> countries() {
    var names = new HashSet<String>();
    for (String country : Locale.getISOCountries()) {
      for (String language : List.of("en", "de", "fr", "es", "it", "nl", "pt")) {
        names.add(Vocabulary.fold(Locale.of("", country).getDisplayCountry(Locale.of(language))));
      }
    }
    names.addAll(
        List.of(
            "usa",
            "us",
            "uk",
            "uae",
            "united states of america",
            "england",
            "scotland",
            "wales",
            "south korea",
            "s korea",
            "skorea",
            "korea",
            "republic of korea",
            "russia",
            "czech republic",
            "holland",
            "the netherlands",
            "turkey",
            "turkiye",
            "ivory coast",
            "deutschland"));
    return Set.copyOf(names);
  }
}
