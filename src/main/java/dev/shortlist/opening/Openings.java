package dev.shortlist.opening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Audit;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.mail.Letterheads;
import dev.shortlist.opening.OpeningRefused.Why;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.StoredJobDescription;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The pages to apply on, at most one for a job description.
@Component
public class Openings {
  public static final int LONGEST_TITLE = 200;
  public static final int LONGEST_TEXT = 30_000;

  private static final int REFERENCE_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String SELECT =
      """
      select account_id, job_number, reference, title, body, worded_for, last_day, closed_at
        from opening
      """;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final JobDescriptions jobDescriptions;
  private final Letterheads letterheads;
  private final Audit audit;
  private final Clock clock;

  Openings(
      JdbcClient jdbc,
      Tenancy tenancy,
      JobDescriptions jobDescriptions,
      Letterheads letterheads,
      Audit audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.jobDescriptions = jobDescriptions;
    this.letterheads = letterheads;
    this.audit = audit;
    this.clock = clock;
  }

  /// The page of a job description, open or closed.
  public Optional<Opening> of(AccountId account, int job) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(SELECT + "where account_id = :account and job_number = :job")
                .param("account", account.value())
                .param("job", job)
                .query(Openings::row)
                .optional()
                .map(this::worded));
  }

  /// The page at an address, open or closed, whosever it is.
  public Optional<Opening> find(String reference) {
    return tenancy
        .asHolder(
            reference,
            () ->
                jdbc.sql(SELECT + "where reference = :reference")
                    .param("reference", reference)
                    .query(Openings::row)
                    .optional())
        .map(this::worded);
  }

  /// With the words of the job description as it is now, where it has none of its own.
  private Opening worded(Opening opening) {
    return opening.wordedFor() > 0
        ? opening
        : jobDescriptions
            .find(opening.account(), Integer.toString(opening.job()))
            .map(job -> opening.saying(job.content().title(), text(job)))
            .orElse(opening);
  }

  /// As a page shows it.
  private static String text(StoredJobDescription job) {
    return clean(job.content().text().text());
  }

  private static String clean(String text) {
    return text.replace("\r\n", "\n").strip();
  }

  /// Whether people can apply there now.
  public boolean isOpen(Opening opening) {
    return opening.takes(today())
        && jobDescriptions
            .find(opening.account(), Integer.toString(opening.job()))
            .filter(StoredJobDescription::isOpen)
            .isPresent();
  }

  /// Opens the page of a job description, or changes what it says. Its address stays. Words that
  /// are those of the job description follow it when it is revised.
  ///
  /// @param lastDay absent for no end
  /// @throws OpeningRefused if it cannot be opened like this
  public Opening open(
      StoredJobDescription job,
      AccountId account,
      String title,
      String text,
      @Nullable LocalDate lastDay) {
    require(job, account, title, text, lastDay);
    return tenancy.inAccount(
        account.value(),
        () -> {
          jdbc.sql(
                  """
                  insert into opening (account_id, job_number, reference, title, body, worded_for,
                    last_day, opened_at)
                  values (:account, :job, :reference, :title, :body, :wordedFor, :day, :now)
                      on conflict (account_id, job_number) do update
                     set title = excluded.title, body = excluded.body,
                         worded_for = excluded.worded_for, last_day = excluded.last_day, closed_at = null
                  """)
              .param("account", account.value())
              .param("job", job.number())
              .param("reference", reference())
              .param("title", title.strip())
              .param("body", clean(text))
              .param("wordedFor", follows(job, title, text) ? 0 : job.revision())
              .param("day", lastDay, Types.DATE)
              .param("now", Rows.time(clock.instant()))
              .update();
          audit.note(account, "opening.opened", "job-description/" + job.number(), "");
          return of(account, job.number()).orElseThrow();
        });
  }

  /// Takes no more applications.
  ///
  /// @return false if it took none before
  public boolean close(AccountId account, int job) {
    return tenancy.inAccount(
        account.value(),
        () -> {
          int closed =
              jdbc.sql(
                      """
                      update opening set closed_at = :now
                       where account_id = :account and job_number = :job and closed_at is null
                      """)
                  .param("now", Rows.time(clock.instant()))
                  .param("account", account.value())
                  .param("job", job)
                  .update();
          if (closed == 1) {
            audit.note(account, "opening.closed", "job-description/" + job, "");
          }
          return closed == 1;
        });
  }

  private void require(
      StoredJobDescription job,
      AccountId account,
      String title,
      String text,
      @Nullable LocalDate lastDay) {
    if (!letterheads.get(account).isComplete()) {
      throw new OpeningRefused(Why.NO_LETTERHEAD);
    }
    if (!job.isOpen()) {
      throw new OpeningRefused(Why.JOB_CLOSED);
    }
    if (title.isBlank() || text.isBlank()) {
      throw new OpeningRefused(Why.NO_TEXT);
    }
    if (title.length() > LONGEST_TITLE || text.length() > LONGEST_TEXT) {
      throw new OpeningRefused(Why.TOO_LONG);
    }
    if (lastDay != null && lastDay.isBefore(today())) {
      throw new OpeningRefused(Why.PAST);
    }
  }

  private static boolean follows(StoredJobDescription job, String title, String text) {
    return title.strip().equals(job.content().title().strip()) && clean(text).equals(text(job));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
  }

  private static String reference() {
    byte[] bytes = new byte[REFERENCE_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static Opening row(ResultSet row, int number) throws SQLException {
    return new Opening(
        new AccountId(Rows.id(row, "account_id")),
        row.getInt("job_number"),
        Rows.text(row, "reference"),
        Rows.text(row, "title"),
        Rows.text(row, "body"),
        row.getInt("worded_for"),
        row.getObject("last_day", LocalDate.class),
        Rows.time(row, "closed_at"));
  }
}
