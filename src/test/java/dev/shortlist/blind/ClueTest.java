package dev.shortlist.blind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.profile.LocalProfileReader;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.FileType;
import dev.shortlist.text.VisibleText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// A look at a text that says no must be right: what it overlooks would be shown.
class ClueTest {
  private static final String CV =
      """
      Kirsi Lindsk\u00f6ld-Szab\u00f3
      kirsi.lindskold@example.com, +49 151 5550 1234

      Education
      B.Sc. Accounting, University of Fennhausen, 2010 - 2013
      """;

  /// Pieces of what tells, and what stands round it.
  private static final List<String> PIECES =
      Stream.of(
              "Kirsi|Lindsk\u00f6ld|Szab\u00f3|szabo|kirsi.lindskold|lindskold|University of|Fennhausen",
              "@|(at)|[at]|example|.com|.de|.js|.xy/|www.|https://|linkedin|github|skype|orcid",
              "born|age|geb.|alter|adresse|\u00e2ge|d.o.b.|place of birth|wohnhaft in|sexe|edad",
              "he|she|Ms|ms|MS|Ms.|national service|military|service|compulsory|mari\u00e9e|casada",
              "se\u00f1ora|girls|m\u00e4nnlich|his|miss|\u00e9pouse|zivildienst|waitress|kinder",
              "College|Universit\u00e4t|Nordschule|universit\u00e4t|Gymnasium|\u00c9cole|Ecole|Lyc\u00e9e|Escola",
              "Berufskolleg|Akademie|Academy|Accademia|Politecnico|Polytechnic|Vidyalaya|Institute",
              "TU|FH|MIT|ETH|UCLA|Scuola|Liceo|School|Faculty|Univ.|Istituto|Instituto|of|for",
              "street|rue|calle|Lindenstra\u00dfe|weg|str.|Avenue|St.|via|place|L-|EC1A|1BB|CA",
              "12|7|1990|2026|50667|+49|00|(0)|5550|03/2020|12.03.1990|years old|jahre alt|ans| d",
              " | |\n|\t|:|=|\u2013|\u2014|-|.|,|;|'|\u2019|/|*|_|(|)",
              "\u0301|\u017f|\u212a|\u0131|\u0130|\u00b5|\ud801\udc00|\ud801\udc28|\u00a0|\u2003|\u00e9")
          .flatMap(line -> Stream.of(line.split("\\|")))
          .toList();

  private static final List<Clue> CLUES =
      new GiveAways(
              new LocalProfileReader(Taxonomy.standard())
                  .read(
                      new Extraction.Text(
                          FileType.TEXT, 1, VisibleText.of(CV), List.of(), null, List.of()),
                      LocalDate.of(2026, 1, 1)),
              "kirsi.pdf",
              "")
          .clues();

  @Property(tries = 500)
  void a_look_before_never_overlooks_what_is_found(@ForAll("texts") String text) {
    for (int i = 0; i < CLUES.size(); i++) {
      var clue = CLUES.get(i);
      var found = new BitSet();
      clue.mark(text, found);
      var foundAfterALook = new BitSet();
      clue.mark(new Glance(text), foundAfterALook);

      assertThat(foundAfterALook).as("clue %s in %s", i, text).isEqualTo(found);
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(PIECES)
        .flatMap(piece -> Arbitraries.integers().between(0, 5).map(way -> written(piece, way)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(9)
        .map(pieces -> String.join("", pieces));
  }

  /// The ways to write a piece that look alike to a pattern in any case.
  private static String written(String piece, int way) {
    var letters = new ArrayList<String>();
    for (int at : IntStream.range(0, piece.length()).toArray()) {
      char letter = piece.charAt(at);
      letters.add(
          switch (way) {
            case 0 -> String.valueOf(Character.toUpperCase(letter));
            case 1 -> String.valueOf(Character.toLowerCase(letter));
            case 2 ->
                switch (letter) {
                  case 's' -> "\u017f";
                  case 'k' -> "\u212a";
                  case 'i' -> "\u0131";
                  default -> String.valueOf(letter);
                };
            default -> String.valueOf(letter);
          });
    }
    return String.join("", letters);
  }
}
