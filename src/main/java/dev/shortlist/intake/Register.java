package dev.shortlist.intake;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Ids;
import dev.shortlist.database.Rows;
import dev.shortlist.intake.Intake.Found;
import dev.shortlist.screening.Action;
import dev.shortlist.screening.Admission;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Entry;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.screening.Stage;
import dev.shortlist.storage.StoredFile;
import dev.shortlist.text.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes down what was received: documents, applications and what became of every file, in the
/// transaction that is going on.
@Component
class Register {
  private static final int BATCH = 1000;

  private final JdbcClient jdbc;
  private final JdbcOperations batches;
  private final Admission admission;
  private final UploadLimits limits;
  private final Ids ids;
  private final Clock clock;

  Register(
      JdbcClient jdbc,
      JdbcOperations batches,
      Admission admission,
      UploadLimits limits,
      Ids ids,
      Clock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.admission = admission;
    this.limits = limits;
    this.ids = ids;
    this.clock = clock;
  }

  Receipt enter(AccountId account, ScreeningId screening, List<Found> files, Action how) {
    // Uploads to one screening take turns, so that each sees the files of those before.
    var present = admission.open(account, screening);
    var receipt = new ArrayList<Received>();
    var entries = new ArrayList<Entry>();
    for (Found file : files) {
      receipt.add(
          switch (file) {
            case Found.Kept kept -> accept(kept, present, entries);
            case Found.Refused refused -> refuse(refused, entries);
            case Found.Ignored(var path) -> new Received.Ignored(path);
          });
    }
    var now = Rows.time(clock.instant());
    insertDocuments(account, files, now);
    limits.check(account);
    admission.admit(account, screening, entries, how);
    insertReceived(account, screening, receipt, now);
    return new Receipt(receipt);
  }

  Optional<StoredFile> stored(AccountId account, Application application) {
    return jdbc.sql("select hash, bytes from document where account_id = :account and hash = :hash")
        .param("account", account.value())
        .param("hash", application.documentHash())
        .query((row, number) -> new StoredFile(Rows.text(row, "hash"), row.getLong("bytes")))
        .optional();
  }

  List<Received> received(AccountId account, ScreeningId screening) {
    return jdbc.sql(
            """
            select r.path, r.outcome, r.application_id, a.file, a.reason, a.detail
              from received r
              left join application a
                on a.account_id = r.account_id and a.id = r.application_id
             where r.account_id = :account and r.screening_id = :screening
             order by r.id
            """)
        .param("account", account.value())
        .param("screening", screening.value())
        .query(Register::received)
        .list();
  }

  /// A part of what came in, either files or the system files among them.
  List<Received> received(
      AccountId account, ScreeningId screening, boolean systemFiles, int from, int limit) {
    return jdbc.sql(
            """
            select r.path, r.outcome, r.application_id, a.file, a.reason, a.detail
              from received r
              left join application a
                on a.account_id = r.account_id and a.id = r.application_id
             where r.account_id = :account and r.screening_id = :screening
               and (r.outcome = 'IGNORED') = :system
             order by r.id
             limit :limit offset :from
            """)
        .param("account", account.value())
        .param("screening", screening.value())
        .param("system", systemFiles)
        .param("limit", limit)
        .param("from", from)
        .query(Register::received)
        .list();
  }

  List<Fate> fates(AccountId account, ScreeningId screening) {
    return jdbc.sql(
            """
            select r.outcome, a.stage, count(*) as files
              from received r
              left join application a
                on a.account_id = r.account_id and a.id = r.application_id
             where r.account_id = :account and r.screening_id = :screening
             group by r.outcome, a.stage
             order by r.outcome, a.stage
            """)
        .param("account", account.value())
        .param("screening", screening.value())
        .query((row, number) -> {
          String stage = row.getString("stage");
          return new Fate(
              Fate.Outcome.valueOf(Rows.text(row, "outcome")),
              stage == null ? null : Stage.valueOf(stage),
              row.getInt("files"));
        })
        .list();
  }

  private Received accept(Found.Kept kept, Map<String, Entry.Kept> present, List<Entry> entries) {
    String hash = kept.file().hash();
    var before = present.get(hash);
    if (before != null) {
      return new Received.Duplicate(kept.path(), before.id(), before.file());
    }
    var entry = new Entry.Kept(new ApplicationId(ids.next()), kept.path(), hash);
    present.put(hash, entry);
    entries.add(entry);
    return new Received.Accepted(kept.path(), entry.id());
  }

  private Received refuse(Found.Refused refused, List<Entry> entries) {
    var id = new ApplicationId(ids.next());
    entries.add(new Entry.Refused(id, refused.path(), refused.reason(), refused.detail()));
    return new Received.Refused(refused.path(), id, refused.reason(), refused.detail());
  }

  private void insertDocuments(AccountId account, List<Found> files, OffsetDateTime now) {
    var kept =
        files.stream()
            .filter(Found.Kept.class::isInstance)
            .map(Found.Kept.class::cast)
            .map(Found.Kept::file)
            .distinct()
            .sorted(Comparator.comparing(StoredFile::hash)) // uploads hold rows in the same order
            .toList();
    batches.batchUpdate(
        """
        insert into document (account_id, hash, bytes, created_at) values (?, ?, ?, ?)
            on conflict (account_id, hash) do update set created_at = excluded.created_at
        """,
        kept,
        BATCH,
        (statement, file) -> {
          statement.setObject(1, account.value());
          statement.setString(2, file.hash());
          statement.setLong(3, file.bytes());
          statement.setObject(4, now);
        });
  }

  private void insertReceived(
      AccountId account, ScreeningId screening, List<Received> receipt, OffsetDateTime now) {
    batches.batchUpdate(
        """
        insert into received (account_id, id, screening_id, path, outcome, application_id,
          created_at) values (?, ?, ?, ?, ?, ?, ?)
        """,
        receipt,
        BATCH,
        (statement, received) -> {
          statement.setObject(1, account.value());
          statement.setObject(2, ids.next());
          statement.setObject(3, screening.value());
          statement.setString(4, received.path());
          statement.setString(5, outcome(received));
          statement.setObject(6, application(received), Types.OTHER);
          statement.setObject(7, now);
        });
  }

  private static String outcome(Received received) {
    return switch (received) {
      case Received.Accepted accepted -> "ACCEPTED";
      case Received.Duplicate duplicate -> "DUPLICATE";
      case Received.Refused refused -> "REFUSED";
      case Received.Ignored ignored -> "IGNORED";
    };
  }

  private static @Nullable UUID application(Received received) {
    return switch (received) {
      case Received.Accepted(var path, var application) -> application.value();
      case Received.Duplicate(var path, var application, var original) -> application.value();
      case Received.Refused(var path, var application, var reason, var detail) ->
          application.value();
      case Received.Ignored ignored -> null;
    };
  }

  private static Received received(ResultSet row, int number) throws SQLException {
    String path = Rows.text(row, "path");
    String outcome = Rows.text(row, "outcome");
    return switch (outcome) {
      case "ACCEPTED" -> new Received.Accepted(path, applicationId(row));
      case "DUPLICATE" -> new Received.Duplicate(path, applicationId(row), Rows.text(row, "file"));
      case "REFUSED" ->
          new Received.Refused(
              path,
              applicationId(row),
              Reason.valueOf(Rows.text(row, "reason")),
              Rows.text(row, "detail"));
      case "IGNORED" -> new Received.Ignored(path);
      default -> throw new IllegalStateException("received has an outcome " + outcome);
    };
  }

  private static ApplicationId applicationId(ResultSet row) throws SQLException {
    return new ApplicationId(Rows.id(row, "application_id"));
  }
}
