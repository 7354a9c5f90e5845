package dev.shortlist.judging;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Ids;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.screening.ScreeningId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The calls that are still to be made for a screening: which CVs go into each, in which order.
@Component
class Packs {
  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Ids ids;

  Packs(JdbcClient jdbc, Tenancy tenancy, Ids ids) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.ids = ids;
  }

  /// One call to be made.
  ///
  /// @param reading how many times its CVs will have been read after it
  /// @param failures calls for it that came to nothing
  /// @param stricter whether the usual form of the question was of no use
  record Waiting(UUID id, int reading, List<UUID> applications, int failures, boolean stricter) {}

  /// Puts CVs into calls, in their order.
  ///
  /// @param lengths characters of each
  void add(
      AccountId account,
      ScreeningId screening,
      List<UUID> applications,
      List<Integer> lengths,
      ModelSetup setup) {
    var open = new ArrayList<UUID>();
    int characters = 0;
    for (int i = 0; i < applications.size(); i++) {
      boolean isFull =
          open.size() >= setup.cvsPerCall()
              || characters + lengths.get(i) > setup.charactersPerCall();
      if (!open.isEmpty() && isFull) {
        insert(account, screening, 1, open);
        open.clear();
        characters = 0;
      }
      open.add(applications.get(i));
      characters += lengths.get(i);
    }
    if (!open.isEmpty()) {
      insert(account, screening, 1, open);
    }
  }

  /// Has a CV read once more, alone.
  void again(AccountId account, ScreeningId screening, UUID application, int reading) {
    insert(account, screening, reading, List.of(application));
  }

  private void insert(
      AccountId account, ScreeningId screening, int reading, List<UUID> applications) {
    jdbc.sql(
            """
            insert into model_pack
              (account_id, id, screening_id, position, reading, application_ids)
            values (:account, :id, :screening,
              (select coalesce(max(position), 0) + 1 from model_pack
                where account_id = :account and screening_id = :screening),
              :reading, :applications)
            """)
        .param("account", account.value())
        .param("id", ids.next())
        .param("screening", screening.value())
        .param("reading", reading)
        .param("applications", applications.toArray(UUID[]::new))
        .update();
  }

  /// The calls to be made, in their order.
  List<UUID> list(AccountId account, ScreeningId screening) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select id from model_pack
                     where account_id = :account and screening_id = :screening
                     order by position
                    """)
                .param("account", account.value())
                .param("screening", screening.value())
                .query((row, number) -> Rows.id(row, "id"))
                .list());
  }

  /// How many calls all running screenings of the account are to make.
  int count(AccountId account) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select count(*) from model_pack p
                      join screening s on s.account_id = p.account_id and s.id = p.screening_id
                     where p.account_id = :account and s.state = 'RUNNING'
                    """)
                .param("account", account.value())
                .query((row, number) -> row.getInt(1))
                .single());
  }

  /// A call that is to be made now; empty when it was made, or its screening does not run.
  Optional<Waiting> find(AccountId account, UUID id) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select p.id, p.reading, p.application_ids, p.failures, p.stricter
                      from model_pack p
                      join screening s on s.account_id = p.account_id and s.id = p.screening_id
                     where p.account_id = :account and p.id = :id and s.state = 'RUNNING'
                    """)
                .param("account", account.value())
                .param("id", id)
                .query((row, number) ->
                    new Waiting(
                        Rows.id(row, "id"),
                        row.getInt("reading"),
                        Arrays.asList((UUID[]) row.getArray("application_ids").getArray()),
                        row.getInt("failures"),
                        row.getBoolean("stricter")))
                .optional());
  }

  /// A call for it came to nothing.
  void failed(AccountId account, UUID id) {
    tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    update model_pack set failures = failures + 1
                     where account_id = :account and id = :id
                    """)
                .param("account", account.value())
                .param("id", id)
                .update());
  }

  /// From now on it is asked in the stricter form.
  void insist(AccountId account, UUID id) {
    tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    update model_pack set stricter = true
                     where account_id = :account and id = :id
                    """)
                .param("account", account.value())
                .param("id", id)
                .update());
  }

  void remove(AccountId account, UUID id) {
    jdbc.sql("delete from model_pack where account_id = :account and id = :id")
        .param("account", account.value())
        .param("id", id)
        .update();
  }

  void removeAll(AccountId account, ScreeningId screening) {
    jdbc.sql("delete from model_pack where account_id = :account and screening_id = :screening")
        .param("account", account.value())
        .param("screening", screening.value())
        .update();
  }
}
