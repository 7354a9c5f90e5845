package dev.shortlist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ReadCommandTest {
  private static final String ANN =
      """
      Ann Castellan
      ann@example.com

      Work experience
      Payroll Clerk, Mill & Sons, Leeds
      March 2018 - present
      - Ran payroll for 300 people
      """;

  @TempDir Path folder;

  @Test
  void each_cv_becomes_json_and_text_and_each_file_has_its_line() throws IOException {
    var cvs = Files.createDirectory(folder.resolve("cvs"));
    Files.writeString(cvs.resolve("ann.txt"), ANN);
    Files.writeString(cvs.resolve("copy of ann.txt"), ANN);
    Files.writeString(cvs.resolve("empty.pdf"), "");
    var out = folder.resolve("out");

    var spoken = Spoken.by("read", cvs.toString(), "--out", out.toString());

    assertThat(spoken.exit()).isEqualTo(3);
    assertThat(spoken.err())
        .contains("empty.pdf", "3 files in = 2 read + 0 read with a warning + 1 to review");
    assertThat(out)
        .isDirectoryContaining("glob:**/ann.txt")
        .isDirectoryContaining("glob:**/copy of ann.json")
        .isDirectoryNotContaining("glob:**/empty.txt");
    assertThat(
            Files.readString(out.resolve("manifest.csv")).replaceAll("\"\\d+\\.\\d{3}\"", "\"s\""))
        .isEqualToNormalizingNewlines(
            """
            "path","file","state","reason","seconds","output"
            "%1$s/ann.txt","ann.txt","read","","s","ann.json"
            "%1$s/copy of ann.txt","copy of ann.txt","read","the same file as %1$s/ann.txt","s","copy of ann.json"
            "%1$s/empty.pdf","empty.pdf","review","the file is empty (0 bytes)","s","empty.json"
            """
                .formatted(cvs));
  }

  /// What the CV said of the person is the same when its JSON Resume is read as a CV.
  @Test
  void json_resume_is_read_back_as_it_was_written() throws IOException {
    var cv =
        Files.writeString(
            folder.resolve("ann.txt"),
            ANN
                + """

                Education
                Bachelor of Economics, University of Leeds, 2014 - 2017

                Skills
                SAP ERP, SAP, Kafka, Apache Kafka, Java 21, Payroll

                Languages
                French (B2)
                """);
    var first = folder.resolve("first");
    Spoken.by("read", cv.toString(), "--out", first.toString(), "--as-of", "2026-02-15");

    var again = folder.resolve("again");
    Spoken.by(
        "read",
        first.resolve("ann.json").toString(),
        "--out",
        again.toString(),
        "--as-of",
        "2026-02-15");

    var mapper = JsonMapper.shared();
    var written = mapper.readTree(Files.readString(first.resolve("ann.json")));
    var read = mapper.readTree(Files.readString(again.resolve("ann.json")));
    assertThat(written.at("/education/0/studyType").asString()).isEqualTo("Bachelor of Economics");
    for (String part :
        List.of("basics", "work", "education", "skills", "languages", "certificates")) {
      assertThat(read.path(part)).as(part).isEqualTo(written.path(part));
    }
  }

  @Test
  void present_means_the_day_that_was_given() throws IOException {
    var cv = Files.writeString(folder.resolve("ann.txt"), ANN);

    Spoken.by("read", cv.toString(), "--out", folder.toString(), "--as-of", "2020-02-15");

    var json = JsonMapper.shared().readTree(Files.readString(folder.resolve("ann.json")));
    assertThat(json.at("/basics/name").asString()).isEqualTo("Ann Castellan");
    assertThat(json.at("/work/0/startDate").asString()).isEqualTo("2018-03");
    assertThat(json.at("/work/0/current").asBoolean()).isTrue();
    assertThat(json.at("/work/0").has("endDate")).isFalse();
    assertThat(json.at("/meta/shortlist/years").asDouble()).isEqualTo(2.0);
  }

  @Test
  void a_file_in_place_of_the_folder_is_said_before_the_work() throws IOException {
    var cv = Files.writeString(folder.resolve("ann.txt"), ANN);

    var spoken = Spoken.by("read", cv.toString(), "--out", cv.toString());

    assertThat(spoken.exit()).isEqualTo(1);
    assertThat(spoken.err()).contains("is a file: give a folder");
  }

  @Test
  void without_folder_it_is_wrong_usage() {
    var spoken = Spoken.by("read", folder.toString());

    assertThat(spoken.exit()).isEqualTo(2);
    assertThat(spoken.err()).contains("--out");
  }
}
