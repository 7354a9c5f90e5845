package dev.shortlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@Timeout(300)
@SuppressWarnings("NullAway.Init") // JUnit fills in
class CrashTest {
  private static final int CVS = 60;

  @TempDir Path temp;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end() throws Exception {
    for (Process process : started) {
      process.destroyForcibly().waitFor();
    }
    postmaster(temp.resolve("data")).ifPresent(ProcessHandle::destroyForcibly);
  }

  @Test
  void killed_twice_in_the_middle_nothing_is_lost_and_nothing_is_done_twice() throws Exception {
    Path cvs = cvs();
    Path data = temp.resolve("data");

    kill(reach(start(data, cvs), 10));
    assertThat(postmaster(data)).as("PostgreSQL outlives its parent").isPresent();
    kill(reach(start(data), 30));

    var last = start(data);
    var said = last.output().lines().toList();
    assertThat(last.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(last.process().exitValue()).isZero();
    assertThat(said.stream().filter(line -> line.startsWith("finished ")).findFirst())
        .as("work was left for the last one")
        .hasValueSatisfying(line -> assertThat(line).isNotEqualTo("finished " + CVS));
    assertThat(said).anyMatch(line -> line.contains("took over the PostgreSQL"));
    assertThat(said)
        .contains(
            "applications=%1$d completed=%1$d matches=%1$d readings=%1$d received=%1$d tasks=0"
                .formatted(CVS));
    assertThat(postmaster(data)).as("PostgreSQL stops with the last one").isEmpty();
  }

  @Test
  void when_its_postgresql_is_killed_the_program_starts_it_again_and_goes_on() throws Exception {
    Path data = temp.resolve("data");

    var running = reach(start(data, cvs()), 5);
    postmaster(data).orElseThrow().destroyForcibly();
    var said = running.output().lines().toList();

    assertThat(running.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(running.process().exitValue()).isZero();
    assertThat(said).anyMatch(line -> line.contains("the embedded PostgreSQL is back"));
    assertThat(said.stream().filter(line -> line.contains("the database is away"))).hasSize(1);
    assertThat(said)
        .contains(
            "applications=%1$d completed=%1$d matches=%1$d readings=%1$d received=%1$d tasks=0"
                .formatted(CVS));
  }

  /// Reads along until `finished` CVs are through.
  private static Running reach(Running running, int finished) throws IOException {
    String line = running.output().readLine();
    while (line != null) {
      if (line.startsWith("finished ")
          && Integer.parseInt(line.substring("finished ".length())) >= finished) {
        return running;
      }
      line = running.output().readLine();
    }
    throw new AssertionError("the process ended before " + finished + " CVs were through");
  }

  private static void kill(Running running) throws InterruptedException {
    running.process().destroyForcibly().waitFor();
  }

  private Running start(Path data, Path... cvs) throws IOException {
    var process = ServerProcess.on(data, cvs).start();
    started.add(process);
    return new Running(process, process.inputReader());
  }

  private static Optional<ProcessHandle> postmaster(Path data) throws IOException {
    Path file = data.resolve("postgresql/data/postmaster.pid");
    return Files.exists(file)
        ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
        : Optional.empty();
  }

  private Path cvs() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("cvs"));
    for (int i = 0; i < CVS; i++) {
      var lines =
          List.of(
              "Person Number " + (char) ('A' + i / 26) + (char) ('A' + i % 26),
              "person%d@example.com".formatted(i),
              "Experience",
              "Accountant, Northwind Trading, January 20%02d - December 2024".formatted(i % 20),
              "Closed the books each month with SAP and Excel.",
              "Skills",
              i % 2 == 0 ? "SAP" : "Excel");
      if (i % 2 == 0) {
        Files.write(folder.resolve(i + ".txt"), lines);
      } else {
        pdf(folder.resolve(i + ".pdf"), lines);
      }
    }
    return folder;
  }

  private static void pdf(Path file, List<String> lines) throws IOException {
    try (var document = new PDDocument()) {
      var page = new PDPage();
      document.addPage(page);
      try (var content = new PDPageContentStream(document, page)) {
        content.setFont(new PDType1Font(FontName.HELVETICA), 11);
        content.beginText();
        content.newLineAtOffset(60, 720);
        for (String line : lines) {
          content.showText(line);
          content.newLineAtOffset(0, -18);
        }
        content.endText();
      }
      document.save(file.toFile());
    }
  }

  private record Running(Process process, BufferedReader output) {}
}
