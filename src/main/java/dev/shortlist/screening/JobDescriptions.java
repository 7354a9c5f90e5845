package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Numbers;
import dev.shortlist.database.Ids;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.jobdescription.JobDescriptionReader;
import dev.shortlist.text.VisibleText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The job descriptions of an account.
@Component
public class JobDescriptions {
  private static final String SELECT =
      "select id, number, reference, content, created_at from job_description where account_id = :account ";

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Numbers numbers;
  private final JobDescriptionReader reader;
  private final Ids ids;
  private final Clock clock;

  JobDescriptions(
      JdbcClient jdbc,
      Tenancy tenancy,
      Numbers numbers,
      JobDescriptionReader reader,
      Ids ids,
      Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.numbers = numbers;
    this.reader = reader;
    this.ids = ids;
    this.clock = clock;
  }

  /// Reads the requirements out of `text` and keeps both.
  ///
  /// @param title absent to take it from the text
  /// @param reference what the caller calls it, absent for nothing
  /// @throws ReferenceTaken if the account has a job description with this reference
  public StoredJobDescription create(
      AccountId account, @Nullable String title, String text, @Nullable String reference) {
    var content = reader.read(title, VisibleText.of(text));
    return tenancy.inAccount(account.value(), () -> insert(account, reference, content));
  }

  /// Finds a job description by its id, else by its number, else by its reference.
  public Optional<StoredJobDescription> find(AccountId account, String key) {
    return tenancy.inAccount(
        account.value(),
        () ->
            Rows.idIn(key)
                .flatMap(id -> one(account, "and id = :key", id))
                .or(() ->
                    Rows.numberIn(key).flatMap(number -> one(account, "and number = :key", number)))
                .or(() -> one(account, "and reference = :key", key)));
  }

  /// Finds a job description by its id.
  public Optional<StoredJobDescription> find(AccountId account, JobDescriptionId id) {
    return tenancy.inAccount(account.value(), () -> one(account, "and id = :key", id.value()));
  }

  /// All of them, newest first.
  public List<StoredJobDescription> list(AccountId account) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(SELECT + "order by number desc")
                .param("account", account.value())
                .query(JobDescriptions::row)
                .list());
  }

  private StoredJobDescription insert(
      AccountId account, @Nullable String reference, JobDescription content) {
    var created =
        new StoredJobDescription(
            new JobDescriptionId(ids.next()),
            numbers.next(account, "job_description"),
            reference,
            content,
            clock.instant());
    try {
      jdbc.sql(
              """
              insert into job_description (account_id, id, number, reference, content, created_at)
              values (:account, :id, :number, :reference, cast(:content as json), :now)
              """)
          .param("account", account.value())
          .param("id", created.id().value())
          .param("number", created.number())
          .param("reference", reference)
          .param("content", Json.write(content))
          .param("now", Rows.time(created.createdAt()))
          .update();
    } catch (DuplicateKeyException e) {
      throw new ReferenceTaken(String.valueOf(reference), e);
    }
    return created;
  }

  private Optional<StoredJobDescription> one(AccountId account, String condition, Object key) {
    return jdbc.sql(SELECT + condition)
        .param("account", account.value())
        .param("key", key)
        .query(JobDescriptions::row)
        .optional();
  }

  private static StoredJobDescription row(ResultSet row, int number) throws SQLException {
    return new StoredJobDescription(
        new JobDescriptionId(Rows.id(row, "id")),
        row.getInt("number"),
        row.getString("reference"),
        Json.read(Rows.text(row, "content"), JobDescription.class),
        Rows.instant(row, "created_at"));
  }
}
