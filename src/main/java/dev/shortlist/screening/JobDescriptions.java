package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Numbers;
import dev.shortlist.database.Ids;
import dev.shortlist.database.Json;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.jobdescription.CardEditor;
import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.jobdescription.Wanted;
import dev.shortlist.match.Weights;
import dev.shortlist.terms.Engines;
import dev.shortlist.text.VisibleText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The job descriptions of an account.
@Component
public class JobDescriptions {
  private static final String SELECT =
      """
      select id, number, revision, reference, content, weights, created_at, closed_at
        from job_description
       where account_id = :account
      """;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Numbers numbers;
  private final Engines engines;
  private final Ids ids;
  private final Clock clock;

  JobDescriptions(
      JdbcClient jdbc, Tenancy tenancy, Numbers numbers, Engines engines, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.numbers = numbers;
    this.engines = engines;
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
    return create(
        account,
        engines.of(account).jobDescriptions().read(title, VisibleText.of(text)),
        reference);
  }

  /// What `text` asks for; nothing is kept.
  ///
  /// @param title absent to take it from the text
  public JobDescription read(AccountId account, @Nullable String title, String text) {
    return engines.of(account).jobDescriptions().read(title, VisibleText.of(text));
  }

  /// What changes a card by the account's terms; nothing is kept.
  public CardEditor cards(AccountId account) {
    return engines.of(account).cards();
  }

  /// Keeps a job description that is read already, with weights of its own.
  public StoredJobDescription keep(AccountId account, JobDescription content, Weights weights) {
    return tenancy.inAccount(
        account.value(),
        () ->
            insert(
                account,
                numbers.next(account, "job_description"),
                1,
                null,
                content,
                weights,
                null));
  }

  /// Keeps a job description that is read already.
  public StoredJobDescription create(
      AccountId account, JobDescription content, @Nullable String reference) {
    return tenancy.inAccount(
        account.value(),
        () ->
            insert(
                account,
                numbers.next(account, "job_description"),
                1,
                reference,
                content,
                Weights.STANDARD,
                null));
  }

  /// Reads the requirements anew out of another text and keeps both as the next revision.
  ///
  /// @param title absent to take it from the text
  /// @throws NoSuchElementException if the account has no such job description
  /// @throws RevisionOutdated if it was changed by somebody else since
  public StoredJobDescription rewrite(
      AccountId account, StoredJobDescription before, @Nullable String title, String text) {
    var content = engines.of(account).jobDescriptions().read(title, VisibleText.of(text));
    return revise(account, before.id(), content, before.weights());
  }

  /// Keeps a person's corrections as the next revision.
  ///
  /// @throws dev.shortlist.jobdescription.InvalidCard if they cannot be
  /// @throws NoSuchElementException if the account has no such job description
  /// @throws RevisionOutdated if it was changed by somebody else since
  public StoredJobDescription correct(
      AccountId account,
      StoredJobDescription before,
      String title,
      List<Wanted> wanted,
      Weights weights) {
    var content = engines.of(account).cards().edited(before.content(), title, wanted);
    return revise(account, before.id(), content, weights);
  }

  /// Keeps a changed job description as the next revision.
  ///
  /// @param before the revision that was changed
  /// @throws NoSuchElementException if the account has no such job description
  /// @throws RevisionOutdated if it was changed by somebody else since
  public StoredJobDescription revise(
      AccountId account, JobDescriptionId before, JobDescription content, Weights weights) {
    return tenancy.inAccount(
        account.value(),
        () -> {
          var old = find(account, before).orElseThrow();
          requireLast(account, old);
          return insert(
              account,
              old.number(),
              old.revision() + 1,
              old.reference(),
              content,
              weights,
              old.closedAt());
        });
  }

  /// Takes no more applications from now on; screenings go on. One that is closed stays as it is.
  ///
  /// @throws NoSuchElementException if the account has no such job description
  public StoredJobDescription close(AccountId account, JobDescriptionId id) {
    return close(account, id, Rows.time(clock.instant()));
  }

  /// Takes applications again.
  ///
  /// @throws NoSuchElementException if the account has no such job description
  public StoredJobDescription reopen(AccountId account, JobDescriptionId id) {
    return close(account, id, null);
  }

  private StoredJobDescription close(
      AccountId account, JobDescriptionId id, @Nullable OffsetDateTime at) {
    return tenancy.inAccount(
        account.value(),
        () -> {
          var found = find(account, id).orElseThrow();
          jdbc.sql(
                  """
                  update job_description
                     set closed_at = case when :closing then coalesce(closed_at, :at) end
                   where account_id = :account and number = :number
                  """)
              .param("closing", at != null)
              .param("at", at)
              .param("account", account.value())
              .param("number", found.number())
              .update();
          return find(account, id).orElseThrow();
        });
  }

  /// All revisions of the job description that `key` names, newest first.
  public List<StoredJobDescription> revisions(AccountId account, String key) {
    return tenancy.inAccount(
        account.value(),
        () -> find(account, key).map(last -> revisions(account, last.number())).orElse(List.of()));
  }

  /// Finds a revision by its id, else the last one by its number, else by its reference.
  public Optional<StoredJobDescription> find(AccountId account, String key) {
    return tenancy.inAccount(
        account.value(),
        () ->
            Rows.idIn(key)
                .flatMap(id -> one(account, "and id = :key", id))
                .or(() ->
                    Rows.numberIn(key)
                        .flatMap(number -> last(account, "and number = :key", number)))
                .or(() -> last(account, "and reference = :key", key)));
  }

  /// Finds a revision by its id.
  public Optional<StoredJobDescription> find(AccountId account, JobDescriptionId id) {
    return tenancy.inAccount(account.value(), () -> one(account, "and id = :key", id.value()));
  }

  /// Those of `ids` that the account has.
  public Map<JobDescriptionId, StoredJobDescription> find(
      AccountId account, Collection<JobDescriptionId> ids) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc
                .sql(SELECT + "and id = any(:ids)")
                .param("account", account.value())
                .param("ids", ids.stream().map(JobDescriptionId::value).toArray(UUID[]::new))
                .query(JobDescriptions::row)
                .list()
                .stream()
                .collect(Collectors.toMap(StoredJobDescription::id, Function.identity())));
  }

  /// The last revision of each, newest first.
  public List<StoredJobDescription> list(AccountId account) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    SELECT
                        + """
                          and not exists (select from job_description later
                            where later.account_id = job_description.account_id
                              and later.number = job_description.number
                              and later.revision > job_description.revision)
                        order by number desc
                        """)
                .param("account", account.value())
                .query(JobDescriptions::row)
                .list());
  }

  private StoredJobDescription insert(
      AccountId account,
      int number,
      int revision,
      @Nullable String reference,
      JobDescription content,
      Weights weights,
      @Nullable Instant closedAt) {
    var created =
        new StoredJobDescription(
            new JobDescriptionId(ids.next()),
            number,
            revision,
            reference,
            content,
            weights,
            clock.instant(),
            closedAt);
    try {
      jdbc.sql(
              """
              insert into job_description
                (account_id, id, number, revision, reference, content, weights, created_at, closed_at)
              values (:account, :id, :number, :revision, :reference, cast(:content as json),
                cast(:weights as json), :now, :closed)
              """)
          .param("account", account.value())
          .param("id", created.id().value())
          .param("number", created.number())
          .param("revision", revision)
          .param("reference", reference)
          .param("content", Json.write(content))
          .param("weights", Json.write(weights))
          .param("now", Rows.time(created.createdAt()))
          .param("closed", closedAt == null ? null : Rows.time(closedAt))
          .update();
    } catch (DuplicateKeyException e) {
      throw revision == 1
          ? new ReferenceTaken(String.valueOf(reference), e)
          : new RevisionOutdated(number, e);
    }
    return created;
  }

  private List<StoredJobDescription> revisions(AccountId account, int number) {
    return jdbc.sql(SELECT + "and number = :number order by revision desc")
        .param("account", account.value())
        .param("number", number)
        .query(JobDescriptions::row)
        .list();
  }

  private void requireLast(AccountId account, StoredJobDescription revision) {
    if (revisions(account, revision.number()).getFirst().revision() > revision.revision()) {
      throw new RevisionOutdated(revision.number(), null);
    }
  }

  private Optional<StoredJobDescription> last(AccountId account, String condition, Object key) {
    return one(account, condition + " order by revision desc limit 1", key);
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
        row.getInt("revision"),
        row.getString("reference"),
        Json.read(Rows.text(row, "content"), JobDescription.class),
        Json.read(Rows.text(row, "weights"), Weights.class),
        Rows.instant(row, "created_at"),
        Rows.time(row, "closed_at"));
  }
}
