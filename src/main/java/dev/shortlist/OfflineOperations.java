package dev.shortlist;

import dev.shortlist.accounts.NotAllowed;
import dev.shortlist.accounts.Operator;
import dev.shortlist.ai.Cv;
import dev.shortlist.ai.Rescoring;
import dev.shortlist.backup.AccountExport;
import dev.shortlist.backup.AccountImport;
import dev.shortlist.backup.Backup;
import dev.shortlist.backup.BackupUnusable;
import dev.shortlist.bench.BenchSizes;
import dev.shortlist.bench.EngineBenchmark;
import dev.shortlist.cli.CouldNotRun;
import dev.shortlist.cli.Operations;
import dev.shortlist.database.Database;
import dev.shortlist.database.DatabaseSettings;
import dev.shortlist.database.DatabaseUnusable;
import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.judging.AiSettings;
import dev.shortlist.judging.Dollars;
import dev.shortlist.judging.DryRun;
import dev.shortlist.judging.ModelTrial;
import dev.shortlist.retention.RetentionRules;
import dev.shortlist.retention.RetentionSettings;
import dev.shortlist.storage.Move;
import dev.shortlist.storage.S3Settings;
import dev.shortlist.storage.Storage;
import dev.shortlist.storage.StorageSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Puts the program together for commands that serve nobody.
final class OfflineOperations implements Operations {

  @Override
  public void benchEngine(boolean small, Path scratch, PrintStream out) {
    var settings = new HashMap<>(EngineBenchmark.settings());
    settings.put("shortlist.data", scratch.toString());
    settings.put("shortlist.port", "0");
    settings.put("shortlist.host", "127.0.0.1");
    settings.put("shortlist.database.url", "");
    settings.put("logging.level.root", "error");
    settings.put("logging.level.dev.shortlist", "error");
    try (var program = Shortlist.start(settings)) {
      var server = ((WebServerApplicationContext) program).getWebServer();
      new EngineBenchmark(
              program,
              "http://127.0.0.1:" + (server == null ? 0 : server.getPort()),
              small ? BenchSizes.small() : BenchSizes.whole(),
              scratch,
              out)
          .run();
    }
  }

  @Override
  public void exportTo(Path file, Map<String, String> settings, PrintStream out) {
    say(out, "exported", withBackup(settings, backup -> backup.exportTo(file)));
  }

  @Override
  public void importFrom(Path file, Map<String, String> settings, PrintStream out) {
    say(out, "imported", withBackup(settings, backup -> backup.importFrom(file)));
  }

  @Override
  public void exportAccount(
      @Nullable String account, Path file, Map<String, String> settings, PrintStream out) {
    withAccounts(
        settings,
        (operator, storage) -> {
          var id = operator.account(account);
          operator.record(id, "account.exported", "");
          var moved =
              new AccountExport(operator.database(), storage, Clock.systemUTC())
                  .exportTo(id.value(), file);
          out.printf("exported %,d rows and %,d CVs%n", moved.rows(), moved.files());
          sayMissing(out, moved);
        });
  }

  @Override
  public void importAccount(
      @Nullable String account, Path file, Map<String, String> settings, PrintStream out) {
    withAccounts(
        settings,
        (operator, storage) -> {
          var id = operator.accountOrNew(account);
          try {
            var moved =
                new AccountImport(
                        JdbcClient.create(operator.database()), operator.tenancy(), storage)
                    .importFrom(
                        file,
                        id.value(),
                        export -> operator.record(id, "account.imported", export));
            out.printf("imported %,d rows and %,d CVs%n", moved.rows(), moved.files());
            sayMissing(out, moved);
          } catch (AccountImport.AlreadyImported e) {
            out.println("the account has all of this file already: nothing was changed");
          }
        });
  }

  @Override
  public void reportRetention(
      @Nullable String account, int days, Map<String, String> settings, PrintStream out) {
    withRules(
        settings,
        (operator, rules) -> {
          var accounts = account == null ? operator.all() : List.of(operator.account(account));
          int found = 0;
          for (var one : accounts) {
            for (var due : rules.report(one, Duration.ofDays(days))) {
              out.println(line(one.toString(), due));
              found++;
            }
          }
          out.printf(
              "%,d %s would be removed, with the CVs and candidates only they need; nothing was%n",
              found, found == 1 ? "screening" : "screenings");
        });
  }

  private static String line(String account, RetentionRules.Due due) {
    return "%s  %s  screening %d, ended %s, %d days by %s: %,d CVs, %,d bytes"
        .formatted(
            due.overAt().truncatedTo(ChronoUnit.MINUTES),
            account,
            due.number(),
            due.finishedAt().atOffset(ZoneOffset.UTC).toLocalDate(),
            due.kept().toDays(),
            switch (due.reason()) {
              case JOB_DESCRIPTION -> "the rule of its job description";
              case ACCOUNT -> "the account's rule";
              case INSTALLATION -> "SHORTLIST_RETENTION_SCREENINGS";
            },
            due.applications(),
            due.bytes());
  }

  @Override
  public void setRetention(
      @Nullable String account,
      @Nullable Integer job,
      @Nullable Integer days,
      Map<String, String> settings,
      PrintStream out) {
    withRules(
        settings,
        (operator, rules) -> {
          var id = operator.account(account);
          if (job == null) {
            rules.set(id, days);
          } else {
            rules.set(id, job, days);
          }
          operator.record(
              id, "retention.change", "days=%s job-description=%s".formatted(days, job));
          out.println(
              days == null
                  ? "the rule above counts from now on"
                  : "screenings go %,d days after they ended".formatted(days));
        });
  }

  private interface WithRules {
    void run(Operator operator, RetentionRules rules);
  }

  private static void withRules(Map<String, String> given, WithRules work) {
    try (var context = settings(given);
        var operator = Operator.in(context.getBean(DatabaseSettings.class), Clock.systemUTC())) {
      work.run(
          operator,
          RetentionRules.of(operator, context.getBean(RetentionSettings.class), Clock.systemUTC()));
    } catch (DatabaseUnusable | NotAllowed | NoSuchElementException e) {
      throw new CouldNotRun(String.valueOf(e.getMessage()), e);
    }
  }

  private interface WithAccounts {
    void run(Operator operator, Storage storage);
  }

  private static void withAccounts(Map<String, String> given, WithAccounts work) {
    try (var context = settings(given);
        var operator = Operator.in(context.getBean(DatabaseSettings.class), Clock.systemUTC());
        var storage =
            Storage.of(context.getBean(StorageSettings.class), context.getBean(S3Settings.class))) {
      work.run(operator, storage);
    } catch (DatabaseUnusable | BackupUnusable | NotAllowed e) {
      throw new CouldNotRun(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public String tryModel() {
    return withModel(settings -> {
      var tried = ModelTrial.run(settings, Clock.systemUTC());
      if (!tried.works()) {
        throw new CouldNotRun(tried.words());
      }
      return tried.words();
    });
  }

  @Override
  public List<String> estimate(
      JobDescription asked, List<RankedCv> ranked, @Nullable String cascade) {
    var cvs =
        ranked.stream()
            .map(cv ->
                new Cv(
                    cv.hash(),
                    cv.reading(),
                    cv.match(),
                    (_, _) -> new Rescoring.Scored(cv.reading(), cv.match())))
            .toList();
    return withModel(settings ->
        DryRun.of(settings, asked, cvs, cascade)
            .map(forecast -> lines(forecast, ranked.size()))
            .orElseThrow(() ->
                new CouldNotRun(
                    "no language model is set: set SHORTLIST_AI_PROVIDER and SHORTLIST_AI_MODEL")));
  }

  private static List<String> lines(DryRun.Forecast forecast, int cvs) {
    Long cost = forecast.cost();
    long seconds = forecast.time().toSeconds();
    return List.of(
        "%,d of %,d CVs would be read (%s); %,d of them would not be sent"
            .formatted(
                forecast.cvs(),
                cvs,
                forecast.cascade().name().toLowerCase(Locale.ROOT),
                forecast.withheld()),
        "%,d calls, %,d tokens sent and at most %,d received"
            .formatted(forecast.calls(), forecast.input(), forecast.output()),
        cost == null
            ? "cost unknown: the price of the model is not in the table, see SHORTLIST_AI_PRICES"
            : "at most " + Dollars.text(cost),
        "%d:%02d minutes, %d %s of quota"
            .formatted(
                seconds / 60,
                seconds % 60,
                forecast.days(),
                forecast.days() == 1 ? "day" : "days"));
  }

  private interface WithModel<T> {
    T of(AiSettings settings) throws InterruptedException;
  }

  private static <T> T withModel(WithModel<T> work) {
    try (var context =
        new SpringApplicationBuilder(Models.class)
            .web(WebApplicationType.NONE)
            .properties("spring.main.banner-mode=off")
            .run("--logging.level.root=off")) {
      return work.of(context.getBean(AiSettings.class));
    } catch (ConfigurationPropertiesBindException e) {
      throw new CouldNotRun(wrong(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CouldNotRun("it was interrupted", e);
    }
  }

  private static String wrong(Throwable problem) {
    var cause = problem;
    while (!(cause instanceof BindException) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof BindException refused
        ? UnreadableSetting.told(refused)
        : String.valueOf(cause.getMessage());
  }

  private static void say(PrintStream out, String what, Backup.Moved moved) {
    out.printf(
        "%s %,d rows in %d tables and %,d files%n",
        what, moved.rows(), moved.tables(), moved.files());
    sayMissing(out, moved);
  }

  private static void sayMissing(PrintStream out, Backup.Moved moved) {
    if (moved.missing() > 0) {
      out.printf(
          "%,d files were missing in the store: their CVs cannot be read again%n", moved.missing());
    }
  }

  @Override
  public void moveToBucket(Map<String, String> settings, PrintStream out) {
    try (var context = settings(settings)) {
      var s3 = context.getBean(S3Settings.class);
      if (s3.bucket() == null) {
        throw new CouldNotRun("no bucket is set: set SHORTLIST_S3_BUCKET and its neighbours");
      }
      var folder = Storage.inFolder(context.getBean(StorageSettings.class).folder());
      say(out, folder.place(), new Move(folder, s3).run());
    } catch (IOException e) {
      throw new CouldNotRun(
          "%s: begin again, and it goes on where it stopped".formatted(e.getMessage()), e);
    }
  }

  private static void say(PrintStream out, String from, Move.Moved moved) {
    out.printf(
        "copied %,d files (%,d bytes) from %s, %,d were in the bucket already; all were read back%n",
        moved.sent(), moved.bytes(), from, moved.there());
    if (!moved.damaged().isEmpty()) {
      throw new CouldNotRun(
          "%,d files are not what they were when they were kept, and were not copied: %s"
              .formatted(moved.damaged().size(), String.join(", ", moved.damaged())));
    }
  }

  private static Backup.Moved withBackup(
      Map<String, String> given, Function<Backup, Backup.Moved> work) {
    try (var context = settings(given);
        var database = Database.open(context.getBean(DatabaseSettings.class));
        var storage =
            Storage.of(context.getBean(StorageSettings.class), context.getBean(S3Settings.class))) {
      return work.apply(new Backup(database, storage));
    } catch (DatabaseUnusable | BackupUnusable e) {
      throw new CouldNotRun(String.valueOf(e.getMessage()), e);
    }
  }

  private static ConfigurableApplicationContext settings(Map<String, String> given) {
    var arguments =
        given.entrySet().stream()
            .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
            .toArray(String[]::new);
    return new SpringApplicationBuilder(Settings.class)
        .web(WebApplicationType.NONE)
        .properties("spring.main.banner-mode=off")
        .run(arguments);
  }

  /// The settings of database, store and clean-up, and nothing of the server.
  @EnableConfigurationProperties({
    DatabaseSettings.class,
    StorageSettings.class,
    S3Settings.class,
    RetentionSettings.class
  })
  private static final class Settings {}

  /// The settings of language models alone.
  @EnableConfigurationProperties(AiSettings.class)
  private static final class Models {}
}
