package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Ids;
import dev.shortlist.database.Json;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.match.LocalMatcher;
import dev.shortlist.profile.Profile;
import dev.shortlist.profile.Reading;
import dev.shortlist.text.Extraction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What was read, by content and version of the readers: a CV is read once, however many screenings
/// it is in.
@Component
public class Readings {
  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Ids ids;
  private final Clock clock;
  private final ObjectProvider<LocalMatcher> matcher;
  private final Lately<Reading> lately = new Lately<>();

  Readings(
      JdbcClient jdbc,
      Tenancy tenancy,
      Ids ids,
      Clock clock,
      ObjectProvider<LocalMatcher> matcher) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.ids = ids;
    this.clock = clock;
    this.matcher = matcher;
  }

  /// The reading `chosen`, or else the one of this content and version.
  Optional<Kept> find(
      AccountId account, String documentHash, String version, @Nullable UUID chosen) {
    return chosen == null
        ? find(account, documentHash, version)
        : Optional.of(get(account, chosen));
  }

  /// A reading the account has, as [Lately#take].
  Reading take(AccountId account, UUID id) {
    return lately.take(id, () -> get(account, id).reading());
  }

  private Kept get(AccountId account, UUID id) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select id, source, profile, meanings
                      from reading
                     where account_id = :account and id = :id
                    """)
                .param("account", account.value())
                .param("id", id)
                .query((row, number) -> kept(row))
                .single());
  }

  Optional<Kept> find(AccountId account, String documentHash, String version) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select id, source, profile, meanings
                      from reading
                     where account_id = :account and document_hash = :hash and version = :version
                    """)
                .param("account", account.value())
                .param("hash", documentHash)
                .param("version", version)
                .query((row, number) -> kept(row))
                .optional());
  }

  /// Keeps `reading`; if another task was quicker with the same CV, that one's stays.
  Kept keep(AccountId account, String documentHash, String version, Reading reading) {
    return tenancy.inAccount(
        account.value(),
        () -> {
          UUID id = ids.next();
          int inserted =
              jdbc.sql(
                      """
                      insert into reading
                        (account_id, id, document_hash, version, source, profile, name, years, marks,
                         search, place, created_at)
                      values (:account, :id, :hash, :version, cast(:source as json),
                        cast(:profile as json), :name, :years, :marks, :search, :place, :now)
                          on conflict (account_id, document_hash, version) do nothing
                      """)
                  .param("account", account.value())
                  .param("id", id)
                  .param("hash", documentHash)
                  .param("version", version)
                  .param("source", Json.write(reading.source()))
                  .param("profile", Json.write(reading.profile()))
                  .param("name", Sought.name(reading.profile()))
                  .param("years", reading.profile().years())
                  .param("marks", Sought.marks(reading))
                  .param("search", Sought.words(reading.profile()))
                  .param("place", Sought.place(reading.profile()))
                  .param("now", Rows.time(clock.instant()))
                  .update();
          if (inserted == 0) {
            return find(account, documentHash, version).orElseThrow();
          }
          lately.keep(id, reading);
          return new Kept(id, reading, false);
        });
  }

  /// The readings with these ids, in their order.
  public List<Kept> list(AccountId account, List<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc
                .sql(
                    """
                    select id, source, profile, meanings
                      from reading
                     where account_id = :account and id in (:ids)
                    """)
                .param("account", account.value())
                .param("ids", ids)
                .query((row, number) -> kept(row))
                .list()
                .stream()
                .sorted(Comparator.comparingInt(kept -> ids.indexOf(kept.id())))
                .toList());
  }

  /// Keeps what the language model made of a reading that was matched, so that it is not worked out
  /// again after a restart.
  void remember(AccountId account, Kept kept) {
    remember(account, List.of(kept));
  }

  /// The same for many readings, in one transaction: each commit waits for the disk.
  public void remember(AccountId account, List<Kept> readings) {
    var untold = readings.stream().filter(kept -> !kept.remembered()).toList();
    if (!untold.isEmpty()) {
      tenancy.inAccount(
          account.value(), () -> untold.stream().mapToInt(kept -> keep(account, kept)).sum());
    }
  }

  private int keep(AccountId account, Kept kept) {
    return jdbc.sql(
            """
            update reading set meanings = :meanings
             where account_id = :account and id = :id
            """)
        .param("account", account.value())
        .param("id", kept.id())
        .param("meanings", matcher.getObject().meanings(kept.reading()))
        .update();
  }

  private Kept kept(ResultSet row) throws SQLException {
    byte[] meanings = row.getBytes("meanings");
    boolean remembered = meanings != null && matcher.getObject().recall(meanings);
    return new Kept(Rows.id(row, "id"), reading(row), remembered);
  }

  /// The reading in the columns `source` and `profile`.
  static Reading reading(ResultSet row) throws SQLException {
    return new Reading(
        Json.read(Rows.text(row, "source"), Extraction.Text.class),
        Json.read(Rows.text(row, "profile"), Profile.class));
  }

  /// A reading and its id.
  ///
  /// @param remembered whether what the language model makes of it is kept too
  public record Kept(UUID id, Reading reading, boolean remembered) {}
}
