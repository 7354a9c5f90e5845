package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Ids;
import dev.shortlist.database.Rows;
import dev.shortlist.screening.Intake.Found;
import dev.shortlist.storage.StoredFile;
import dev.shortlist.text.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes down what was received: documents, applications, tasks and an entry for every file, in
/// the transaction that is going on.
@Component
class Register {
  private static final int BATCH = 1000;

  private final JdbcClient jdbc;
  private final JdbcOperations batches;
  private final States states;
  private final Backlog backlog;
  private final Changes changes;
  private final Spending spending;
  private final UploadLimits limits;
  private final Ids ids;
  private final Clock clock;

  Register(
      JdbcClient jdbc,
      JdbcOperations batches,
      States states,
      Backlog backlog,
      Changes changes,
      Spending spending,
      UploadLimits limits,
      Ids ids,
      Clock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.states = states;
    this.backlog = backlog;
    this.changes = changes;
    this.spending = spending;
    this.limits = limits;
    this.ids = ids;
    this.clock = clock;
  }

  Receipt enter(AccountId account, ScreeningId screening, List<Found> files) {
    // Uploads to one screening take turns, so that each sees the files of those before.
    var state = states.hold(account, screening);
    if (!Action.ADD.isPossible(state)) {
      throw new ScreeningClosed(screening, "it was cancelled");
    }
    var now = Rows.time(clock.instant());
    var applications = applications(account, screening);
    var receipt = new ArrayList<Received>();
    var added = new ArrayList<Added>();
    for (Found file : files) {
      receipt.add(
          switch (file) {
            case Found.Kept kept -> accept(kept, applications, added);
            case Found.Refused refused -> refuse(refused, added);
            case Found.Ignored(var path) -> new Received.Ignored(path);
          });
    }
    var queued = queued(added);
    backlog.requireRoom(account, queued.size());
    spending.reserve(account, queued);
    insertDocuments(account, files, now);
    limits.check(account);
    insertApplications(account, screening, added, now);
    insertReceived(account, screening, receipt, now);
    if (!added.isEmpty()) {
      if (states.move(account, screening, Action.ADD, state) == Screening.State.RUNNING) {
        backlog.add(account, screening, queued);
      }
    }
    changes.changed(account, screening);
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

  /// The applications the screening has, by the hash of their files.
  private Map<String, Known> applications(AccountId account, ScreeningId screening) {
    var known = new HashMap<String, Known>();
    jdbc.sql(
            """
            select document_hash, id, file
              from application
             where account_id = :account and screening_id = :screening
               and document_hash is not null
            """)
        .param("account", account.value())
        .param("screening", screening.value())
        .query(row -> {
          known.put(
              Rows.text(row, "document_hash"),
              new Known(new ApplicationId(Rows.id(row, "id")), Rows.text(row, "file")));
        });
    return known;
  }

  private Received accept(Found.Kept kept, Map<String, Known> applications, List<Added> added) {
    String hash = kept.file().hash();
    var known = applications.get(hash);
    if (known != null) {
      return new Received.Duplicate(kept.path(), known.id(), known.file());
    }
    var id = new ApplicationId(ids.next());
    applications.put(hash, new Known(id, kept.path()));
    added.add(new Added(id, kept.path(), hash, null, ""));
    return new Received.Accepted(kept.path(), id);
  }

  private Received refuse(Found.Refused refused, List<Added> added) {
    var id = new ApplicationId(ids.next());
    added.add(new Added(id, refused.path(), null, refused.reason(), refused.detail()));
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

  private void insertApplications(
      AccountId account, ScreeningId screening, List<Added> added, OffsetDateTime now) {
    batches.batchUpdate(
        """
        insert into application (account_id, id, screening_id, file, document_hash, stage, reason,
          detail, created_at, finished_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        added,
        BATCH,
        (statement, application) -> {
          boolean refused = application.reason() != null;
          statement.setObject(1, account.value());
          statement.setObject(2, application.id().value());
          statement.setObject(3, screening.value());
          statement.setString(4, application.file());
          statement.setString(5, application.hash());
          statement.setString(6, (refused ? Stage.NEEDS_REVIEW : Stage.QUEUED).name());
          statement.setString(7, application.reason() == null ? null : application.reason().name());
          statement.setString(8, application.detail());
          statement.setObject(9, now);
          statement.setObject(10, refused ? now : null, java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
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
          statement.setObject(6, application(received), java.sql.Types.OTHER);
          statement.setObject(7, now);
        });
  }

  private static List<UUID> queued(List<Added> added) {
    return added.stream()
        .filter(application -> application.reason() == null)
        .map(application -> application.id().value())
        .toList();
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
    return switch (Rows.text(row, "outcome")) {
      case "ACCEPTED" -> new Received.Accepted(path, applicationId(row));
      case "DUPLICATE" -> new Received.Duplicate(path, applicationId(row), Rows.text(row, "file"));
      case "REFUSED" ->
          new Received.Refused(
              path,
              applicationId(row),
              Reason.valueOf(Rows.text(row, "reason")),
              Rows.text(row, "detail"));
      default -> new Received.Ignored(path);
    };
  }

  private static ApplicationId applicationId(ResultSet row) throws SQLException {
    return new ApplicationId(Rows.id(row, "application_id"));
  }

  private record Known(ApplicationId id, String file) {}

  private record Added(
      ApplicationId id,
      String file,
      @Nullable String hash,
      @Nullable Reason reason,
      String detail) {}
}
