package dev.shortlist.ai;

import dev.shortlist.ai.Redacted.Cut;
import dev.shortlist.profile.Contact;
import dev.shortlist.profile.Reading;
import dev.shortlist.text.VisibleText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Leaves out of a text who the person is and how to reach them, and what the law protects. Only
/// text is ever sent, so a photo never is.
final class Redaction {
  // Each begins with what is quickly told and rarely so: in most places nothing more is tried. What
  // is repeated has an end, as each time takes room on the stack.
  static final Pattern EMAIL =
      Pattern.compile(
          "(?:\\G|(?<![\\p{L}\\p{N}._%+-]))[\\p{L}\\p{N}._%+-]++\\s?@\\s?[\\p{L}\\p{N}-]++(?:\\.[\\p{L}\\p{N}-]++){0,9}");
  static final Pattern LINK =
      Pattern.compile(
          "(?i)\\b(?:(?:https?://|www\\.)\\S+|(?:[a-z0-9-]++\\.){1,9}(?:com|org|net|io|me|dev|eu|de|fr|es|it|uk|nl|pl|in|br|pt|ch|at)/\\S+)");
  static final Pattern PHONE =
      Pattern.compile(
          "(?:\\+|\\b00)[\\d(][\\d\\p{Zs}()./‐‑–-]{6,22}\\d|(?=[(\\d])(?i)(?<=\\b(?:tel|phone|mobile|mobil|telefon|handy|téléphone|cell|fax)[.:]{0,2}\\s{0,3})[(\\d][\\d\\p{Zs}()./‐‑–-]{5,22}\\d");
  static final Pattern STREET =
      Pattern.compile(
          "(?U)\\b(?:\\d{1,5}[a-zA-Z]?,?[^\\S\\n](?:\\p{Lu}[\\p{L}'.-]*[^\\S\\n]){1,3}(?:Street|St\\.?|Road|Rd\\.?|Avenue|Ave\\.?|Lane|Drive|Boulevard|Blvd\\.?|Square|Court|STREET|ROAD|AVENUE|LANE|DRIVE)\\b[^\\n\\t]{0,60}"
              + "|(?i)(?=\\p{L}[\\p{L}-]*+\\.?[^\\S\\n]\\d)\\p{L}[\\p{L}-]*(?:straße|strasse|str\\.|gasse|weg|allee|platz|straat|laan)[^\\S\\n]\\d{1,4}\\b[^\\n\\t]{0,60}"
              + "|(?:rue|calle|via|rua|avenida|viale|ul\\.)[^\\S\\n]\\p{L}[^\\n\\t]{0,60}?\\d{1,5}\\b[^\\n\\t]{0,40}"
              + "|\\d{1,4},?[^\\S\\n](?:rue|avenue|boulevard)[^\\S\\n][^\\n\\t]{3,60})");
  static final Pattern LABELS =
      Pattern.compile(
          "(?imU)(?:^|(?<=[\\t|•·]))[^\\S\\n]*(?:%s)[^\\S\\n]*[:\\t][^\\n\\t|]*"
              .formatted(lines("label ")));
  static final Pattern WORDS =
      Pattern.compile(
          "(?iU)(?<![\\p{L}\\p{N}])(?=\\p{L})(?:%s)(?![\\p{L}\\p{N}])"
              .formatted(byFirstLetter(lines("word "))));
  private static final Pattern SENT_EMAIL = Pattern.compile("\\w@\\w");
  private static final Scan.Beginnings BEGINNINGS = beginnings(lines("word "));
  // Digits of rare scripts are two characters each.
  private static final Scan.Sign DIGIT =
      Scan.Sign.character(c -> Character.isDigit(c) || Character.isSurrogate((char) c));
  private static final Scan.Sign COLON = Scan.Sign.character(c -> c == ':' || c == '\t');
  private static final String WWW = "www";
  private static final int SHORTEST_WHOLE_NAME = 7;
  private static final int SHORTEST_NUMBER = 7;
  private static final String BETWEEN_DIGITS = " \t\n\u000B\f\r()./‐‑–-";

  private Redaction() {}

  static Redacted of(Reading cv) {
    return of(cv, List.of());
  }

  /// @param marks written into the text
  static Redacted of(Reading cv, List<Cut> marks) {
    var visible = cv.source().text();
    var contact = cv.profile().contact();
    var cuts = general(visible.text());
    contact
        .phones()
        .forEach(phone -> add(cuts, phone.passage().start(), phone.passage().end(), "[phone]"));
    contact.links().forEach(link -> everywhere(visible.text(), link, "[link]", cuts));
    var place = contact.location();
    if (place != null) {
      add(cuts, place.passage().start(), place.passage().end(), "[place]");
    }
    if (contact.name() == null && !visible.lines().isEmpty()) {
      // Most often the name stands there, whether it was recognised or not.
      add(cuts, 0, visible.lines().getFirst().text().length(), "[name]");
    }
    names(contact).forEach(name -> inAnyCase(visible.text(), name, instead("[name]", cuts)));
    cuts.addAll(marks);
    return new Redacted(visible, cuts);
  }

  /// A text that is about no person, such as a job description.
  static String of(String text) {
    return new Redacted(VisibleText.of(text), general(VisibleText.of(text).text())).text();
  }

  /// Whether something got through: checked in another way than it was left out.
  static boolean leaks(String sent, Contact contact) {
    String folded = folded(sent);
    var name = contact.name();
    boolean whole =
        name != null
            && folded(name.value()).length() >= SHORTEST_WHOLE_NAME
            && folded.contains(folded(name.value()));
    var parts = new ArrayList<Cut>();
    names(contact).forEach(one -> inAnyCase(sent, one, instead("[name]", parts)));
    boolean email =
        SENT_EMAIL.matcher(sent).find()
            || contact.emails().stream().anyMatch(one -> folded.contains(folded(one.value())));
    return whole || !parts.isEmpty() || email || holdsNumber(sent, contact);
  }

  private static boolean holdsNumber(String sent, Contact contact) {
    var numbers =
        contact.phones().stream()
            .map(one -> without(one.value(), character -> character < '0' || character > '9'))
            .filter(one -> one.length() >= SHORTEST_NUMBER)
            .toList();
    if (numbers.isEmpty()) {
      return false;
    }
    String dense = without(sent, character -> BETWEEN_DIGITS.indexOf(character) >= 0);
    return numbers.stream().anyMatch(dense::contains);
  }

  private static String without(String text, IntPredicate left) {
    var kept = new StringBuilder(text.length());
    text.chars().filter(left.negate()).forEach(character -> kept.append((char) character));
    return kept.toString();
  }

  /// What can be told without knowing the person.
  static List<Cut> general(String text) {
    var cuts = new ArrayList<Cut>();
    Scan.around(text, EMAIL, '@', instead("[e-mail]", cuts));
    Scan.lines(text, LINK, Redaction::mayHoldLink, instead("[link]", cuts));
    Scan.lines(text, PHONE, DIGIT, instead("[phone]", cuts));
    Scan.lines(text, STREET, DIGIT, instead("[address]", cuts));
    Scan.lines(text, LABELS, COLON, instead("[left out]", cuts));
    Scan.words(text, WORDS, BEGINNINGS, instead("[left out]", cuts));
    return cuts;
  }

  private static Scan.Found instead(String words, List<Cut> cuts) {
    return (start, end) -> add(cuts, start, end, words);
  }

  private static boolean mayHoldLink(String text, int from, int to) {
    if (text.indexOf('/', from, to) >= 0) {
      return true;
    }
    for (int dot = text.indexOf('.', from, to); dot >= 0; dot = text.indexOf('.', dot + 1, to)) {
      if (text.regionMatches(true, dot - WWW.length(), WWW, 0, WWW.length())) {
        return true;
      }
    }
    return false;
  }

  /// The words of the name. One that is also written small in running text, such as "Will", is left
  /// out only where it begins with a capital.
  private static Set<String> names(Contact contact) {
    var name = contact.name();
    if (name == null) {
      return Set.of();
    }
    return Arrays.stream(name.value().split("[^\\p{L}\\p{M}]+"))
        .filter(word -> word.codePointCount(0, word.length()) > 1)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static void inAnyCase(String text, String name, Scan.Found found) {
    String capital =
        name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).toLowerCase(Locale.ROOT);
    Stream.of(name, capital, name.toUpperCase(Locale.ROOT))
        .distinct()
        .forEach(form -> Scan.word(text, form, found));
  }

  private static void everywhere(String text, String words, String instead, List<Cut> cuts) {
    if (!words.isBlank()) {
      var found = Pattern.compile(Pattern.quote(words), Pattern.CASE_INSENSITIVE).matcher(text);
      while (found.find()) {
        add(cuts, found.start(), found.end(), instead);
      }
    }
  }

  private static void add(List<Cut> cuts, int start, int end, String instead) {
    cuts.add(new Cut(start, end, instead));
  }

  private static String folded(String text) {
    var letters = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Redaction::isLetterOrNumber)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }

  private static boolean isLetterOrNumber(int character) {
    return switch (Character.getType(character)) {
      case Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> Character.isLetterOrDigit(character);
    };
  }

  /// The same choice of words, those that begin alike under one beginning: `a|b|ac` as
  /// `a(?:|c)|b(?:)`.
  private static String byFirstLetter(String words) {
    var ends = new LinkedHashMap<Character, List<String>>();
    for (var word : words.split("\\|", -1)) {
      ends.computeIfAbsent(word.charAt(0), _ -> new ArrayList<>()).add(word.substring(1));
    }
    return ends.entrySet().stream()
        .map(one -> "%s(?:%s)".formatted(one.getKey(), String.join("|", one.getValue())))
        .collect(Collectors.joining("|"));
  }

  private static Scan.Beginnings beginnings(String words) {
    var known = new HashMap<Character, String>();
    for (var word : words.split("\\|", -1)) {
      known.merge(folded(word.charAt(0)), String.valueOf(folded(word.charAt(1))), String::concat);
    }
    return (first, second) -> known.getOrDefault(folded(first), "").indexOf(folded(second)) >= 0;
  }

  /// As expressions compare characters whatever their case.
  private static char folded(char character) {
    return Character.toLowerCase(Character.toUpperCase(character));
  }

  private static String lines(String kind) {
    try (var in = Objects.requireNonNull(Redaction.class.getResourceAsStream("left-out.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith(kind))
          .map(line -> line.substring(kind.length()))
          .collect(Collectors.joining("|"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
