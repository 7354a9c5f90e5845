package dev.shortlist.judging;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Tenancy;
import dev.shortlist.database.Vault;
import dev.shortlist.screening.Judgements;
import dev.shortlist.screening.LifeCycle;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.ScreeningId;
import java.math.BigDecimal;
import java.sql.Types;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How far a model may go in one screening: what the account's settings say, and what was said for
/// the screening alone.
@Component
public class ModelPlans {
  private static final Logger log = LoggerFactory.getLogger(ModelPlans.class);

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final ModelSettings settings;
  private final ObjectProvider<LifeCycle> lifeCycle;
  private final ObjectProvider<Judgements> judgements;

  ModelPlans(
      JdbcClient jdbc,
      Tenancy tenancy,
      ModelSettings settings,
      ObjectProvider<LifeCycle> lifeCycle,
      ObjectProvider<Judgements> judgements) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.settings = settings;
    this.lifeCycle = lifeCycle;
    this.judgements = judgements;
  }

  /// What is said for one screening; what is absent is as the account has it.
  ///
  /// @param budget millionths of a dollar
  public record Plan(@Nullable Cascade cascade, @Nullable Long budget) {
    static final Plan NONE = new Plan(null, null);
  }

  public Plan plan(AccountId account, ScreeningId screening) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select cascade, budget from model_plan
                     where account_id = :account and screening_id = :screening
                    """)
                .param("account", account.value())
                .param("screening", screening.value())
                .query((row, number) -> {
                  String cascade = row.getString("cascade");
                  return new Plan(
                      cascade == null ? null : Cascade.valueOf(cascade),
                      row.getObject("budget", Long.class));
                })
                .optional()
                .orElse(Plan.NONE));
  }

  /// The model for a screening and how far it goes; empty when the account uses none.
  public Optional<ModelSetup> find(AccountId account, ScreeningId screening) {
    var plan = plan(account, screening);
    return settings.find(account).map(setup -> setup.with(plan.cascade(), plan.budget()));
  }

  /// As [#find], for work that must go on: a key that cannot be opened, or settings that cannot be
  /// used, are as none.
  Optional<ModelSetup> usable(AccountId account, ScreeningId screening) {
    try {
      return find(account, screening);
    } catch (Vault.Unopened | IllegalArgumentException e) {
      log.error("model not used, its settings or key are not usable account={}", account, e);
      return Optional.empty();
    }
  }

  /// Says how far a model goes in a screening, and has it begin or end there. A screening that was
  /// completed runs again as long as there is something to read.
  ///
  /// @param budget dollars, absent for the account's
  /// @throws IllegalArgumentException if the budget is below 0
  /// @throws dev.shortlist.screening.NotAllowedNow if it was cancelled
  /// @throws java.util.NoSuchElementException if the account has no such screening
  public Screening change(
      AccountId account,
      ScreeningId screening,
      @Nullable Cascade cascade,
      @Nullable BigDecimal budget) {
    if (budget != null && budget.signum() < 0) {
      throw new IllegalArgumentException(
          "budget must be dollars from 0 on, but is %s.".formatted(budget));
    }
    return tenancy.inAccount(
        account.value(),
        () -> {
          var changed = lifeCycle.getObject().judge(account, screening);
          judgements.getObject().reconsider(account, screening);
          jdbc.sql(
                  """
                  insert into model_plan (account_id, screening_id, cascade, budget)
                  values (:account, :screening, :cascade, :budget)
                  on conflict (account_id, screening_id) do update
                    set cascade = excluded.cascade, budget = excluded.budget
                  """)
              .param("account", account.value())
              .param("screening", screening.value())
              .param("cascade", cascade == null ? null : cascade.name(), Types.VARCHAR)
              .param("budget", Dollars.micros(budget), Types.BIGINT)
              .update();
          return changed;
        });
  }
}
