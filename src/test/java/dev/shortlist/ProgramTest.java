package dev.shortlist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program as a process of its own.
class ProgramTest {
  @TempDir Path folder;

  @Test
  void a_process_screens_and_ends_with_the_exit_code_of_its_command() throws Exception {
    var job =
        Files.writeString(folder.resolve("job.txt"), "Clerk\n\nYou must know Microsoft Excel.");
    var cv =
        Files.writeString(
            folder.resolve("王偉.txt"), "王偉\nwei@example.com\n\nSkills\nMicrosoft Excel\n");
    var empty = Files.createFile(folder.resolve("empty.pdf"));

    var process = start("screen", cv.toString(), empty.toString(), "--job", job.toString());
    var out = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(3);
    assertThat(out).contains("王偉", "empty.pdf", "2 files in = 1 ranked");
    assertThat(folder.resolve("err")).isEmptyFile();
  }

  private Process start(String... arguments) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ArrayList<String>();
    command.add(java);
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("dev.shortlist.Shortlist");
    command.addAll(List.of(arguments));
    var process = new ProcessBuilder(command).redirectError(folder.resolve("err").toFile());
    process.environment().put("LC_ALL", "C.UTF-8");
    return process.start();
  }
}
