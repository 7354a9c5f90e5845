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

/// Finds in any text the words that give one person away: what the CV says of name, contact and
/// schools, and what [Telling] finds in every CV.
final class GiveAways {
  private static final int SHORTEST_NAME = 2;
  private static final int SHORTEST_JOINED = 3;
  private static final int ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
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

  private final List<Clue> clues = new ArrayList<>();

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
        .forEach(clues::add);
    var words = names(profile, file, beginning);
    if (!words.isEmpty()) {
      clues.add(capitalised(words));
    }
    var joinable = words.stream().filter(word -> word.length() >= SHORTEST_JOINED).toList();
    if (joinable.size() >= 2) {
      clues.add(together(joinable));
    }
    clues.addAll(Telling.CLUES);
  }

  /// Marks the characters of `text` that tell who it is.
  BitSet in(String text) {
    var hidden = new BitSet(text.length());
    var glance = new Glance(text);
    clues.forEach(clue -> clue.mark(glance, hidden));
    return hidden;
  }

  List<Clue> clues() {
    return clues;
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

  /// Words, letter for letter, in any case.
  private static Clue phrase(String value) {
    String[] words = BLANKS.split(value.strip(), -1);
    String first = Glance.fold(words[0]);
    return new Clue(
        () ->
            Pattern.compile(
                Stream.of(words).map(Pattern::quote).collect(Collectors.joining("\\s+")), ANY_CASE),
        text -> text.hasFolded(first),
        found -> true);
  }

  /// Words of the name, where they begin with a capital: `Anna`, `ANNA` and `Anna's`, not `anna`
  /// within another word: names are common words too.
  private static Clue capitalised(Set<String> words) {
    String[] forms =
        words.stream()
            .flatMap(word ->
                Stream.of(word, capital(word), word.toUpperCase(Locale.ROOT), capital(plain(word)))
                    .filter(form -> !form.equals(form.toLowerCase(Locale.ROOT)) || !hasCase(form)))
            .distinct()
            .toArray(String[]::new);
    return new Clue(
        () ->
            Pattern.compile(
                "(?<![\\p{L}\\p{M}])(?:" + anyOf(List.of(forms)) + ")(?![\\p{L}\\p{M}])"),
        text -> text.hasOneOf(forms),
        found -> true);
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

  /// The name's words run together, as in the names of accounts: `annameyer`, `anna.meyer92`,
  /// `meyer-anna`.
  private static Clue together(List<String> words) {
    var forms = words.stream().flatMap(word -> Stream.of(word, plain(word))).distinct().toList();
    var folded = forms.stream().map(Glance::fold).toList();
    String any = "(?:" + anyOf(forms) + ")";
    return new Clue(
        () ->
            Pattern.compile("[\\p{L}\\d._-]*" + any + "[._-]?" + any + "[\\p{L}\\d._-]*", ANY_CASE),
        text -> folded.stream().anyMatch(text::hasFolded),
        found -> true);
  }

  private static String anyOf(List<String> forms) {
    return forms.stream().map(Pattern::quote).collect(Collectors.joining("|"));
  }
}
