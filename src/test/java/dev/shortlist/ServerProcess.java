package dev.shortlist;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.database.Tenancy;
import dev.shortlist.intake.Intake;
import dev.shortlist.intake.Received;
import dev.shortlist.intake.Upload;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screenings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/// The program as a process of its own that may be killed: hands in a folder of CVs or goes on with
/// what is there, says how far it is, and at the end what the database holds.
final class ServerProcess {
  private static final String REFERENCE = "crash";

  private final AccountId account;
  private final ConfigurableApplicationContext context;

  private ServerProcess(ConfigurableApplicationContext context) {
    this.context = context;
    this.account = context.getBean(Accounts.class).local();
  }

  /// Such a process that is yet to be started.
  ///
  /// @param cvs the folder of CVs to hand in, if any
  static ProcessBuilder on(Path data, Path... cvs) {
    return OtherJava.running(
        ServerProcess.class, 512, Stream.concat(Stream.of(data), Stream.of(cvs)).toArray());
  }

  /// Runs until all is through.
  ///
  /// @param arguments data folder, and the folder of CVs to hand in, if any
  public static void main(String[] arguments) throws IOException {
    var context = Shortlist.start(Map.of("shortlist.data", arguments[0], "shortlist.port", "0"));
    var process = new ServerProcess(context);
    if (arguments.length > 1) {
      process.handIn(Path.of(arguments[1]));
    }
    process.watch();
    process.count();
    context.close();
    System.exit(0);
  }

  private void handIn(Path folder) throws IOException {
    var job =
        context
            .getBean(JobDescriptions.class)
            .create(account, null, "Accountant\n\nRequirements\n- SAP\n- Excel\n", null);
    var screening = context.getBean(Screenings.class).create(account, null, job.id(), REFERENCE);
    try (var files = Files.list(folder)) {
      var uploads =
          files.sorted().map(file -> new Upload(file.getFileName().toString(), file)).toList();
      var receipt = context.getBean(Intake.class).add(account, screening.id(), uploads);
      say("accepted %d".formatted(receipt.count(Received.Accepted.class)));
    }
  }

  private void watch() {
    var state = Screening.State.RUNNING;
    do {
      LockSupport.parkNanos(20_000_000);
      try {
        state = look();
      } catch (DataAccessException | TransactionException e) {
        say("the database does not answer");
      }
    } while (state != Screening.State.COMPLETED);
  }

  private Screening.State look() {
    var screenings = context.getBean(Screenings.class);
    Screening screening = screenings.find(account, REFERENCE).orElseThrow();
    var progress = screenings.progress(account, screening.id());
    say("finished %d".formatted(progress.finished()));
    say("judged %d".formatted(progress.models().judged()));
    return screening.state();
  }

  private void count() {
    say(
        "applications=%d completed=%d matches=%d readings=%d received=%d tasks=%d"
            .formatted(
                rows("application"),
                rows("application where stage = 'COMPLETED' and match_id is not null"),
                rows("match"),
                rows("reading"),
                rows("received"),
                rows("task_cpu")));
  }

  private int rows(String from) {
    return context
        .getBean(Tenancy.class)
        .inAccount(
            account.value(),
            () ->
                context
                    .getBean(JdbcClient.class)
                    .sql("select count(*) from " + from)
                    .query((row, number) -> row.getInt(1))
                    .single());
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
