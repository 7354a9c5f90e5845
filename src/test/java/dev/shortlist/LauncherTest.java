package dev.shortlist;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The script `shortlist`, in a project and with JDKs that only say what they were asked.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class LauncherTest {
  private static final String JAVA =
      """
      #!/bin/sh
      case $1 in
        -Djarmode=tools) while [ $# -gt 1 ]; do shift; done; : >"$1/shortlist.jar"; exit ;;
      esac
      for argument; do
        case $argument in
          */.read.aot) env >"$argument"; exit ;;
          -XX:AOTCacheOutput=*) env >"${argument#*=}"; echo "is listening on"; exit ;;
        esac
      done
      echo "java of $(basename "$(dirname "$(dirname "$0")")")"
      for argument; do echo "[$argument]"; done
      """;
  private static final String MVNW =
      """
      #!/bin/sh
      home=$(dirname "$0")
      echo built >>"$home/builds"
      mkdir -p "$home/target"
      : >"$home/target/shortlist.jar"
      """;

  @TempDir Path folder;
  private Path home;

  @BeforeEach
  void project() throws IOException {
    home = Files.createDirectories(folder.resolve("my project"));
    Files.createDirectories(home.resolve("src/main/launcher"));
    Files.writeString(home.resolve("src/main/launcher/serve.options"), "-Xms64m");
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    script(home.resolve("mvnw"), MVNW);
    Files.copy(Path.of("shortlist"), home.resolve("shortlist"));
    jdk("jdk-25", "25.0.1");
    jdk("jdk-17", "17.0.9");
  }

  @Test
  void a_server_that_was_trained_starts_from_what_was_kept() throws Exception {
    launch("jdk-25", "version");
    Files.writeString(home.resolve("target/app/serve.aot"), "kept");

    assertThat(launch("jdk-25", "serve").out()).contains("target/app/serve.aot]");
    assertThat(launch("jdk-25", "version").out()).doesNotContain("serve.aot");
  }

  @Test
  void a_server_runs_by_the_options_that_were_built_with_it() throws Exception {
    launch("jdk-25", "version");
    assertThat(home.resolve("target/app/serve.options")).hasContent("-Xms64m");

    assertThat(launch("jdk-25", "serve").out())
        .contains("[@%s/target/app/serve.options]".formatted(home));
    assertThat(launch("jdk-25", "version").out()).doesNotContain("serve.options");
  }

  @Test
  void java_takes_the_options_of_the_server() throws Exception {
    var java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of("src/main/launcher/serve.options").toAbsolutePath(),
                "-version")
            .redirectErrorStream(true)
            .start();

    var said = said(java);
    assertThat(said.exit()).isZero();
    assertThat(said.out()).contains("VM").doesNotContainIgnoringCase("warning");
  }

  @Test
  void what_is_built_is_trained_without_the_settings_around() throws Exception {
    launch("jdk-25", "version");

    for (var kept : List.of("serve.aot", "read.aot")) {
      assertThat(home.resolve("target/app").resolve(kept))
          .content()
          .contains("PATH=")
          .doesNotContain("SHORTLIST_");
    }
  }

  @Test
  void a_rehearsal_that_fails_spoils_no_build() throws Exception {
    script(
        folder.resolve("jdk-25/bin/java"),
        JAVA.replace("*/.read.aot) env >\"$argument\"; exit ;;", "*/.read.aot) exit 3 ;;"));

    var said = launch("jdk-25", "version");

    assertThat(said.exit()).isZero();
    assertThat(said.err()).contains("stay slow: shortlist train says why");
    assertThat(launch("jdk-25", "train").err()).contains("as slowly as before");
  }

  @Test
  void it_builds_once_and_hands_over_the_arguments() throws Exception {
    assertThat(launch("jdk-25", "screen", "two words").out())
        .startsWith("java of jdk-25\n")
        .endsWith("[screen]\n[two words]\n");
    assertThat(launch("jdk-25", "version").err()).isEmpty();
    assertThat(home.resolve("builds")).hasContent("built");
  }

  @Test
  void it_builds_again_when_a_source_is_newer() throws Exception {
    launch("jdk-25");
    Files.setLastModifiedTime(
        Files.writeString(home.resolve("src/main/New.java"), ""),
        FileTime.from(
            Files.getLastModifiedTime(home.resolve("target/app/.built"))
                .toInstant()
                .plusSeconds(2)));
    launch("jdk-25");

    assertThat(home.resolve("builds")).hasContent("built\nbuilt");
  }

  @Test
  void starts_at_the_same_time_build_once() throws Exception {
    var starts =
        Stream.generate(() -> start(home.resolve("shortlist"), "jdk-25")).limit(3).toList();

    for (var start : starts) {
      assertThat(start.waitFor()).isZero();
    }
    assertThat(home.resolve("builds")).hasContent("built");
  }

  @Test
  void a_lock_that_a_killed_start_left_behind_is_taken_over() throws Exception {
    Files.createDirectories(home.resolve("target"));
    var dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.createSymbolicLink(home.resolve("target/.building"), Path.of(Long.toString(dead.pid())));

    assertThat(launch("jdk-25").exit()).isZero();
  }

  @Test
  void a_build_that_fails_is_shown() throws Exception {
    script(home.resolve("mvnw"), "#!/bin/sh\necho no network\nexit 1\n");

    var said = launch("jdk-25");

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.err()).contains("no network", "shortlist: the build failed");
  }

  @Test
  void a_jdk_that_is_too_old_is_refused_by_name() throws Exception {
    var said = launch("jdk-17");

    assertThat(said.exit()).isEqualTo(69);
    assertThat(said.err()).contains("jdk-17 is no JDK 25 or newer");
  }

  @Test
  void an_old_java_home_does_not_hide_a_newer_java_on_the_path() throws Exception {
    var process =
        new ProcessBuilder(home.resolve("shortlist").toString()).redirectErrorStream(true);
    process.environment().remove("SHORTLIST_JAVA");
    process.environment().put("JAVA_HOME", folder.resolve("jdk-17").toString());
    process
        .environment()
        .merge("PATH", folder.resolve("jdk-25/bin") + ":", (path, jdk) -> jdk + path);

    assertThat(said(process.start()).out()).contains("java of jdk-25");
  }

  @Test
  void it_works_through_links_and_from_anywhere() throws Exception {
    var link = Files.createSymbolicLink(folder.resolve("link"), Path.of("my project/shortlist"));
    var linkToLink = Files.createSymbolicLink(folder.resolve("s"), link);

    assertThat(said(start(linkToLink, "jdk-25", "x")).out())
        .contains("/my project/target/app/", "[x]");
  }

  @Test
  void a_project_that_cannot_be_written_is_said() throws Exception {
    assumeTrue(!"root".equals(System.getProperty("user.name")), "root may write everywhere");
    assumeTrue(home.toFile().setWritable(false), "the file system knows no permissions");

    var said = launch("jdk-25");

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.err()).contains("cannot write to", "target");
  }

  private Said launch(String jdk, String... arguments) throws Exception {
    return said(start(home.resolve("shortlist"), jdk, arguments));
  }

  private Process start(Path launcher, String jdk, String... arguments) {
    var command = Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments)).toList();
    var process = new ProcessBuilder(command).directory(Path.of("/").toFile());
    process
        .environment()
        .putAll(
            Map.of("SHORTLIST_JAVA", folder.resolve(jdk).toString(), "SHORTLIST_JAVA_OPTS", ""));
    try {
      return process.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Said said(Process process) throws Exception {
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    var err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, SECONDS)).isTrue();
    return new Said(process.exitValue(), out, err);
  }

  private record Said(int exit, String out, String err) {}

  private void jdk(String name, String version) throws IOException {
    var bin = Files.createDirectories(folder.resolve(name).resolve("bin"));
    script(bin.resolve("java"), JAVA);
    script(bin.resolve("javac"), JAVA);
    Files.write(
        folder.resolve(name).resolve("release"), List.of("JAVA_VERSION=\"" + version + "\""));
  }

  private static void script(Path file, String content) throws IOException {
    Files.writeString(file, content);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
