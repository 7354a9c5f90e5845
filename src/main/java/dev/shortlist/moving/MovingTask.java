package dev.shortlist.moving;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Audit;
import dev.shortlist.backup.AccountImport;
import dev.shortlist.backup.Backup;
import dev.shortlist.backup.BackupUnusable;
import dev.shortlist.intake.GrowingUploads;
import dev.shortlist.moving.Moving.State;
import dev.shortlist.storage.Storage;
import dev.shortlist.tasks.GivenUp;
import dev.shortlist.tasks.Lane;
import dev.shortlist.tasks.TaskHandler;
import dev.shortlist.tasks.TaskId;
import dev.shortlist.tasks.TaskQueue;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Takes one export in. A node that dies leaves CVs that nothing names and no row; the next one
/// goes on after the CVs that are kept.
@Component
class MovingTask implements TaskHandler {
  /// Written in the database: never rename it.
  static final String NAME = "account-import";

  private final Movings movings;
  private final GrowingUploads uploads;
  private final Storage storage;
  private final AccountImport importer;
  private final TaskQueue queue;
  private final Audit audit;

  MovingTask(
      Movings movings,
      GrowingUploads uploads,
      Storage storage,
      AccountImport importer,
      TaskQueue queue,
      Audit audit) {
    this.movings = movings;
    this.uploads = uploads;
    this.storage = storage;
    this.importer = importer;
    this.queue = queue;
    this.audit = audit;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Lane lane() {
    return Lane.SYS;
  }

  @Override
  public Runnable run(TaskId task) throws IOException {
    var account = new AccountId(task.account());
    UUID id = task.subject();
    var wanted = movings.wanted(account, id);
    if (wanted.isEmpty()) {
      uploads.drop(account, id); // it is over, and what was sent is not needed any more
      return () -> {};
    }
    var upload = uploads.find(account, id);
    if (upload.isEmpty()) {
      return () -> end(account, id, State.REFUSED, 0, "the upload's time is over: send it again");
    }
    try (var whole = storage.growing(id).whole(upload.get().bytes())) {
      Backup.Moved moved =
          importer.importFrom(
              whole.path(),
              account.value(),
              export -> audit.imported(account, wanted.get().by(), export),
              (files, all) -> movings.at(account, id, files, all));
      return () -> end(account, id, State.DONE, moved.rows(), "");
    } catch (AccountImport.AlreadyImported e) {
      return () -> end(account, id, State.DONE, 0, "");
    } catch (BackupUnusable e) {
      return () -> end(account, id, State.REFUSED, 0, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void givenUp(TaskId task, GivenUp why) {
    end(
        new AccountId(task.account()),
        task.subject(),
        State.REFUSED,
        0,
        "something went wrong; in the log it is " + why.errorId());
  }

  /// Another task drops the upload: until this is written, it may be needed once more.
  private void end(AccountId account, UUID id, State state, long rows, String error) {
    movings.end(account, id, state, rows, error);
    queue.add(Lane.SYS, NAME, account.value(), id, List.of(id));
  }
}
