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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Leaves out of a text who the person is and how to reach them, and what the law protects. Only
/// text is ever sent, so a photo never is.
final class Redaction {
  // Each begins with what is quickly told and rarely so: in most places nothing more is tried.
  private static final Pattern EMAIL =
      Pattern.compile(
          "(?:\\G|(?<![\\p{L}\\p{N}._%+-]))[\\p{L}\\p{N}._%+-]++\\s?@\\s?[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*");
  private static final Pattern LINK =
      Pattern.compile(
          "(?i)\\b(?:(?:https?://|www\\.)\\S+|(?:[a-z0-9-]++\\.)+(?:com|org|net|io|me|dev|eu|de|fr|es|it|uk|nl|pl|in|br|pt|ch|at)/\\S+)");
  private static final Pattern PHONE =
      Pattern.compile(
          "(?:\\+|\\b00)[\\d(][\\d\\p{Zs}()./‐‑–-]{6,22}\\d|(?=[(\\d])(?i)(?<=\\b(?:tel|phone|mobile|mobil|telefon|handy|téléphone|cell|fax)[.:]{0,2}\\s{0,3})[(\\d][\\d\\p{Zs}()./‐‑–-]{5,22}\\d");
  private static final Pattern STREET =
      Pattern.compile(
          "(?U)\\b(?:\\d{1,5}[a-zA-Z]?,?[^\\S\\n](?:\\p{Lu}[\\p{L}'.-]*[^\\S\\n]){1,3}(?:Street|St\\.?|Road|Rd\\.?|Avenue|Ave\\.?|Lane|Drive|Boulevard|Blvd\\.?|Square|Court|STREET|ROAD|AVENUE|LANE|DRIVE)\\b[^\\n\\t]{0,60}"
              + "|(?i)(?=\\p{L}[\\p{L}-]*+\\.?[^\\S\\n]\\d)\\p{L}[\\p{L}-]*(?:straße|strasse|str\\.|gasse|weg|allee|platz|straat|laan)[^\\S\\n]\\d{1,4}\\b[^\\n\\t]{0,60}"
              + "|(?:rue|calle|via|rua|avenida|viale|ul\\.)[^\\S\\n]\\p{L}[^\\n\\t]{0,60}?\\d{1,5}\\b[^\\n\\t]{0,40}"
              + "|\\d{1,4},?[^\\S\\n](?:rue|avenue|boulevard)[^\\S\\n][^\\n\\t]{3,60})");
  private static final Pattern LABELS =
      Pattern.compile(
          "(?imU)(?:^|(?<=[\\t|•·]))[^\\S\\n]*(?:%s)[^\\S\\n]*[:\\t][^\\n\\t|]*"
              .formatted(lines("label ")));
  private static final Pattern WORDS =
      Pattern.compile(
          "(?iU)(?<![\\p{L}\\p{N}])(?=\\p{L})(?:%s)(?![\\p{L}\\p{N}])"
              .formatted(byFirstLetter(lines("word "))));
  private static final Pattern SENT_EMAIL = Pattern.compile("\\w@\\w");
  private static final int SHORTEST_WHOLE_NAME = 7;

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
    names(contact).forEach(name -> find(word(name), visible.text(), "[name]", cuts));
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
    boolean part = names(contact).stream().anyMatch(word -> word(word).matcher(sent).find());
    boolean email =
        SENT_EMAIL.matcher(sent).find()
            || contact.emails().stream().anyMatch(one -> folded.contains(folded(one.value())));
    boolean phone =
        contact.phones().stream()
            .map(one -> one.value().replaceAll("\\D", ""))
            .anyMatch(
                one -> one.length() >= 7 && sent.replaceAll("[\\s()./‐‑–-]", "").contains(one));
    return whole || part || email || phone;
  }

  private static List<Cut> general(String text) {
    var cuts = new ArrayList<Cut>();
    find(EMAIL, text, "[e-mail]", cuts);
    find(LINK, text, "[link]", cuts);
    find(PHONE, text, "[phone]", cuts);
    find(STREET, text, "[address]", cuts);
    find(LABELS, text, "[left out]", cuts);
    find(WORDS, text, "[left out]", cuts);
    return cuts;
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

  private static Pattern word(String name) {
    String capital =
        name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).toLowerCase(Locale.ROOT);
    return Pattern.compile(
        "(?<![\\p{L}\\p{M}])(?:%s|%s|%s)(?![\\p{L}\\p{M}])"
            .formatted(
                Pattern.quote(name),
                Pattern.quote(capital),
                Pattern.quote(name.toUpperCase(Locale.ROOT))));
  }

  private static void find(Pattern pattern, String text, String instead, List<Cut> cuts) {
    var found = pattern.matcher(text);
    while (found.find()) {
      add(cuts, found.start(), found.end(), instead);
    }
  }

  private static void everywhere(String text, String words, String instead, List<Cut> cuts) {
    if (!words.isBlank()) {
      find(Pattern.compile(Pattern.quote(words), Pattern.CASE_INSENSITIVE), text, instead, cuts);
    }
  }

  private static void add(List<Cut> cuts, int start, int end, String instead) {
    cuts.add(new Cut(start, end, instead));
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
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
