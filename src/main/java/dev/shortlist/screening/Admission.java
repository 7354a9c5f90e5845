package dev.shortlist.screening;

import static java.sql.Types.TIMESTAMP_WITH_TIMEZONE;
import static java.sql.Types.VARCHAR;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Rows;
import dev.shortlist.tasks.Engine;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The door of a screening: applications come in, and go out again, in the transaction that is
/// going on.
@Component
public class Admission {
  private static final int BATCH = 1000;

  private final JdbcClient jdbc;
  private final JdbcOperations batches;
  private final States states;
  private final Backlog backlog;
  private final Spending spending;
  private final Changes changes;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Admission(
      JdbcClient jdbc,
      JdbcOperations batches,
      States states,
      Backlog backlog,
      Spending spending,
      Changes changes,
      Engine engine,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.states = states;
    this.backlog = backlog;
    this.spending = spending;
    this.changes = changes;
    this.clock = engine.clock();
    this.events = events;
  }

  /// Makes sure that as many more may wait.
  ///
  /// @throws dev.shortlist.tasks.QueueFull if they may not
  public void requireRoom(AccountId account, int applications) {
    backlog.requireRoom(account, applications);
  }

  /// Holds the screening: from here on nobody else adds to it until the transaction ends.
  ///
  /// @return the applications that are in it and whose files are kept, by the hash of the file
  /// @throws java.util.NoSuchElementException if the account has no such screening
  /// @throws ScreeningClosed if it was cancelled
  public Map<String, Entry.Kept> open(AccountId account, ScreeningId screening) {
    hold(account, screening);
    var present = new HashMap<String, Entry.Kept>();
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
          var hash = Rows.text(row, "document_hash");
          var id = new ApplicationId(Rows.id(row, "id"));
          present.put(hash, new Entry.Kept(id, Rows.text(row, "file"), hash));
        });
    return present;
  }

  /// Takes applications in, in their order. Their files are written down already.
  ///
  /// @param how [Action#ADD] or [Action#COLLECT]
  /// @throws java.util.NoSuchElementException if the account has no such screening
  /// @throws ScreeningClosed if it was cancelled
  /// @throws dev.shortlist.tasks.QueueFull if too many wait already
  /// @throws dev.shortlist.accounts.InsufficientCredits if the account has fewer than are to be
  ///   read
  public void admit(AccountId account, ScreeningId screening, List<Entry> entries, Action how) {
    var state = hold(account, screening);
    var queued = queued(entries);
    backlog.requireRoom(account, queued.size());
    spending.reserve(account, queued);
    insert(account, screening, entries);
    tellRefused(account, screening, entries);
    if (!entries.isEmpty()
        && states.move(account, screening, how, state) == Screening.State.RUNNING) {
      backlog.add(account, screening, queued);
    }
    changes.changed(account, screening);
  }

  private Screening.State hold(AccountId account, ScreeningId screening) {
    var state = states.hold(account, screening);
    if (!Action.ADD.isPossible(state)) {
      throw new ScreeningClosed(screening, "it was cancelled");
    }
    return state;
  }

  private void tellRefused(AccountId account, ScreeningId screening, List<Entry> entries) {
    var refused = entries.stream().filter(Entry.Refused.class::isInstance).map(Entry::id).toList();
    if (!refused.isEmpty()) {
      events.publishEvent(new RefusedAtTheDoor(account, screening, refused));
    }
  }

  private static List<UUID> queued(List<Entry> entries) {
    return entries.stream()
        .filter(Entry.Kept.class::isInstance)
        .map(entry -> entry.id().value())
        .toList();
  }

  private void insert(AccountId account, ScreeningId screening, List<Entry> entries) {
    var now = Rows.time(clock.instant());
    batches.batchUpdate(
        """
        insert into application (account_id, id, screening_id, file, created_at, stage,
          document_hash, reason, detail, finished_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        entries,
        BATCH,
        (statement, entry) -> {
          statement.setObject(1, account.value());
          statement.setObject(2, entry.id().value());
          statement.setObject(3, screening.value());
          statement.setString(4, entry.file());
          statement.setObject(5, now);
          describe(statement, entry, now);
        });
  }

  private static void describe(PreparedStatement statement, Entry entry, OffsetDateTime now)
      throws SQLException {
    switch (entry) {
      case Entry.Kept kept -> {
        statement.setString(6, Stage.QUEUED.name());
        statement.setString(7, kept.documentHash());
        statement.setNull(8, VARCHAR);
        statement.setString(9, "");
        statement.setNull(10, TIMESTAMP_WITH_TIMEZONE);
      }
      case Entry.Refused refused -> {
        statement.setString(6, Stage.NEEDS_REVIEW.name());
        statement.setNull(7, VARCHAR);
        statement.setString(8, refused.reason().name());
        statement.setString(9, refused.detail());
        statement.setObject(10, now);
      }
    }
  }
}
