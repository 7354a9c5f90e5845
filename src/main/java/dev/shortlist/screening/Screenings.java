package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.accounts.Numbers;
import dev.shortlist.database.Ids;
import dev.shortlist.database.Json;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.tasks.Engine;
import dev.shortlist.tasks.Places;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The screenings of an account.
@Component
public class Screenings {
  private static final String SELECT =
      """
      select id, number, reference, title, job_description_id, state, priority, created_at,
             finished_at
        from screening
       where account_id = :account
      """;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Numbers numbers;
  private final JobDescriptions jobDescriptions;
  private final Places places;
  private final ObjectProvider<FurtherWork> furtherWork;
  private final Ids ids;
  private final Clock clock;
  private final CurrentUser user;

  Screenings(
      JdbcClient jdbc,
      Tenancy tenancy,
      Numbers numbers,
      JobDescriptions jobDescriptions,
      Places places,
      ObjectProvider<FurtherWork> furtherWork,
      Ids ids,
      Engine engine,
      CurrentUser user) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.numbers = numbers;
    this.jobDescriptions = jobDescriptions;
    this.places = places;
    this.furtherWork = furtherWork;
    this.ids = ids;
    this.clock = engine.clock();
    this.user = user;
  }

  /// A screening without CVs.
  ///
  /// @param title absent for the job description's title
  /// @param jobDescription absent to read the CVs only
  /// @param reference what the caller calls it, absent for nothing
  /// @throws ReferenceTaken if the account has a screening with this reference
  /// @throws NoSuchElementException if the account has no such job description
  public Screening create(
      AccountId account,
      @Nullable String title,
      @Nullable JobDescriptionId jobDescription,
      @Nullable String reference) {
    return create(account, title, jobDescription, reference, Map.of());
  }

  /// The same with labels.
  ///
  /// @param labels what the caller wants to find on it again, by name
  public Screening create(
      AccountId account,
      @Nullable String title,
      @Nullable JobDescriptionId jobDescription,
      @Nullable String reference,
      Map<String, String> labels) {
    return tenancy.inAccount(
        account.value(),
        () -> {
          var asked =
              jobDescription == null
                  ? null
                  : jobDescriptions.find(account, jobDescription).orElseThrow().content();
          var created =
              new Screening(
                  new ScreeningId(ids.next()),
                  numbers.next(account, "screening"),
                  reference,
                  title(title, asked),
                  jobDescription,
                  Screening.State.CREATED,
                  Priority.NORMAL,
                  clock.instant(),
                  null);
          insert(account, created, labels);
          return created;
        });
  }

  /// The screening that takes applications to this job description as they come, one at a time;
  /// made when there is none yet.
  ///
  /// @throws NoSuchElementException if the account has no such job description
  public Screening standing(AccountId account, JobDescriptionId jobDescription) {
    return tenancy.inAccount(
        account.value(),
        () -> {
          lock(account, jobDescription); // of two who find none, one makes it
          return one(account, "and standing and job_description_id = :key", jobDescription.value())
              .orElseGet(() -> makeStanding(account, jobDescription));
        });
  }

  /// The user who made it; empty where a program did, or nobody signs in.
  public Optional<UUID> owner(AccountId account, ScreeningId screening) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql("select owner_id from screening where account_id = :account and id = :id")
                .param("account", account.value())
                .param("id", screening.value())
                .query((row, number) -> Optional.ofNullable(Rows.uuid(row, "owner_id")))
                .optional()
                .flatMap(Function.identity()));
  }

  private void lock(AccountId account, JobDescriptionId jobDescription) {
    var found =
        jdbc.sql(
                "select id from job_description where account_id = :account and id = :id for update")
            .param("account", account.value())
            .param("id", jobDescription.value())
            .query((row, number) -> Rows.id(row, "id"))
            .optional();
    if (found.isEmpty()) {
      throw new NoSuchElementException("no job description " + jobDescription);
    }
  }

  private Screening makeStanding(AccountId account, JobDescriptionId jobDescription) {
    var made = create(account, null, jobDescription, null);
    jdbc.sql("update screening set standing = true where account_id = :account and id = :id")
        .param("account", account.value())
        .param("id", made.id().value())
        .update();
    return made;
  }

  /// Finds a screening by its id, else by its number, else by its reference.
  public Optional<Screening> find(AccountId account, String key) {
    return tenancy.inAccount(
        account.value(),
        () ->
            Rows.idIn(key)
                .flatMap(id -> one(account, "and id = :key", id))
                .or(() ->
                    Rows.numberIn(key).flatMap(number -> one(account, "and number = :key", number)))
                .or(() -> one(account, "and reference = :key", key)));
  }

  /// Finds a screening by its id.
  public Optional<Screening> find(AccountId account, ScreeningId id) {
    return tenancy.inAccount(account.value(), () -> one(account, "and id = :key", id.value()));
  }

  /// Those of `ids` that the account has.
  public Map<ScreeningId, Screening> find(AccountId account, Collection<ScreeningId> ids) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc
                .sql(SELECT + "and id = any(:ids)")
                .param("account", account.value())
                .param("ids", ids.stream().map(ScreeningId::value).toArray(UUID[]::new))
                .query(Screenings::row)
                .list()
                .stream()
                .collect(Collectors.toMap(Screening::id, Function.identity())));
  }

  /// The newest `limit` screenings, newest first.
  public List<Screening> list(AccountId account, int limit) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(SELECT + "order by number desc limit :limit")
                .param("account", account.value())
                .param("limit", limit)
                .query(Screenings::row)
                .list());
  }

  /// Calls a screening something else.
  public void rename(AccountId account, ScreeningId id, String title) {
    tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql("update screening set title = :title where account_id = :account and id = :id")
                .param("title", title.strip())
                .param("account", account.value())
                .param("id", id.value())
                .update());
  }

  /// How far a screening is.
  ///
  /// @throws NoSuchElementException if the account has no such screening
  public Progress progress(AccountId account, ScreeningId id) {
    return tenancy.inAccount(
        account.value(),
        () ->
            new Count(jdbc, places, furtherWork.stream().toList(), account, id)
                .progress(
                    one(account, "and id = :key", id.value()).orElseThrow(), clock.instant()));
  }

  /// Mean time from one finished CV to the next, of those finished last; absent until two are.
  public Optional<Duration> pace(AccountId account, ScreeningId id) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select extract(epoch from max(finished_at) - min(finished_at)) * 1000
                             / nullif(count(*) - 1, 0) as millis
                      from (select finished_at
                              from application
                             where account_id = :account and screening_id = :screening
                               and finished_at is not null and started_at is not null
                             order by finished_at desc
                             limit :sample) latest
                    """)
                .param("account", account.value())
                .param("screening", id.value())
                .param("sample", Pace.SAMPLE)
                .query((row, number) -> Optional.ofNullable(row.getBigDecimal("millis")))
                .single()
                .map(millis -> Duration.ofMillis(millis.longValue())));
  }

  /// All screenings for a job description, whichever of its revisions, newest first.
  public List<Screening> of(AccountId account, JobDescriptionId jobDescription) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    SELECT
                        + """
                        and job_description_id in (
                          select revision.id
                            from job_description asked
                            join job_description revision
                              on revision.account_id = asked.account_id
                             and revision.number = asked.number
                           where asked.account_id = :account and asked.id = :id)
                        order by number desc
                        """)
                .param("account", account.value())
                .param("id", jobDescription.value())
                .query(Screenings::row)
                .list());
  }

  /// When the screening, or one of its applications, changed last.
  ///
  /// @throws NoSuchElementException if the account has no such screening
  public Instant lastChange(AccountId account, ScreeningId id) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select greatest(s.created_at, s.finished_at, max(a.created_at),
                             max(a.started_at), max(a.finished_at)) as changed
                      from screening s
                      left join application a
                        on a.account_id = s.account_id and a.screening_id = s.id
                     where s.account_id = :account and s.id = :id
                     group by s.created_at, s.finished_at
                    """)
                .param("account", account.value())
                .param("id", id.value())
                .query((row, number) -> Rows.instant(row, "changed"))
                .optional()
                .orElseThrow());
  }

  private static String title(@Nullable String given, @Nullable JobDescription asked) {
    if (given != null && !given.isBlank()) {
      return given.strip();
    }
    return asked == null ? "CVs" : asked.title();
  }

  private void insert(AccountId account, Screening screening, Map<String, String> labels) {
    try {
      jdbc.sql(
              """
              insert into screening
                (account_id, id, number, reference, title, job_description_id, state, labels,
                 owner_id, created_at)
              values (:account, :id, :number, :reference, :title, :jobDescription, :state,
                cast(:labels as jsonb), :owner, :now)
              """)
          .param("account", account.value())
          .param("id", screening.id().value())
          .param("number", screening.number())
          .param("reference", screening.reference())
          .param("title", screening.title())
          .param(
              "jobDescription",
              screening.jobDescription() == null ? null : screening.jobDescription().value())
          .param("state", screening.state().name())
          .param("labels", Json.write(labels))
          .param("owner", user.id().orElse(null))
          .param("now", Rows.time(screening.createdAt()))
          .update();
    } catch (DuplicateKeyException e) {
      throw new ReferenceTaken(String.valueOf(screening.reference()), e);
    }
  }

  private Optional<Screening> one(AccountId account, String condition, Object key) {
    return jdbc.sql(SELECT + condition)
        .param("account", account.value())
        .param("key", key)
        .query(Screenings::row)
        .optional();
  }

  private static Screening row(ResultSet row, int number) throws SQLException {
    var jobDescription = Rows.uuid(row, "job_description_id");
    return new Screening(
        new ScreeningId(Rows.id(row, "id")),
        row.getInt("number"),
        row.getString("reference"),
        Rows.text(row, "title"),
        jobDescription == null ? null : new JobDescriptionId(jobDescription),
        Screening.State.valueOf(row.getString("state")),
        Priority.valueOf(row.getString("priority")),
        Rows.instant(row, "created_at"),
        Rows.time(row, "finished_at"));
  }
}
