package dev.shortlist.calls;

import dev.shortlist.ai.Model;
import dev.shortlist.ai.Reply;
import dev.shortlist.database.Ids;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The book of calls: each is written down before it is made, with the most it can cost, and again
/// when it has ended. One that never ended, because its node was lost, keeps the most it can have
/// cost.
public final class Spending {
  private static final Duration LATELY = Duration.ofMinutes(10);
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final int FEW = 4;

  private static final String PACE =
      """
      with made as (
        select outcome, input_tokens, output_tokens, latency_ms, made_at
          from model_call
         where account_id = :account and screening_id = :screening
           and outcome <> 'Lost' and made_at > :since
         order by made_at desc
         limit 300),
      at_rest as (
        select made_at
          from made
         where made_at > (select max(a.finished_at) from application a
                           where a.account_id = :account and a.screening_id = :screening)
         order by made_at desc
         limit 50)
      select avg(input_tokens + output_tokens) filter (where outcome = 'Answered') as tokens,
             array_agg(latency_ms) filter (where outcome = 'Answered') as answered,
             avg((outcome in ('RateLimited', 'Overloaded', 'Unreachable'))::int)
               filter (where outcome <> 'UNDER_WAY') as failing,
             (select count(*) from at_rest) as at_rest,
             (select extract(epoch from max(made_at) - min(made_at)) * 1000
                       / nullif(count(*) - 1, 0) from at_rest) as each
        from made
      having count(*) filter (where outcome = 'Answered') > 0
      """;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Ids ids;
  private final Clock clock;

  public Spending(JdbcClient jdbc, Tenancy tenancy, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.ids = ids;
    this.clock = clock;
  }

  /// What was spent, in millionths of a dollar, and on how much.
  ///
  /// @param unpriced calls of models whose price is not known; they count as 0
  public record Sum(int calls, long input, long output, long cost, int unpriced) {}

  /// Calls of one day (UTC), and what they cost in millionths of a dollar.
  public record Day(LocalDate day, int calls, long cost) {}

  /// Of each of the last days, today included; a day without calls counts none.
  public List<Day> days(UUID account, LocalDate today, int days) {
    return tenancy.inAccount(
        account,
        () ->
            jdbc.sql(
                    """
                    select day::date as day, count(c.id) as calls, coalesce(sum(c.cost), 0) as cost
                      from generate_series(:first::date, :today::date, interval '1 day') day
                      left join model_call c
                        on c.account_id = :account
                       and c.made_at >= day at time zone 'UTC'
                       and c.made_at < (day + interval '1 day') at time zone 'UTC'
                     group by day
                     order by day
                    """)
                .param("account", account)
                .param("first", today.minusDays(days - 1L))
                .param("today", today)
                .query((row, number) ->
                    new Day(
                        row.getObject("day", LocalDate.class),
                        row.getInt("calls"),
                        row.getLong("cost")))
                .list());
  }

  /// Of one screening.
  public Sum ofScreening(UUID account, UUID screening) {
    return sum(account, screening, null);
  }

  /// Of the account in this calendar month (UTC).
  public Sum ofMonth(UUID account) {
    return sum(account, null, month());
  }

  /// How calls went lately.
  ///
  /// @param tokens sent and received by one
  /// @param answered how long those took that are answered
  /// @param failing share of those that came to nothing and are made again
  /// @param each time from one to the next, with all that is done beside calling, since the last CV
  ///   was matched; zero while too few were made
  public record Pace(int tokens, List<Duration> answered, double failing, Duration each) {
    public Pace {
      answered = List.copyOf(answered);
    }
  }

  /// Of the calls of a screening that were made last, in the last ten minutes; empty when none of
  /// them is answered yet.
  public Optional<Pace> pace(UUID account, UUID screening) {
    return tenancy.inAccount(
        account,
        () ->
            jdbc.sql(PACE)
                .param("account", account)
                .param("screening", screening)
                .param("since", clock.instant().minus(LATELY).atOffset(ZoneOffset.UTC))
                .query((row, number) -> pace(row))
                .optional());
  }

  private static Pace pace(ResultSet row) throws SQLException {
    var answered = (Long[]) row.getArray("answered").getArray();
    return new Pace(
        row.getInt("tokens"),
        Arrays.stream(answered).map(Duration::ofMillis).toList(),
        row.getDouble("failing"),
        row.getInt("at_rest") < FEW ? Duration.ZERO : millis(row.getDouble("each")));
  }

  /// For how long the calls of a screening that are under way have been; one that began more than
  /// two minutes ago is not waited for.
  public List<Duration> underWay(UUID account, UUID screening) {
    var now = clock.instant();
    return tenancy.inAccount(
        account,
        () ->
            jdbc.sql(
                    """
                    select made_at
                      from model_call
                     where account_id = :account and screening_id = :screening
                       and outcome = 'UNDER_WAY' and made_at > :since
                    """)
                .param("account", account)
                .param("screening", screening)
                .param("since", Rows.time(now.minus(LONGEST)))
                .query((row, number) -> Duration.between(Rows.instant(row, "made_at"), now))
                .list());
  }

  /// How many CVs of a screening were asked about, and how many of them once more in a stricter
  /// form.
  public record Asked(int first, int again) {}

  public Asked asked(UUID account, UUID screening) {
    return tenancy.inAccount(
        account,
        () ->
            jdbc.sql(
                    """
                    select coalesce(sum(cardinality(application_ids)) filter (where attempt = 1), 0),
                           coalesce(sum(cardinality(application_ids)) filter (where attempt > 1), 0)
                      from model_call
                     where account_id = :account and screening_id = :screening
                       and outcome in ('Answered', 'Cut', 'Refused', 'Malformed')
                    """)
                .param("account", account)
                .param("screening", screening)
                .query((row, number) -> new Asked(row.getInt(1), row.getInt(2)))
                .single());
  }

  /// The cap that forbids a call, empty when it may be made. Where there is one, no other call of
  /// the account is begun until the transaction that is going on has ended: two calls at once must
  /// not both take what is left.
  ///
  /// @param most it can cost
  Optional<Outcome.OverBudget> over(Purpose purpose, long most, Budget budget) {
    if (budget.isSet()) {
      lock(purpose.account());
    }
    if (budget.screening() != null) {
      long spent = sum(purpose.account(), purpose.screening(), null).cost();
      if (spent + most > budget.screening()) {
        return Optional.of(
            new Outcome.OverBudget(Outcome.Cap.SCREENING, spent, budget.screening()));
      }
    }
    if (budget.month() != null) {
      long spent = sum(purpose.account(), null, month()).cost();
      if (spent + most > budget.month()) {
        return Optional.of(new Outcome.OverBudget(Outcome.Cap.MONTH, spent, budget.month()));
      }
    }
    return Optional.empty();
  }

  /// Writes down a call that is about to be made.
  ///
  /// @param most it can cost, absent when the price is not known
  /// @return its id
  UUID begin(Purpose purpose, Model model, @Nullable Long most) {
    var call = ids.next();
    tenancy.inAccount(purpose.account(), () -> insert(call, purpose, model, most));
    return call;
  }

  /// Writes down how a call ended.
  void end(UUID call, UUID account, Reply reply, @Nullable Long cost, Duration latency) {
    var usage = reply.spent();
    tenancy.inAccount(
        account,
        () ->
            jdbc.sql(
                    """
                    update model_call
                       set outcome = :outcome, input_tokens = :input, cached_tokens = :cached,
                           output_tokens = :output, cost = :cost, latency_ms = :latency
                     where account_id = :account and id = :id and outcome = 'UNDER_WAY'
                    """)
                .param("outcome", reply.getClass().getSimpleName())
                .param("input", usage.input())
                .param("cached", usage.cached())
                .param("output", usage.output())
                .param("cost", cost)
                .param("latency", latency.toMillis())
                .param("account", account)
                .param("id", call)
                .update());
  }

  /// Writes down that nobody will learn how a call ended: it keeps the most it can have cost.
  void lose(UUID call, UUID account) {
    tenancy.inAccount(
        account,
        () ->
            jdbc.sql(
                    """
                    update model_call set outcome = 'Lost'
                     where account_id = :account and id = :id and outcome = 'UNDER_WAY'
                    """)
                .param("account", account)
                .param("id", call)
                .update());
  }

  private static Duration millis(double millis) {
    return Duration.ofMillis(Math.round(millis));
  }

  private void lock(UUID account) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('model budget ' || :account, 0))")
        .param("account", account.toString())
        .query((row, number) -> "")
        .single();
  }

  private void insert(UUID call, Purpose purpose, Model model, @Nullable Long most) {
    jdbc.sql(
            """
            insert into model_call
              (account_id, id, screening_id, application_ids, attempt, provider, model, outcome,
               cost, made_at)
            values (:account, :id, :screening, :applications, :attempt, :provider, :model,
                    'UNDER_WAY', :cost, :now)
            """)
        .param("account", purpose.account())
        .param("id", call)
        .param("screening", purpose.screening())
        .param("applications", purpose.applications().toArray(UUID[]::new))
        .param("attempt", purpose.attempt())
        .param("provider", model.provider().name())
        .param("model", model.name())
        .param("cost", most)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /// As the database keeps it up with every call.
  ///
  /// @param month its first day
  private Sum sum(UUID account, @Nullable UUID screening, @Nullable LocalDate month) {
    return tenancy.inAccount(
        account,
        () ->
            jdbc.sql(
                    """
                    select coalesce(sum(calls), 0), coalesce(sum(input_tokens), 0),
                           coalesce(sum(output_tokens), 0), coalesce(sum(cost), 0),
                           coalesce(sum(unpriced), 0)
                      from model_spent
                     where account_id = :account
                       and (:screening::uuid is null or screening_id = :screening::uuid)
                       and (:month::date is null or month = :month::date)
                    """)
                .param("account", account)
                .param("screening", screening)
                .param("month", month, Types.DATE)
                .query((row, number) ->
                    new Sum(
                        row.getInt(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getInt(5)))
                .single());
  }

  private LocalDate month() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1);
  }
}
