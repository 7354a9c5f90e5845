package dev.shortlist.moving;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Audit;
import dev.shortlist.accounts.Principal;
import dev.shortlist.backup.AccountImport;
import dev.shortlist.backup.BackupUnusable;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.intake.GrowingUpload;
import dev.shortlist.intake.UploadLimits;
import dev.shortlist.moving.Moving.State;
import dev.shortlist.tasks.Lane;
import dev.shortlist.tasks.TaskQueue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Imports of exported accounts, at most one for an account at a time.
@Component
public class Movings {
  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final AccountImport importer;
  private final UploadLimits limits;
  private final TaskQueue queue;
  private final Audit audit;
  private final Clock clock;

  Movings(
      JdbcClient jdbc,
      Tenancy tenancy,
      AccountImport importer,
      UploadLimits limits,
      TaskQueue queue,
      Audit audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.importer = importer;
    this.limits = limits;
    this.queue = queue;
    this.audit = audit;
    this.clock = clock;
  }

  /// What is imported.
  record Wanted(UUID upload, String by) {}

  /// The account's last import.
  public Optional<Moving> find(AccountId account) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select state, files, all_files, rows, error, begun_at, finished_at
                      from moving
                     where account_id = :account
                    """)
                .param("account", account.value())
                .query(Movings::row)
                .optional());
  }

  /// Begins to take an export in, which goes on in the background.
  ///
  /// @param by whose account it goes into
  /// @param upload which has arrived as a whole
  /// @throws NotNow if the account is not empty, an import is going on, or bytes are missing
  /// @throws dev.shortlist.intake.UploadLimitReached if the account may not keep that much
  public Moving begin(Principal by, GrowingUpload upload) {
    if (upload.received() < upload.bytes()) {
      throw new NotNow(
          "%,d of %,d bytes have arrived: send the rest first"
              .formatted(upload.received(), upload.bytes()));
    }
    var account = by.account();
    requireEmpty(account);
    return tenancy.inAccount(
        account.value(),
        () -> {
          limits.require(account, upload.bytes());
          if (!claim(account, upload.id(), by.actor())) {
            throw new NotNow("an import is going on: wait for its end");
          }
          queue.add(
              Lane.SYS, MovingTask.NAME, account.value(), account.value(), List.of(upload.id()));
          audit.record(by, "account.import-begun", "account/" + account, "");
          return find(account).orElseThrow();
        });
  }

  private void requireEmpty(AccountId account) {
    try {
      importer.requireEmpty(account.value());
    } catch (BackupUnusable e) {
      throw new NotNow(String.valueOf(e.getMessage()));
    }
  }

  private boolean claim(AccountId account, UUID upload, String by) {
    return jdbc.sql(
                """
                insert into moving (account_id, upload_id, begun_by, state, begun_at)
                values (:account, :upload, :by, 'WAITING', :now)
                on conflict (account_id) do update
                  set upload_id = excluded.upload_id, begun_by = excluded.begun_by,
                      state = 'WAITING', files = 0, all_files = 0, rows = 0, error = '',
                      begun_at = excluded.begun_at, finished_at = null
                  where moving.state in ('DONE', 'REFUSED')
                """)
            .param("account", account.value())
            .param("upload", upload)
            .param("by", by)
            .param("now", Rows.time(clock.instant()))
            .update()
        == 1;
  }

  /// Empty when this upload is not what is imported, or no more.
  Optional<Wanted> wanted(AccountId account, UUID upload) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select upload_id, begun_by
                      from moving
                     where account_id = :account and upload_id = :upload
                       and state not in ('DONE', 'REFUSED')
                    """)
                .param("account", account.value())
                .param("upload", upload)
                .query((row, number) ->
                    new Wanted(Rows.id(row, "upload_id"), Rows.text(row, "begun_by")))
                .optional());
  }

  void at(AccountId account, UUID upload, int files, int all) {
    tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    update moving
                       set state = case when :files < :all then 'FILES' else 'ROWS' end,
                           files = :files, all_files = :all
                     where account_id = :account and upload_id = :upload
                       and state not in ('DONE', 'REFUSED')
                    """)
                .param("files", files)
                .param("all", all)
                .param("account", account.value())
                .param("upload", upload)
                .update());
  }

  void end(AccountId account, UUID upload, State state, long rows, String error) {
    tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    update moving
                       set state = :state, rows = :rows, error = :error, finished_at = :now
                     where account_id = :account and upload_id = :upload
                       and state not in ('DONE', 'REFUSED')
                    """)
                .param("state", state.name())
                .param("rows", rows, Types.BIGINT)
                .param("error", error)
                .param("now", Rows.time(clock.instant()))
                .param("account", account.value())
                .param("upload", upload)
                .update());
  }

  private static Moving row(ResultSet row, int number) throws SQLException {
    return new Moving(
        State.valueOf(Rows.text(row, "state")),
        row.getInt("files"),
        row.getInt("all_files"),
        row.getLong("rows"),
        Rows.text(row, "error"),
        Rows.instant(row, "begun_at"),
        Rows.time(row, "finished_at"));
  }
}
