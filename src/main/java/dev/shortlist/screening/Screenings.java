package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Numbers;
import dev.shortlist.database.Ids;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.tasks.Places;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
  private final Ids ids;
  private final Clock clock;

  Screenings(
      JdbcClient jdbc,
      Tenancy tenancy,
      Numbers numbers,
      JobDescriptions jobDescriptions,
      Places places,
      Ids ids,
      Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.numbers = numbers;
    this.jobDescriptions = jobDescriptions;
    this.places = places;
    this.ids = ids;
    this.clock = clock;
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
          insert(account, created);
          return created;
        });
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

  /// How far a screening is.
  ///
  /// @throws NoSuchElementException if the account has no such screening
  public Progress progress(AccountId account, ScreeningId id) {
    return tenancy.inAccount(
        account.value(),
        () ->
            new Count(jdbc, places, account, id)
                .progress(
                    one(account, "and id = :key", id.value()).orElseThrow(), clock.instant()));
  }

  private static String title(@Nullable String given, @Nullable JobDescription asked) {
    if (given != null && !given.isBlank()) {
      return given.strip();
    }
    return asked == null ? "CVs" : asked.title();
  }

  private void insert(AccountId account, Screening screening) {
    try {
      jdbc.sql(
              """
              insert into screening
                (account_id, id, number, reference, title, job_description_id, state, created_at)
              values (:account, :id, :number, :reference, :title, :jobDescription, :state, :now)
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
