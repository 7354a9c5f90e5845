package dev.shortlist.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ScreenCommandTest {
  private static final String CLERK =
      """
      Payroll clerk

      Requirements
      - 3 years of experience in payroll
      - Very good knowledge of Microsoft Excel and SAP
      - Good German
      """;

  private static final String ANN =
      """
      Ann Castellan
      ann@example.com | +44 20 7946 0001

      Work experience
      Payroll Clerk, Mill & Sons, Leeds
      March 2018 - December 2024
      - Ran payroll for 300 people in SAP
      - Built reports in Microsoft Excel

      Education
      BSc Accounting, Leeds College, 2014 - 2017

      Languages
      German (C1)
      """;

  private static final String BEN =
      """
      Ben Ortega
      ben@example.com

      Work experience
      Gardener, Green Hill, York
      January 2020 - December 2023
      - Planted trees and mowed lawns
      """;

  @TempDir Path folder;
  private Path job;
  private Path cvs;

  @BeforeEach
  void files() throws IOException {
    job = write("clerk.txt", CLERK);
    cvs = Files.createDirectory(folder.resolve("cvs"));
    write("cvs/ann.txt", ANN);
    write("cvs/ben.txt", BEN);
  }

  @Test
  void the_better_cv_comes_first_and_every_file_is_accounted_for() {
    var spoken = screen(cvs);

    assertThat(spoken.exit()).isZero();
    assertThat(spoken.out())
        .containsSubsequence("clerk.txt", "Ann Castellan", "Ben Ortega", "2 files in = 2 ranked");
    assertThat(spoken.err()).isEmpty();
  }

  @Test
  void what_cannot_be_read_is_in_the_review_tray_with_its_reason() throws IOException {
    write("cvs/empty.pdf", "");
    Files.write(cvs.resolve("broken.zip"), new byte[] {'P', 'K', 3, 4, 0, 0});
    Files.write(
        cvs.resolve("picture.pdf"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});

    var spoken = screen(cvs);

    assertThat(spoken.exit()).isEqualTo(3);
    assertThat(spoken.out())
        .contains(
            "Review tray",
            "empty.pdf",
            "the file is empty (0 bytes); ask for the file again",
            "broken.zip",
            "picture.pdf",
            "5 files in = 2 ranked + 0 duplicates + 3 to review");
  }

  @Test
  void files_in_an_archive_are_read_and_system_files_are_not_counted() throws IOException {
    var zip = zip("cvs.zip", "new/ann.txt", ANN, "__MACOSX/._ann.txt", "x", "ben.txt", BEN);

    var spoken = screen(zip);

    assertThat(spoken.exit()).isZero();
    assertThat(spoken.out())
        .contains(
            "Ann Castellan",
            "2 files in = 2 ranked + 0 duplicates + 0 to review (1 system file ignored)");
  }

  @Test
  void the_same_file_twice_is_ranked_once() throws IOException {
    write("cvs/ann-again.txt", ANN);

    var lines = csv(screen(cvs, "--format", "csv").out());

    assertThat(lines).extracting(line -> line.get("state")).contains("duplicate").hasSize(3);
    assertThat(lines.getLast().toMap())
        .containsEntry("file", "ann.txt")
        .containsEntry("rank", "")
        .containsEntry("reason", "the same file as ann-again.txt");
  }

  @Test
  void csv_has_a_row_for_each_file_and_job_description() throws IOException {
    var other =
        write("gardener.txt", "Gardener\n\nYou must have 2 years of experience in gardening.");

    var spoken = screen(cvs, "--job", other.toString(), "--format", "csv");

    assertThat(csv(spoken.out()))
        .extracting(line -> line.get("job") + " " + line.get("rank") + " " + line.get("name"))
        .containsExactly(
            "clerk.txt 1 Ann Castellan",
            "clerk.txt 2 Ben Ortega",
            "gardener.txt 1 Ben Ortega",
            "gardener.txt 2 Ann Castellan");
    assertThat(spoken.err()).contains("2 files in = 2 ranked");
  }

  @Test
  void json_explains_and_goes_to_the_file_that_was_named() throws IOException {
    var out = folder.resolve("ranking.json");

    var spoken = screen(cvs, "--format", "json", "--out", out.toString());

    assertThat(spoken.out()).isEmpty();
    var json = JsonMapper.shared().readTree(Files.readString(out));
    assertThat(json.at("/files/in").asInt()).isEqualTo(2);
    assertThat(json.at("/jobs/0/candidates/0/dimensions/0/parts/0/evidence/0/quote").asString())
        .isNotEmpty();
  }

  @Test
  void a_report_of_a_kind_there_is_not_is_refused_before_anything_is_read() {
    var word = folder.resolve("report.docx");
    var spoken = screen(cvs, "--report", word.toString());

    assertThat(spoken.exit()).isEqualTo(Exit.WRONG_USAGE);
    assertThat(spoken.err()).contains("report.docx").contains(".html or .pdf");
    assertThat(word).doesNotExist();
  }

  @Test
  void the_report_is_a_page() throws IOException {
    var page = folder.resolve("report.html");

    screen(cvs, "--report", page.toString());

    assertThat(page).content(UTF_8).startsWith("<!DOCTYPE html>").contains("Ann Castellan");
  }

  @Test
  void the_output_is_the_same_with_any_number_of_threads() throws IOException {
    for (int i = 0; i < 6; i++) {
      write("cvs/copy%d.txt".formatted(i), BEN + "Copy " + i);
    }

    assertThat(screen(cvs, "--format", "json", "--threads", "1").out())
        .isEqualTo(screen(cvs, "--format", "json", "--threads", "5").out());
  }

  @Test
  void a_job_description_can_come_from_standard_input() {
    var spoken = Spoken.hearing(CLERK, "screen", cvs.toString(), "--job", "-");

    assertThat(spoken.exit()).isZero();
    assertThat(spoken.out()).containsSubsequence("standard input", "Ann Castellan", "Ben Ortega");
  }

  @Test
  void only_the_best_are_shown_but_csv_holds_all() throws IOException {
    assertThat(screen(cvs, "--top", "1").out())
        .contains("Ann Castellan", "and 1 more CV")
        .doesNotContain("Ben Ortega");
    assertThat(csv(screen(cvs, "--top", "1", "--format", "csv").out())).hasSize(2);
  }

  @Test
  void when_nothing_can_be_read_it_says_so() throws IOException {
    var empty = write("empty.pdf", "");

    var spoken = screen(empty);

    assertThat(spoken.exit()).isEqualTo(3);
    assertThat(spoken.out()).contains("no CV could be read", "1 file in = 0 ranked");
  }

  @Test
  void a_folder_without_files_is_said_to_be_one() throws IOException {
    var spoken = screen(Files.createDirectory(folder.resolve("nothing")));

    assertThat(spoken.exit()).isEqualTo(1);
    assertThat(spoken.err()).startsWith("shortlist: no file in").contains("nothing");
  }

  @Test
  void an_archive_without_files_is_in_the_review_tray() throws IOException {
    var spoken = screen(zip("empty.zip"));

    assertThat(spoken.exit()).isEqualTo(3);
    assertThat(spoken.out()).contains("empty.zip", "the archive holds no file");
  }

  @Test
  void a_job_description_that_asks_for_nothing_is_no_reason_to_score_anybody() throws IOException {
    var nothing = write("nothing.txt", "Hello.");

    var spoken = Spoken.by("screen", cvs.toString(), "--job", nothing.toString());

    assertThat(spoken.exit()).isEqualTo(1);
    assertThat(spoken.err()).contains("nothing.txt", "asks for nothing", "say in it what");
  }

  @Test
  void a_job_description_that_cannot_be_read_is_named_with_the_reason() throws IOException {
    var empty = write("empty.pdf", "");

    var spoken = Spoken.by("screen", cvs.toString(), "--job", empty.toString());

    assertThat(spoken.exit()).isEqualTo(1);
    assertThat(spoken.err()).contains("empty.pdf", "the file is empty (0 bytes)");
  }

  @Test
  void a_path_that_does_not_exist_is_wrong_usage() {
    var spoken = screen(folder.resolve("elsewhere"));

    assertThat(spoken.exit()).isEqualTo(2);
    assertThat(spoken.err()).contains("no such file or folder", "elsewhere", "Usage:");
  }

  @Test
  void a_job_description_that_does_not_exist_is_wrong_usage() {
    var spoken = Spoken.by("screen", cvs.toString(), "--job", "nowhere.txt");

    assertThat(spoken.exit()).isEqualTo(2);
    assertThat(spoken.err()).contains("no such file: --job nowhere.txt");
  }

  @Test
  void without_job_description_it_is_wrong_usage() {
    var spoken = Spoken.by("screen", cvs.toString());

    assertThat(spoken.exit()).isEqualTo(2);
    assertThat(spoken.err()).contains("--job");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--top", "--threads"})
  void a_count_of_nothing_is_wrong_usage(String option) {
    var spoken = screen(cvs, option, "0");

    assertThat(spoken.exit()).isEqualTo(2);
    assertThat(spoken.err()).contains(option + " must be at least 1 but is 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--out", "--report"})
  void a_file_that_cannot_be_written_is_said_before_the_work(String option) {
    var spoken = screen(cvs, option, folder.resolve("no/folder/x").toString());

    assertThat(spoken.exit()).isEqualTo(1);
    assertThat(spoken.err()).contains(option, "there is no folder");
    assertThat(spoken.out()).isEmpty();
  }

  private Spoken screen(Path cvs, String... more) {
    var arguments = new ArrayList<>(List.of("screen", cvs.toString()));
    arguments.addAll(List.of("--job", job.toString()));
    arguments.addAll(List.of(more));
    return Spoken.by(arguments.toArray(String[]::new));
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  /// @param namesAndContents a name, its content, the next name, and so on
  private Path zip(String name, String... namesAndContents) throws IOException {
    var file = folder.resolve(name);
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndContents[i]));
        zip.write(namesAndContents[i + 1].getBytes(UTF_8));
      }
    }
    return file;
  }

  private static List<CSVRecord> csv(String text) {
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var parser = format.parse(new StringReader(text))) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
