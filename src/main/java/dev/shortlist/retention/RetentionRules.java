package dev.shortlist.retention;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Audit;
import dev.shortlist.accounts.Operator;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How long an account keeps screenings after they ended, and what that would remove now.
@Component
public class RetentionRules {
  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final RetentionSettings settings;
  private final Audit audit;
  private final Clock clock;

  RetentionRules(
      JdbcClient jdbc, Tenancy tenancy, RetentionSettings settings, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
  }

  /// As an operator sees them.
  public static RetentionRules of(Operator operator, RetentionSettings settings, Clock clock) {
    return new RetentionRules(
        JdbcClient.create(operator.database()),
        operator.tenancy(),
        settings,
        operator.audit(),
        clock);
  }

  /// How long an account keeps screenings.
  ///
  /// @param days the account's own rule, absent where it has none
  /// @param standard what the program is set to, absent for ever
  public record Rule(@Nullable Integer days, @Nullable Duration standard) {}

  /// What says how long a screening is kept.
  public enum Reason {
    JOB_DESCRIPTION,
    ACCOUNT,
    INSTALLATION
  }

  /// A screening that ended and whose time will be over.
  ///
  /// @param overAt when: the first clean-up from then on removes it
  /// @param kept what the rule says
  /// @param bytes of its CVs, whether or not other screenings have them too
  public record Due(
      int number,
      String title,
      Instant finishedAt,
      Instant overAt,
      Reason reason,
      Duration kept,
      int applications,
      long bytes) {}

  /// What holds for the account.
  public Rule find(AccountId account) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql("select kept_days from account where id = :account")
                .param("account", account.value())
                .query((row, number) ->
                    new Rule(row.getObject(1, Integer.class), settings.screenings()))
                .single());
  }

  /// The rule for all screenings of the account.
  ///
  /// @param days absent for what the program is set to
  public void set(AccountId account, @Nullable Integer days) {
    tenancy.inAccount(
        account.value(),
        () -> {
          jdbc.sql("update account set kept_days = :days where id = :account")
              .param("account", account.value())
              .param("days", days, Types.INTEGER)
              .update();
          audit.note(account, "retention.change", "account/" + account, "days=" + days);
        });
  }

  /// The rule for screenings of one job description, in all its revisions.
  ///
  /// @param number of the job description
  /// @param days absent for the account's rule
  /// @throws NoSuchElementException if the account has no such job description
  public void set(AccountId account, int number, @Nullable Integer days) {
    tenancy.inAccount(
        account.value(),
        () -> {
          int changed =
              jdbc.sql(
                      """
                      update job_description set kept_days = :days
                       where account_id = :account and number = :number
                      """)
                  .param("account", account.value())
                  .param("number", number)
                  .param("days", days, Types.INTEGER)
                  .update();
          if (changed == 0) {
            throw new NoSuchElementException("no job description " + number);
          }
          audit.note(account, "retention.change", "job-description/" + number, "days=" + days);
        });
  }

  /// The screenings the next clean-up removes, oldest first; nothing is removed by asking.
  public List<Due> report(AccountId account) {
    return report(account, Duration.ZERO);
  }

  /// The screenings whose time is over by `ahead` from now, the next first; those that have not
  /// ended by now are not among them.
  public List<Due> report(AccountId account, Duration ahead) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select s.number, s.title, s.finished_at, s.reason, s.kept,
                           s.finished_at + make_interval(secs => s.kept) as over_at,
                           count(a.id) as applications, coalesce(sum(d.bytes), 0) as bytes
                      from (select s.account_id, s.id, s.number, s.title, s.finished_at, %s as kept,
                                   case when rule.kept_days is not null then 'JOB_DESCRIPTION'
                                        when o.kept_days is not null then 'ACCOUNT'
                                        else 'INSTALLATION' end as reason
                            %s) s
                      left join application a on a.account_id = s.account_id and a.screening_id = s.id
                      left join document d on d.account_id = a.account_id and d.hash = a.document_hash
                     where s.finished_at + make_interval(secs => s.kept) < :until
                     group by s.number, s.title, s.finished_at, s.reason, s.kept
                     order by over_at, s.number
                    """
                        .formatted(Expiry.KEPT, Expiry.ENDED))
                .param("account", account.value())
                .param("until", Rows.time(clock.instant().plus(ahead)))
                .param(
                    "standard",
                    settings.screenings() == null ? null : settings.screenings().toSeconds(),
                    Types.BIGINT)
                .query((row, number) ->
                    new Due(
                        row.getInt("number"),
                        Rows.text(row, "title"),
                        Rows.instant(row, "finished_at"),
                        Rows.instant(row, "over_at"),
                        Reason.valueOf(Rows.text(row, "reason")),
                        Duration.ofSeconds(row.getLong("kept")),
                        row.getInt("applications"),
                        row.getLong("bytes")))
                .list());
  }

  /// The rules of job descriptions, by their number.
  public SortedMap<Integer, Integer> ofJobDescriptions(AccountId account) {
    return tenancy.inAccount(
        account.value(),
        () -> {
          var rules = new TreeMap<Integer, Integer>();
          jdbc.sql(
                  """
                  select number, max(kept_days) as days
                    from job_description
                   where account_id = :account and kept_days is not null
                   group by number
                  """)
              .param("account", account.value())
              .query(row -> {
                rules.put(row.getInt("number"), row.getInt("days"));
              });
          return rules;
        });
  }
}
