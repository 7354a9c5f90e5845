package dev.shortlist.ai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.ai.Redacted.Cut;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Trying a pattern only where it can match finds what trying it everywhere does.
class ScanTest {
  private static final String[] PIECES = {
    "ann@example.com",
    "@",
    "x.y+z",
    "example",
    "-",
    ".",
    ",",
    "'",
    "com",
    ".de/me",
    "https://",
    "HTTP://a",
    "www.",
    "WWW.x",
    "wwww.",
    "/",
    "+44",
    "0044",
    " 20 7946 0958",
    "tel:",
    "Mobil. ",
    "(030)",
    "12",
    "٣٤",
    "𝟏𝟐",
    "²",
    "Lindenstraße",
    "Ringstr.",
    "weg",
    "12 Main Street",
    "St.",
    "rue des",
    "via ",
    "Born",
    "geb.",
    "Gender",
    "né le",
    ":",
    "\t",
    "|",
    "•",
    "married",
    "Ledig",
    "LEDIG",
    "she/her",
    "Mr.",
    "herrn",
    "MARIÉE",
    "mariée",
    "römisch-katholisch",
    "ſhe/her",
    "hiv",
    "single parent",
    "é",
    "\u0301",
    "𝒜",
    "K",
    "a",
    "Z",
    " ",
    "  ",
    "\u00a0",
    "\n",
    "\n\n",
    "\r",
    "\u2028"
  };

  @Property(tries = 3000)
  void what_tells_who_a_person_is_is_found_wherever_it_stands(@ForAll("texts") String text) {
    assertThat(Redaction.general(text))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(
                    everywhere(Redaction.EMAIL, "[e-mail]", text),
                    everywhere(Redaction.LINK, "[link]", text),
                    everywhere(Redaction.PHONE, "[phone]", text),
                    everywhere(Redaction.STREET, "[address]", text),
                    everywhere(Redaction.LABELS, "[left out]", text),
                    everywhere(Redaction.WORDS, "[left out]", text))
                .flatMap(List::stream)
                .toList());
  }

  @Property(tries = 3000)
  void a_word_is_found_where_nothing_of_a_word_is_beside_it(
      @ForAll("texts") String text, @ForAll("words") String word) {
    var found = new ArrayList<Cut>();
    Scan.word(text, word, (start, end) -> found.add(new Cut(start, end, "")));

    var alone =
        "(?<![\\p{L}\\p{M}])%s(?![[\\p{L}\\p{M}]&&[\\x{0}-\\x{FFFF}]])"
            .formatted(Pattern.quote(word));
    assertThat(found)
        .isSortedAccordingTo(Comparator.comparingInt(Cut::start))
        .isEqualTo(everywhere(Pattern.compile(alone), "", text));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(PIECES).list().ofMaxSize(40).map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.of("a", "Z", "K", "Born", "example", "mariée");
  }

  private static List<Cut> everywhere(Pattern pattern, String instead, String text) {
    var found = pattern.matcher(text);
    var cuts = new ArrayList<Cut>();
    while (found.find()) {
      cuts.add(new Cut(found.start(), found.end(), instead));
    }
    return cuts;
  }
}
