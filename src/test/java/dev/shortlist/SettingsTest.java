package dev.shortlist;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.database.DatabaseSettings;
import dev.shortlist.github.GithubSettings;
import dev.shortlist.storage.S3Settings;
import dev.shortlist.storage.StorageSettings;
import dev.shortlist.tasks.TaskSettings;
import dev.shortlist.text.Limits;
import dev.shortlist.text.Recognition;
import dev.shortlist.text.Sandbox;
import dev.shortlist.text.Setup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.unit.DataSize;

class SettingsTest {
  private static final Path HOME = Path.of(System.getProperty("user.home"), ".shortlist");

  @Test
  void the_server_listens_on_this_machine_only() {
    var environment = environment(Map.of());

    assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.1");
    assertThat(environment.getProperty("server.port")).isEqualTo("8000");
  }

  @Test
  void the_database_is_embedded_and_lives_with_the_files_in_the_home_folder() {
    assertThat(bound("shortlist.database", DatabaseSettings.class, Map.of()))
        .isEqualTo(
            new DatabaseSettings(null, HOME.resolve("postgresql"), null, Duration.ofSeconds(60)));
    assertThat(bound("shortlist.storage", StorageSettings.class, Map.of()))
        .isEqualTo(new StorageSettings(HOME.resolve("files")));
  }

  @Test
  void files_are_in_the_folder_until_a_bucket_is_set() {
    assertThat(bound("shortlist.s3", S3Settings.class, Map.of()).bucket()).isNull();
    assertThat(
            bound(
                "shortlist.s3",
                S3Settings.class,
                Map.of(
                    "SHORTLIST_S3_ENDPOINT", "https://s3.example.com",
                    "SHORTLIST_S3_BUCKET", "cvs",
                    "SHORTLIST_S3_PATHSTYLE", "false")))
        .isEqualTo(
            new S3Settings(
                "cvs",
                URI.create("https://s3.example.com"),
                "us-east-1",
                false,
                "",
                null,
                null,
                null,
                null,
                Duration.ofSeconds(10),
                Duration.ofMinutes(2),
                DataSize.ofMegabytes(32)));
  }

  @Test
  void tasks_use_every_core_and_are_tried_three_times() {
    assertThat(bound("shortlist.tasks", TaskSettings.class, Map.of()))
        .isEqualTo(
            new TaskSettings(
                new TaskSettings.Cpu(null, Duration.ofMinutes(2)),
                new TaskSettings.Llm(96, Duration.ofMinutes(30)),
                new TaskSettings.Sys(4, Duration.ofMinutes(30)),
                new TaskSettings.Queue(250_000, 1_000_000, Duration.ofSeconds(30)),
                Duration.ofMillis(500),
                Duration.ofSeconds(5),
                3,
                Duration.ofSeconds(2),
                Duration.ofMinutes(5),
                Duration.ofSeconds(5),
                6));
  }

  @Test
  void reading_a_file_is_bounded() {
    assertThat(bound("shortlist.reading", ReadingSettings.class, Map.of()))
        .isEqualTo(
            new ReadingSettings(
                HOME.resolve("scratch"),
                null,
                DataSize.ofMegabytes(25),
                Duration.ofSeconds(30),
                Duration.ofSeconds(20),
                DataSize.ofMegabytes(384),
                100,
                1_000_000,
                400,
                10_000,
                DataSize.ofGigabytes(4),
                100,
                Sandbox.WHERE_AVAILABLE,
                new ReadingSettings.Ocr(true, null, List.of(), 10, Duration.ofSeconds(75), 60)));
  }

  @Test
  void the_command_line_reads_within_the_same_bounds_as_the_server() {
    var settings =
        bound(
            "shortlist.reading", ReadingSettings.class, Map.of("SHORTLIST_READING_CHILDREN", "3"));

    assertThat(settings.setup()).isEqualTo(Setup.standard(3));
    assertThat(ReadingSettings.ofProcess(3)).isEqualTo(Setup.standard(3));
  }

  @Test
  void every_bound_of_reading_can_be_set() {
    Map<String, Object> variables =
        Map.ofEntries(
            entry("SHORTLIST_READING_CHILDREN", "1"),
            entry("SHORTLIST_READING_FILE", "1MB"),
            entry("SHORTLIST_READING_TIME", "5s"),
            entry("SHORTLIST_READING_PROCESSOR", "4s"),
            entry("SHORTLIST_READING_HEAP", "64MB"),
            entry("SHORTLIST_READING_PAGES", "7"),
            entry("SHORTLIST_READING_CHARACTERS", "1000"),
            entry("SHORTLIST_READING_RECYCLE", "5"),
            entry("SHORTLIST_READING_ENTRIES", "9"),
            entry("SHORTLIST_READING_ARCHIVE", "2MB"),
            entry("SHORTLIST_READING_RATIO", "11"),
            entry("SHORTLIST_READING_SANDBOX", "required"),
            entry("SHORTLIST_READING_OCR_ENABLED", "false"),
            entry("SHORTLIST_READING_OCR_PROGRAM", "/opt/tesseract"),
            entry("SHORTLIST_READING_OCR_LANGUAGES", "deu,chi_sim"),
            entry("SHORTLIST_READING_OCR_PAGES", "2"),
            entry("SHORTLIST_READING_OCR_TIME", "9s"),
            entry("SHORTLIST_READING_OCR_CONFIDENCE", "70"));

    assertThat(bound("shortlist.reading", ReadingSettings.class, variables).setup())
        .isEqualTo(
            new Setup(
                new Limits(
                    1 << 20,
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(4),
                    64,
                    7,
                    1000,
                    5,
                    9,
                    2 << 20,
                    11),
                new Recognition(
                    false,
                    Path.of("/opt/tesseract"),
                    List.of("deu", "chi_sim"),
                    2,
                    Duration.ofSeconds(9),
                    70),
                Sandbox.REQUIRED,
                1));
  }

  @Test
  void every_setting_can_come_from_the_environment() {
    Map<String, Object> variables =
        Map.of(
            "SHORTLIST_PORT", "8001",
            "SHORTLIST_DATA", "/srv/shortlist",
            "SHORTLIST_DATABASE_URL", "postgresql://ann@db/cvs",
            "SHORTLIST_TASKS_CPU_THREADS", "3");

    assertThat(environment(variables).getProperty("server.port")).isEqualTo("8001");
    assertThat(bound("shortlist.storage", StorageSettings.class, variables).folder())
        .isEqualTo(Path.of("/srv/shortlist/files"));
    assertThat(bound("shortlist.database", DatabaseSettings.class, variables).url())
        .isEqualTo("postgresql://ann@db/cvs");
    assertThat(bound("shortlist.tasks", TaskSettings.class, variables).cpu().threads())
        .isEqualTo(3);
  }

  @Test
  void github_is_not_asked_unless_it_is_switched_on() {
    assertThat(bound("shortlist.github", GithubSettings.class, Map.of()).enabled()).isFalse();
    var on =
        bound(
            "shortlist.github",
            GithubSettings.class,
            Map.of(
                "SHORTLIST_GITHUB", "on",
                "SHORTLIST_GITHUB_BASE_URL", "https://github.example.com/api/v3",
                "SHORTLIST_GITHUB_TOKEN", "t0ken"));
    assertThat(on.enabled()).isTrue();
    assertThat(on.baseUrl()).hasToString("https://github.example.com/api/v3");
    assertThat(on.token()).isEqualTo("t0ken");
    assertThat(on.toString()).doesNotContain("t0ken");
  }

  private static <T> T bound(String prefix, Class<T> type, Map<String, Object> variables) {
    return Binder.get(environment(variables)).bindOrCreate(prefix, type);
  }

  private static StandardEnvironment environment(Map<String, Object> variables) {
    try {
      var environment = new StandardEnvironment();
      var sources = environment.getPropertySources();
      sources.remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
      sources.addLast(
          new SystemEnvironmentPropertySource(
              StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
      List.copyOf(
              new YamlPropertySourceLoader()
                  .load("application", new ClassPathResource("application.yaml")))
          .forEach(sources::addLast);
      return environment;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
