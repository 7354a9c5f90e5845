package dev.shortlist.judging;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Ids;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.screening.ScreeningId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  /// One of the calls to be made.
  record Listed(UUID id, int reading, int cvs, Form form) {}

  enum Form {
    USUAL,
    /// For CVs an answer in the usual form was of no use for.
    STRICTER
  }

  /// Puts CVs into calls, in their order.
  ///
  /// @param lengths characters of each
  /// @param together most CVs in one call
  /// @param form how they are asked about
  void add(
      AccountId account,
      ScreeningId screening,
      List<UUID> applications,
      List<Integer> lengths,
      ModelSetup setup,
      int together,
      Form form) {
    var calls = new ArrayList<List<UUID>>();
    int characters = 0;
    for (int i = 0; i < applications.size(); i++) {
      characters += lengths.get(i);
      if (calls.isEmpty()
          || calls.getLast().size() >= together
          || characters > setup.charactersPerCall()) {
        calls.add(new ArrayList<>());
        characters = lengths.get(i);
      }
      calls.getLast().add(applications.get(i));
    }
    insert(account, screening, 1, calls, form);
  }

  /// Has a CV read once more, alone.
  void again(AccountId account, ScreeningId screening, UUID application, int reading) {
    insert(account, screening, reading, List.of(List.of(application)), Form.USUAL);
  }

  private void insert(
      AccountId account, ScreeningId screening, int reading, List<List<UUID>> calls, Form form) {
    var call = new ArrayList<UUID>();
    var place = new ArrayList<Integer>();
    for (int i = 0; i < calls.size(); i++) {
      call.addAll(Collections.nCopies(calls.get(i).size(), ids.next()));
      place.addAll(Collections.nCopies(calls.get(i).size(), i + 1));
    }
    jdbc.sql(
            """
            insert into model_pack
              (account_id, id, screening_id, position, reading, application_ids, stricter)
            select :account, call, :screening, last + place, :reading,
                   array_agg(application order by ordinality), :stricter
              from unnest(
                     cast(:calls as uuid[]), cast(:places as integer[]),
                     cast(:applications as uuid[])) with ordinality
                     as one (call, place, application, ordinality),
                   (select coalesce(max(position), 0) as last from model_pack
                     where account_id = :account and screening_id = :screening) made
             group by call, place, last
            """)
        .param("account", account.value())
        .param("screening", screening.value())
        .param("reading", reading)
        .param("calls", call.toArray(UUID[]::new))
        .param("places", place.toArray(Integer[]::new))
        .param("applications", calls.stream().flatMap(List::stream).toArray(UUID[]::new))
        .param("stricter", form == Form.STRICTER)
        .update();
  }

  /// Takes the CVs back out of calls in the stricter form that are not in `known`, so that they can
  /// be put together with others.
  List<UUID> takeBack(AccountId account, ScreeningId screening, Set<UUID> known) {
    return jdbc
        .sql(
            """
            delete from model_pack
             where account_id = :account and screening_id = :screening and stricter
               and reading = 1 and not id = any(:known)
            returning application_ids
            """)
        .param("account", account.value())
        .param("screening", screening.value())
        .param("known", known.toArray(UUID[]::new))
        .query((row, number) -> Arrays.asList((UUID[]) row.getArray(1).getArray()))
        .list()
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  /// The calls to be made, in their order.
  List<Listed> list(AccountId account, ScreeningId screening) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select id, reading, cardinality(application_ids) as cvs, stricter
                      from model_pack
                     where account_id = :account and screening_id = :screening
                     order by position
                    """)
                .param("account", account.value())
                .param("screening", screening.value())
                .query((row, number) ->
                    new Listed(
                        Rows.id(row, "id"),
                        row.getInt("reading"),
                        row.getInt("cvs"),
                        row.getBoolean("stricter") ? Form.STRICTER : Form.USUAL))
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
