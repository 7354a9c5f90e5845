package dev.shortlist.intake;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.ScreeningClosed;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.screening.Screenings;
import dev.shortlist.storage.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Takes files of the watched folder in, once each, and moves them aside.
///
/// That a file was taken is written in the transaction that takes it, and forgotten when the file
/// is no longer there: a node that dies between the two takes nothing twice.
@Component
class WatchedFiles {
  private static final int REASONS = 20;
  private static final Logger log = LoggerFactory.getLogger(WatchedFiles.class);

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Screenings screenings;
  private final JobDescriptions jobDescriptions;
  private final Intake intake;
  private final WatchSettings settings;
  private final Clock clock;

  WatchedFiles(
      JdbcClient jdbc,
      Tenancy tenancy,
      Screenings screenings,
      JobDescriptions jobDescriptions,
      Intake intake,
      WatchSettings settings,
      Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.screenings = screenings;
    this.jobDescriptions = jobDescriptions;
    this.intake = intake;
    this.settings = settings;
    this.clock = clock;
  }

  /// Takes one file in and moves it aside.
  ///
  /// @throws dev.shortlist.tasks.QueueFull if too many wait; the file stays
  /// @throws dev.shortlist.accounts.InsufficientCredits if the account has too few; the file stays
  /// @throws UploadLimitReached if the account sent or stored too much; the file stays
  void take(AccountId account, WatchedFile file) {
    try {
      String reasons = enter(account, file);
      if (reasons.isEmpty()) {
        done(file);
      } else {
        reject(file, reasons);
      }
    } catch (WatchedFile.Refused | ScreeningClosed e) {
      reject(file, String.valueOf(e.getMessage()));
    } catch (NoSuchFileException e) {
      log.debug("a file in the watched folder was taken by another node, or by a person");
    } catch (IOException e) {
      log.warn("a file in the watched folder cannot be read or moved; it stays cause={}", cause(e));
    }
  }

  /// Takes what it holds in.
  ///
  /// @return why nothing of it can be read, empty when something can
  private String enter(AccountId account, WatchedFile file) throws IOException {
    var screening = screening(account, file.folder());
    var copy = Files.createTempFile("shortlist-watched", "");
    try {
      String content = file.copy(copy, settings.most().toBytes());
      String key = key(file.root(), file.path());
      if (isTaken(account, key, content)) {
        return ""; // and its node died before it moved it
      }
      intake.requireRoom(account, 1);
      var found = intake.keep(List.of(new Upload(file.name(), copy)));
      return tenancy.inAccount(
          account.value(),
          () ->
              claim(account, screening, key, content) && Files.exists(file.path())
                  ? reasons(intake.enter(account, screening, found))
                  : "");
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private ScreeningId screening(AccountId account, String folder) {
    if (folder.isEmpty()) {
      throw new WatchedFile.Refused(
          "it lies in no folder: put it into one that is named after a screening or a job description");
    }
    var screening = screenings.find(account, folder);
    if (screening.isPresent()) {
      return screening.get().id();
    }
    return jobDescriptions
        .find(account, folder)
        .map(job -> screenings.standing(account, job.id()).id())
        .orElseThrow(() ->
            new WatchedFile.Refused(
                "there is no screening and no job description with the id, number or reference \"%s\": name the folder after one"
                    .formatted(folder)));
  }

  private static String reasons(Receipt receipt) {
    if (receipt.count(Received.Accepted.class) + receipt.count(Received.Duplicate.class) > 0) {
      return "";
    }
    var reasons =
        receipt.files().stream()
            .filter(Received.Refused.class::isInstance)
            .map(Received.Refused.class::cast)
            .limit(REASONS)
            .map(one ->
                "%s: %s; %s".formatted(one.path(), one.reason().meaning(), one.reason().advice()))
            .collect(Collectors.joining("\n"));
    return reasons.isEmpty() ? "it holds no CV" : reasons;
  }

  private boolean isTaken(AccountId account, String key, String content) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select exists (
                      select from watched_file
                       where account_id = :account and key = :key and content = :content)
                    """)
                .param("account", account.value())
                .param("key", key)
                .param("content", content)
                .query((row, number) -> row.getBoolean(1))
                .single());
  }

  /// Notes, in the transaction that is going on, that the file is taken; another node that is about
  /// to take the file waits for its end.
  private boolean claim(AccountId account, ScreeningId screening, String key, String content) {
    return jdbc.sql(
                """
                insert into watched_file (account_id, key, content, screening_id, taken_at)
                values (:account, :key, :content, :screening, :now)
                on conflict (account_id, key, content) do nothing
                """)
            .param("account", account.value())
            .param("key", key)
            .param("content", content)
            .param("screening", screening.value())
            .param("now", Rows.time(clock.instant()))
            .update()
        == 1;
  }

  /// Forgets that files were taken which are no longer there.
  ///
  /// @param present all files below `root`
  void forgetOthers(AccountId account, Path root, Collection<Path> present) {
    tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    delete from watched_file
                     where account_id = :account and starts_with(key, :root) and key <> all(:keys)
                    """)
                .param("account", account.value())
                .param("root", Digests.sha256(root.toString()) + "/")
                .param("keys", present.stream().map(file -> key(root, file)).toArray(String[]::new))
                .update());
  }

  /// Names of files tell persons, so a hash stands for them.
  private static String key(Path root, Path file) {
    return Digests.sha256(root.toString()) + "/" + Digests.sha256(root.relativize(file).toString());
  }

  private void done(WatchedFile file) throws IOException {
    switch (settings.done()) {
      case KEEP -> file.moveTo(WatchedFile.DONE);
      case DELETE -> Files.deleteIfExists(file.path());
    }
  }

  private static void reject(WatchedFile file, String reasons) {
    try {
      var moved = file.moveTo(WatchedFile.REJECTED);
      Files.writeString(moved.resolveSibling(moved.getFileName() + ".reason.txt"), reasons + "\n");
    } catch (NoSuchFileException e) {
      log.debug("a file in the watched folder was rejected by another node, or taken by a person");
    } catch (IOException e) {
      log.warn("a file in the watched folder cannot be moved; it stays cause={}", cause(e));
    }
  }

  /// Without the name of the file, which tells a person.
  private static String cause(IOException e) {
    return e.getClass().getSimpleName();
  }
}
