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
  private static final Pattern CODE = Pattern.compile("[A-Z]{2}(?:[ ,]+\\d{5})?|[A-Z]\\.[A-Z]\\.?");
  private static final Pattern REMOTE =
      Pattern.compile("(?i)(?:fully )?(?:remote|hybrid|on-?site|home ?office|télétravail)");
  private static final Pattern TOWN =
      Pattern.compile("\\p{Lu}[\\p{L}.'’\\- ]{1,30}(?:\\s\\d{1,6})?");
  private static final Pattern TAIL =
      Pattern.compile(
          "(?:^|[,\\-–—|(]\\s{0,3}|\\s{2,})(\\p{Lu}[\\p{L}.'’\\-]{1,20}(?:\\s\\p{Lu}[\\p{L}.'’\\-]{1,20}){0,2}\\s?,\\s?"
              + "([\\p{L}.'’ \\-]{2,30}))[)]?$");

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
    if (REMOTE.matcher(text).matches() || isCountry(text)) {
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
    return CODE.matcher(text).matches()
        || isCountry(text)
        || STATES.contains(Vocabulary.fold(text).strip());
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
