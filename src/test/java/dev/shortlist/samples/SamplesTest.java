package dev.shortlist.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.text.Extraction;
import dev.shortlist.text.FileType;
import dev.shortlist.text.Limits;
import dev.shortlist.text.Notice;
import dev.shortlist.text.Reason;
import dev.shortlist.text.TextExtractor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the samples are there to show is in them.
class SamplesTest {
  private static final Path SAMPLES = Path.of("src/main/resources/samples");
  private static TextExtractor extractor;

  @BeforeAll
  static void start() {
    extractor = new TextExtractor(Limits.standard(), 1);
  }

  @AfterAll
  static void stop() {
    extractor.close();
  }

  @Test
  void the_index_names_every_file() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      assertThat(Files.readAllLines(SAMPLES.resolve("index.txt")))
          .containsExactlyElementsOf(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> SAMPLES.relativize(file).toString())
                  .filter(name -> !name.equals("index.txt"))
                  .sorted()
                  .toList());
    }
  }

  @ParameterizedTest
  @MethodSource("readable")
  void a_readable_sample_shows_name_mail_and_every_highlight(Person person) {
    var text = words(read(person.file()).text().text());

    assertThat(text).contains(words(person.name()), person.email());
    person.work().stream()
        .flatMap(post -> post.highlights().stream())
        .forEach(highlight -> assertThat(text).contains(words(highlight)));
  }

  static Stream<Person> readable() {
    return SampleMaker.people().stream()
        .filter(p -> p.layout() != Layout.SCAN && p.layout() != Layout.PROTECTED);
  }

  @Test
  void a_row_by_row_table_is_read_cell_by_cell() {
    var text = words(read("priya-raman.pdf").text().text());

    assertThat(text)
        .containsSubsequence(
            "Experience", "Backend Engineer", "Airflow.", "Software Engineer", "Education");
  }

  @Test
  void a_side_bar_does_not_interleave_with_the_text_beside_it() {
    var text = words(read("amelia-brandt.pdf").text().text());

    assertThat(text)
        .contains("Mechanical ventilation Haemodynamic monitoring Continuous renal replacement");
  }

  @Test
  void hidden_words_are_left_out_and_noticed() {
    var cv = read("sam-whitlock.pdf");

    assertThat(cv.text().text()).doesNotContain("Kafka");
    assertThat(cv.notices()).extracting(Notice::kind).contains(Notice.Kind.HIDDEN_TEXT);
  }

  @Test
  void the_protected_sample_says_so() {
    assertThat(extract("hannah-voss-protected.pdf"))
        .isInstanceOfSatisfying(
            Extraction.Unreadable.class,
            unreadable -> assertThat(unreadable.reason()).isEqualTo(Reason.ENCRYPTED));
  }

  @Test
  void the_copy_is_a_copy() throws IOException {
    assertThat(
            Files.mismatch(
                SAMPLES.resolve("cvs/tobias-okafor.pdf"),
                SAMPLES.resolve("cvs/tobias-okafor (1).pdf")))
        .isEqualTo(-1);
  }

  @Test
  void several_file_types_are_among_them() {
    assertThat(readable().map(person -> read(person.file()).type()).distinct())
        .contains(FileType.PDF, FileType.DOCX, FileType.ODT, FileType.HTML, FileType.TEXT);
  }

  private static Extraction.Text read(String name) {
    return (Extraction.Text) extract(name);
  }

  private static Extraction extract(String name) {
    return extractor.extract(SAMPLES.resolve("cvs").resolve(name), name);
  }

  /// The words alone: line breaks and bullets are the layout's business.
  private static String words(String text) {
    return text.replaceAll("[•\\s]+", " ").replace("- ", "-").strip();
  }
}
