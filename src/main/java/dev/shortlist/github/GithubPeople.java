package dev.shortlist.github;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Ids;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.screening.ApplicationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The GitHub accounts that CVs name, and what is known of them.
@Component
public class GithubPeople {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Ids ids;
  private final GithubSettings settings;
  private final Clock clock;

  GithubPeople(JdbcClient jdbc, Tenancy tenancy, Ids ids, GithubSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.ids = ids;
    this.settings = settings;
    this.clock = clock;
  }

  /// One to be asked about.
  record Waiting(UUID id, String login, int failures, Instant askedAt) {}

  /// What is known of the account a CV names; empty where it names none, or where nobody looked.
  public Optional<Lookup> find(AccountId account, ApplicationId application) {
    return Optional.ofNullable(find(account, List.of(application)).get(application));
  }

  /// As [#find], for many.
  public Map<ApplicationId, Lookup> find(
      AccountId account, Collection<ApplicationId> applications) {
    Map<ApplicationId, Lookup> found = new HashMap<>();
    tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select a.application_id, p.login, p.state, p.why, p.work, p.answered_at
                      from github_application a
                      join github_person p on p.account_id = a.account_id and p.id = a.person_id
                     where a.account_id = :account
                       and a.application_id = any(cast(:ids as uuid[]))
                    """)
                .param("account", account.value())
                .param("ids", strings(applications))
                .query(row -> {
                  found.put(new ApplicationId(Rows.id(row, "application_id")), lookup(row));
                }));
    return found;
  }

  private static Lookup lookup(ResultSet row) throws SQLException {
    String login = Rows.text(row, "login");
    String work = row.getString("work");
    if (work != null) { // and stays for the time in which GitHub is asked again
      return new Lookup.Known(
          JSON.readValue(work, PublicWork.class), Rows.instant(row, "answered_at"));
    }
    return switch (Rows.text(row, "state")) {
      case "NOT_KNOWN" -> new Lookup.NotKnown(login, Skipped.valueOf(Rows.text(row, "why")));
      default -> new Lookup.Waiting(login);
    };
  }

  /// Notes which accounts these CVs name, in the transaction that is going on.
  ///
  /// @return whether GitHub is to be asked about any
  boolean note(AccountId account, Collection<ApplicationId> applications) {
    boolean any = false;
    for (var named : named(account, applications)) {
      any |= expect(account, named.login());
      jdbc.sql(
              """
              insert into github_application (account_id, application_id, person_id)
              select :account, :application, id
                from github_person
               where account_id = :account and login = :login
              on conflict (account_id, application_id) do update
                set person_id = excluded.person_id
              """)
          .param("account", account.value())
          .param("application", named.application().value())
          .param("login", named.login())
          .update();
    }
    return any;
  }

  private record Named(ApplicationId application, String login) {}

  /// In one order everywhere, as they are then locked.
  private List<Named> named(AccountId account, Collection<ApplicationId> applications) {
    var named = new ArrayList<Named>();
    jdbc.sql(
            """
            select a.id, r.profile -> 'contact' ->> 'links' as links
              from application a
              join reading r on r.account_id = a.account_id and r.id = a.reading_id
             where a.account_id = :account and a.id = any(cast(:ids as uuid[]))
               and r.profile -> 'contact' ->> 'links' ilike '%github.com/%'
            """)
        .param("account", account.value())
        .param("ids", strings(applications))
        .query(row -> {
          var links = List.of(JSON.readValue(Rows.text(row, "links"), String[].class));
          var application = new ApplicationId(Rows.id(row, "id"));
          Logins.of(links).ifPresent(login -> named.add(new Named(application, login)));
        });
    named.sort(Comparator.comparing(Named::login));
    return named;
  }

  /// @return whether GitHub is to be asked: it never was, or long ago, or could not answer
  private boolean expect(AccountId account, String login) {
    var now = clock.instant();
    return jdbc.sql(
                """
                insert into github_person (account_id, id, login, state, asked_at)
                values (:account, :id, :login, 'WAITING', :now)
                on conflict (account_id, login) do update
                  set state = 'WAITING', why = null, failures = 0, asked_at = excluded.asked_at
                  where github_person.state <> 'WAITING'
                    and (github_person.answered_at is null or github_person.answered_at < :stale)
                """)
            .param("account", account.value())
            .param("id", ids.next())
            .param("login", login)
            .param("now", Rows.time(now))
            .param("stale", Rows.time(now.minus(settings.fresh())))
            .update()
        == 1;
  }

  /// Who waits, those first with whom it went well so far.
  List<Waiting> waiting(AccountId account, int limit) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select id, login, failures, asked_at
                      from github_person
                     where account_id = :account and state = 'WAITING'
                     order by failures, asked_at, id
                     limit :limit
                    """)
                .param("account", account.value())
                .param("limit", limit)
                .query((row, number) ->
                    new Waiting(
                        Rows.id(row, "id"),
                        Rows.text(row, "login"),
                        row.getInt("failures"),
                        Rows.instant(row, "asked_at")))
                .list());
  }

  void known(AccountId account, UUID person, PublicWork work) {
    update(
        account,
        person,
        "state = 'KNOWN', why = null, work = cast(:value as jsonb), answered_at = :now",
        JSON.writeValueAsString(work));
  }

  /// @param why when GitHub itself said so, what was known before is forgotten
  void notKnown(AccountId account, UUID person, Skipped why) {
    update(
        account,
        person,
        why.isAnswer()
            ? "state = 'NOT_KNOWN', why = :value, work = null, answered_at = :now"
            : "state = 'NOT_KNOWN', why = :value, answered_at = case when work is null then null else answered_at end",
        why.name());
  }

  /// It was in vain to ask about them once more.
  ///
  /// @param people absent for all who wait
  /// @param most how often it is tried
  void failed(AccountId account, @Nullable List<UUID> people, int most) {
    tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    update github_person
                       set failures = failures + 1,
                           state = case when failures + 1 < :most then state else 'NOT_KNOWN' end,
                           why = case when failures + 1 < :most then why else 'NOT_REACHED' end
                     where account_id = :account and state = 'WAITING'
                       and (cast(:people as uuid[]) is null or id = any(cast(:people as uuid[])))
                    """)
                .param("account", account.value())
                .param("most", most)
                .param(
                    "people",
                    people == null
                        ? null
                        : people.stream().map(UUID::toString).toArray(String[]::new),
                    Types.ARRAY)
                .update());
  }

  /// Whoever starts a round waits for whoever is about to, until the transaction ends.
  void takeTurns(AccountId account) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
        .param("key", "github" + account)
        .query((row, number) -> true)
        .single();
  }

  private void update(AccountId account, UUID person, String change, @Nullable String value) {
    tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    update github_person set %s
                     where account_id = :account and id = :person and state = 'WAITING'
                    """
                        .formatted(change))
                .param("account", account.value())
                .param("person", person)
                .param("value", value, Types.VARCHAR)
                .param("now", Rows.time(clock.instant()))
                .update());
  }

  /// Those who wait go without.
  ///
  /// @param before only those who wait since before then
  void giveUp(AccountId account, Skipped why, Instant before) {
    tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    update github_person set state = 'NOT_KNOWN', why = :why
                     where account_id = :account and state = 'WAITING' and asked_at <= :before
                    """)
                .param("account", account.value())
                .param("why", why.name())
                .param("before", Rows.time(before))
                .update());
  }

  /// Forgets accounts that no CV names any more.
  int forgetUnnamed(AccountId account) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    delete from github_person
                     where account_id = :account and id in (
                       select id
                         from github_person p
                        where p.account_id = :account
                          and not exists (select from github_application a
                                           where a.account_id = :account and a.person_id = p.id)
                          for update skip locked)
                    """)
                .param("account", account.value())
                .update());
  }

  /// What GitHub answered about a person before.
  Remembered remembered(AccountId account, UUID person) {
    return new Remembered() {
      @Override
      public Optional<Answer> find(String path) {
        return tenancy.inAccount(
            account.value(),
            () ->
                jdbc.sql(
                        """
                        select etag, link, body
                          from github_answer
                         where account_id = :account and person_id = :person and path = :path
                        """)
                    .param("account", account.value())
                    .param("person", person)
                    .param("path", path)
                    .query((row, number) ->
                        new Answer(
                            Rows.text(row, "etag"), Rows.text(row, "link"), Rows.text(row, "body")))
                    .optional());
      }

      @Override
      public void keep(String path, Answer answer) {
        tenancy.inAccount(
            account.value(),
            () ->
                jdbc.sql(
                        """
                        insert into github_answer (account_id, person_id, path, etag, link, body)
                        select :account, id, :path, :etag, :link, cast(:body as jsonb)
                          from github_person
                         where account_id = :account and id = :person
                        on conflict (account_id, person_id, path) do update
                          set etag = excluded.etag, link = excluded.link, body = excluded.body
                        """)
                    .param("account", account.value())
                    .param("person", person)
                    .param("path", path)
                    .param("etag", answer.etag())
                    .param("link", answer.link())
                    .param("body", answer.body())
                    .update());
      }
    };
  }

  private static String[] strings(Collection<ApplicationId> applications) {
    return applications.stream().map(Objects::toString).toArray(String[]::new);
  }
}
