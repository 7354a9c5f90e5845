package dev.shortlist.blind;

import dev.shortlist.profile.Fact;
import dev.shortlist.profile.Profile;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds in any text the words that give one person away: what the CV says of name, contact and
/// schools, and what [Telling] finds in every CV.
final class GiveAways {
  private static final int SHORTEST_NAME = 2;
  private static final int SHORTEST_JOINED = 3;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /// Words of file names that name no person.
  private static final Set<String> OF_FILES =
      Set.of(
          "cv",
          "cvs",
          "zip",
          "pdf",
          "docx",
          "doc",
          "odt",
          "rtf",
          "html",
          "txt",
          "resume",
          "résumé",
          "curriculum",
          "vitae",
          "lebenslauf",
          "bewerbung",
          "application",
          "profile",
          "final",
          "new",
          "copy",
          "english",
          "german",
          "french",
          "deutsch",
          "the",
          "and",
          "for",
          "version");

  /// Words, letter for letter, in any case.
  private final List<Pattern> phrases = new ArrayList<>();

  /// Words of the name, where they begin with a capital.
  private final @Nullable Pattern names;

  /// The name's words run together, as in the names of accounts.
  private final @Nullable Pattern joined;

  /// @param file what the file was called
  GiveAways(Profile profile, String file, String beginning) {
    var contact = profile.contact();
    Stream.of(
            contact.emails().stream().map(Fact::value),
            contact.phones().stream().map(Fact::value),
            contact.links().stream(),
            Stream.ofNullable(Fact.valueOf(contact.name())),
            profile.education().stream()
                .flatMap(one -> Stream.ofNullable(Fact.valueOf(one.institution()))))
        .flatMap(values -> values)
        .filter(value -> value.strip().length() > SHORTEST_NAME)
        .sorted(Comparator.comparingInt(String::length).reversed())
        .distinct()
        .map(GiveAways::phrase)
        .forEach(phrases::add);
    var words = names(profile, file, beginning);
    names = words.isEmpty() ? null : capitalised(words);
    var joinable = words.stream().filter(word -> word.length() >= SHORTEST_JOINED).toList();
    joined = joinable.size() < 2 ? null : together(joinable);
  }

  /// Marks the characters of `text` that tell who it is.
  BitSet in(String text) {
    var hidden = new BitSet(text.length());
    phrases.forEach(phrase -> mark(phrase, text, hidden));
    if (names != null) {
      mark(names, text, hidden);
    }
    if (joined != null) {
      mark(joined, text, hidden);
    }
    Telling.mark(text, hidden);
    return hidden;
  }

  private static void mark(Pattern pattern, String text, BitSet hidden) {
    var found = pattern.matcher(text);
    while (found.find()) {
      hidden.set(found.start(), found.end());
    }
  }

  private static Set<String> names(Profile profile, String file, String beginning) {
    String name = Fact.valueOf(profile.contact().name());
    var words = name == null ? guessed(profile, file, beginning) : words(name);
    return words.stream()
        .filter(word -> word.length() >= SHORTEST_NAME)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// A CV whose name was not found: words of the file's name and of addresses that stand near the
  /// beginning.
  private static Collection<String> guessed(Profile profile, String file, String beginning) {
    var candidates = new ArrayList<>(words(file));
    profile.contact().emails().forEach(email -> candidates.addAll(words(local(email.value()))));
    var near = words(beginning).stream().map(GiveAways::folded).collect(Collectors.toSet());
    return candidates.stream()
        .filter(word -> word.length() > SHORTEST_NAME)
        .filter(word -> !OF_FILES.contains(folded(word)) && near.contains(folded(word)))
        .toList();
  }

  private static String local(String email) {
    int at = email.indexOf('@');
    return at < 0 ? email : email.substring(0, at);
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(found -> found.group()).toList();
  }

  private static String folded(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  private static Pattern phrase(String value) {
    String words =
        Stream.of(BLANKS.split(value.strip(), -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("\\s+"));
    return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /// `Anna`, `ANNA` and `Anna's`, not `anna` within another word: names are common words too.
  private static Pattern capitalised(Set<String> words) {
    String any =
        words.stream()
            .flatMap(word ->
                Stream.of(word, capital(word), word.toUpperCase(Locale.ROOT), capital(plain(word)))
                    .filter(form -> !form.equals(form.toLowerCase(Locale.ROOT)) || !hasCase(form)))
            .distinct()
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    return Pattern.compile("(?<![\\p{L}\\p{M}])(?:" + any + ")(?![\\p{L}\\p{M}])");
  }

  private static boolean hasCase(String word) {
    return !word.toLowerCase(Locale.ROOT).equals(word.toUpperCase(Locale.ROOT));
  }

  private static String plain(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
  }

  private static String capital(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
  }

  /// `annameyer`, `anna.meyer92`, `meyer-anna`.
  private static Pattern together(List<String> words) {
    String any =
        words.stream()
            .flatMap(word -> Stream.of(word, plain(word)))
            .distinct()
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    return Pattern.compile(
        "[\\p{L}\\d._-]*(?:" + any + ")[._-]?(?:" + any + ")[\\p{L}\\d._-]*",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
