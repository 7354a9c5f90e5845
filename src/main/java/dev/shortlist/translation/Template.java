package dev.shortlist.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A text with places. `{0}` takes words without a colon, `“{0}”` a quote, `{0#}` a number, `{0,}`
/// a list.
///
/// Its places are numbered as they come.
///
/// @param before what stands before the first place
/// @param after what stands behind the last one
/// @param letters number of letters that are not in a place
record Template(
    String before, String after, Pattern pattern, List<Kind> kinds, int letters, String text) {
  Template {
    kinds = List.copyOf(kinds);
  }

  private static final Pattern PLACE = Pattern.compile("(“?)\\{(\\d)([#,]?)\\}");

  enum Kind {
    WORDS,
    QUOTE,
    NUMBER,
    LIST
  }

  /// What stands in a place.
  record Place(Kind kind, String words) {}

  static Template of(String english, String text) {
    var pattern = new StringBuilder();
    var kinds = new ArrayList<Kind>();
    int from = 0;
    var places = PLACE.matcher(english);
    while (places.find()) {
      var kind = kind(places);
      kinds.add(kind);
      pattern.append(Pattern.quote(english.substring(from, places.start()) + places.group(1)));
      pattern.append(
          switch (kind) {
            case NUMBER -> "([\\d.,]+)";
            case WORDS -> "((?:(?!: ).)+?)";
            case QUOTE, LIST -> "(.+?)";
          });
      from = places.end();
    }
    pattern.append(Pattern.quote(english.substring(from)));
    return new Template(
        english.split("\\{", 2)[0],
        english.substring(from),
        Pattern.compile(pattern.toString(), Pattern.DOTALL),
        kinds,
        (int) PLACE.matcher(english).replaceAll("").chars().filter(Character::isLetter).count(),
        text);
  }

  private static Kind kind(MatchResult place) {
    if (!place.group(1).isEmpty()) {
      return Kind.QUOTE;
    }
    return switch (place.group(3)) {
      case "#" -> Kind.NUMBER;
      case "," -> Kind.LIST;
      default -> Kind.WORDS;
    };
  }

  /// Whether a text can be known by it.
  boolean tells() {
    return letters > 0 && !kinds.isEmpty();
  }

  /// What stands in the places of `said`, in their order; empty when it is another text.
  Optional<List<Place>> places(String said) {
    if (!said.startsWith(before) || !said.endsWith(after)) {
      return Optional.empty();
    }
    var matcher = pattern.matcher(said);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        IntStream.range(0, kinds.size())
            .mapToObj(place -> new Place(kinds.get(place), matcher.group(place + 1)))
            .toList());
  }

  /// `text` with words in its places.
  static String filled(String text, IntFunction<String> words) {
    return PLACE
        .matcher(text)
        .replaceAll(place ->
            Matcher.quoteReplacement(
                place.group(1) + words.apply(Integer.parseInt(place.group(2)))));
  }
}
