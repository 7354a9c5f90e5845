package dev.shortlist.match;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How much a word tells about the kind of work.
///
/// The weights are frozen: they come from how common a word is in English at large (its place in
/// the vocabulary of the language model) and from a list of words that all job descriptions share.
/// No weight depends on the CVs of a screening.
final class Lexicon {
  /// Words more common than this, such as `the`, `after` and `they`, tell nothing.
  private static final int STOP_WORDS = 154;

  /// What a word that all job descriptions share weighs against another.
  private static final double GENERAL = 0.35;

  private static final int REMEMBERED = 50_000;

  /// Words that tell a person's gender, not the work.
  private static final Set<String> GENDER =
      Set.of(
          "he",
          "him",
          "his",
          "himself",
          "she",
          "her",
          "hers",
          "herself",
          "mr",
          "mrs",
          "ms",
          "miss",
          "sir",
          "madam",
          "male",
          "female",
          "man",
          "men",
          "woman",
          "women",
          "boy",
          "girl",
          "son",
          "daughter",
          "wife",
          "husband",
          "mother",
          "father");

  /// The same trade, whoever follows it.
  private static final Map<String, String> NEUTRAL =
      Map.ofEntries(
          Map.entry("waitress", "waiter"),
          Map.entry("hostess", "host"),
          Map.entry("actress", "actor"),
          Map.entry("stewardess", "steward"),
          Map.entry("seamstress", "tailor"),
          Map.entry("landlady", "landlord"),
          Map.entry("headmistress", "headmaster"),
          Map.entry("manageress", "manager"),
          Map.entry("policewoman", "policeman"),
          Map.entry("salesperson", "salesman"),
          Map.entry("salespeople", "salesman"),
          Map.entry("chairperson", "chairman"),
          Map.entry("businessperson", "businessman"),
          Map.entry("tradesperson", "tradesman"),
          Map.entry("craftsperson", "craftsman"),
          Map.entry("foreperson", "foreman"));

  private final WordPiece vocabulary;
  private final double rarest;
  private final Set<String> general;
  private final Map<String, Word> words = new ConcurrentHashMap<>();

  /// A word as it is compared.
  ///
  /// @param text in lower case
  /// @param stem the same for its forms: `manages`, `managed` and `managing` give `manag`
  /// @param weight what it tells: 0 for nothing, up to 1 for a rare word
  record Word(String text, String stem, double weight) {
    boolean isSilent() {
      return weight == 0;
    }
  }

  Lexicon(WordPiece vocabulary) {
    this.vocabulary = vocabulary;
    this.rarest = Math.log1p(vocabulary.rank(""));
    this.general = readGeneral();
  }

  /// What is known of `word`, which is in lower case.
  Word word(String word) {
    var known = words.get(word);
    if (known != null) {
      return known;
    }
    if (words.size() > REMEMBERED) {
      words.clear();
    }
    var stem = cut(neutral(word));
    var made = new Word(word, stem, weight(word, stem));
    words.put(word, made);
    return made;
  }

  /// Whether all job descriptions and CVs share `word`, which is in lower case.
  boolean isGeneral(String word) {
    return general.contains(cut(neutral(word)));
  }

  private double weight(String word, String stem) {
    if (GENDER.contains(word) || isNumber(word) || word.length() < 2) {
      return 0;
    }
    int rank =
        Math.min(
            Math.min(vocabulary.rank(word), vocabulary.rank(stem)),
            Math.min(vocabulary.rank(stem + "e"), vocabulary.rank(stem + "s")));
    if (rank < STOP_WORDS) {
      return 0;
    }
    return Math.log1p(rank) / rarest * (general.contains(stem) ? GENERAL : 1);
  }

  private static String neutral(String word) {
    var plain = word.endsWith("women") ? word.substring(0, word.length() - 5) + "man" : word;
    plain = plain.endsWith("woman") ? plain.substring(0, plain.length() - 5) + "man" : plain;
    plain = plain.endsWith("smen") ? plain.substring(0, plain.length() - 2) + "an" : plain;
    return NEUTRAL.getOrDefault(plain, plain);
  }

  private static final String[][] ENDINGS = {
    {"ies", "y"},
    {"sses", "ss"},
    {"ings", ""},
    {"ing", ""},
    {"ers", "er"},
    {"ments", "ment"},
    {"ment", ""},
    {"ations", "ate"},
    {"ation", "ate"},
    {"ed", ""},
    {"es", "e"},
    {"s", ""}
  };

  // `Coding` comes from code: of cod it would be codding.
  private static final Pattern SHORTENED = Pattern.compile("[^aeiouy][aeiouy][^aeiouwxy]");

  private static final Set<String> VERB = Set.of("ing", "ings", "ed");

  private static String cut(String word) {
    var stem = withoutEnding(word);
    if (stem.endsWith("e") && stem.length() > 4) {
      stem = stem.substring(0, stem.length() - 1);
    }
    int last = stem.length() - 1;
    boolean twice = last > 2 && stem.charAt(last) == stem.charAt(last - 1);
    return twice && "ls".indexOf(stem.charAt(last)) < 0 ? stem.substring(0, last) : stem;
  }

  private static String withoutEnding(String word) {
    if (word.length() <= 4 || word.endsWith("ss")) {
      return word;
    }
    for (var ending : ENDINGS) {
      int kept = word.length() - ending[0].length();
      if (kept >= 3 && word.endsWith(ending[0])) {
        var stem = word.substring(0, kept) + ending[1];
        return SHORTENED.matcher(stem).matches() && VERB.contains(ending[0]) ? stem + "e" : stem;
      }
    }
    return word;
  }

  private static boolean isNumber(String word) {
    return word.chars().noneMatch(Character::isLetter);
  }

  private Set<String> readGeneral() {
    var path = "general-words.txt";
    try (var in = Lexicon.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("%s is missing from the class path".formatted(path));
      }
      var read = new HashSet<String>();
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Stream.of(line.split(" ")))
          .map(word -> cut(neutral(word.toLowerCase(Locale.ROOT))))
          .forEach(read::add);
      return Set.copyOf(read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
