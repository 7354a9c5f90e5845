package dev.shortlist.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Vault;
import dev.shortlist.judging.ModelPlans.Plan;
import dev.shortlist.screening.LifeCycle;
import dev.shortlist.screening.NotAllowedNow;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.screening.Screenings;
import java.math.BigDecimal;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// How far a model goes in one screening, beside what the account has for all. No model is reached.
class ModelPlansTest {
  @RegisterExtension
  static final RunningShortlist shortlist =
      new RunningShortlist(
          Map.of(
              "shortlist.ai.provider", "openai",
              "shortlist.ai.model", "gpt-4o-mini",
              "shortlist.ai.api-key", "k",
              "shortlist.ai.base-url", "http://127.0.0.1:1",
              "shortlist.ai.cascade", "band",
              "shortlist.ai.screening-budget", "2"));

  private final AccountId account = new AccountId(shortlist.database().account());
  private final ModelPlans plans = shortlist.get(ModelPlans.class);
  private final ScreeningId screening = screening(account);

  @Test
  void nothing_said_is_as_the_account_has_it() {
    assertThat(plans.plan(account, screening)).isEqualTo(Plan.NONE);
    assertThat(setup(screening).cascade()).isEqualTo(Cascade.BAND);
    assertThat(setup(screening).budget().screening()).isEqualTo(2_000_000);
  }

  @Test
  void what_is_said_counts_for_that_screening_alone_until_it_is_taken_back() {
    var other = screening(account);

    plans.change(account, screening, Cascade.ALL, new BigDecimal("0.5"));

    assertThat(plans.plan(account, screening)).isEqualTo(new Plan(Cascade.ALL, 500_000L));
    assertThat(setup(screening).cascade()).isEqualTo(Cascade.ALL);
    assertThat(setup(screening).budget().screening()).isEqualTo(500_000);
    assertThat(setup(other).cascade()).isEqualTo(Cascade.BAND);

    plans.change(account, screening, null, null);
    assertThat(plans.plan(account, screening)).isEqualTo(Plan.NONE);
    assertThat(setup(screening)).isEqualTo(setup(other));
  }

  @Test
  void a_screening_cannot_say_more_than_the_installation_allows() {
    plans.change(account, screening, null, new BigDecimal("100"));

    assertThat(setup(screening).budget().screening()).isEqualTo(2_000_000);
  }

  @Test
  void nothing_may_be_spent_where_the_budget_is_nothing_and_less_is_refused() {
    plans.change(account, screening, null, BigDecimal.ZERO);

    assertThatThrownBy(() -> plans.change(account, screening, Cascade.ALL, new BigDecimal("-1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("from 0 on, but is -1");
    assertThat(plans.plan(account, screening)).isEqualTo(new Plan(null, 0L));
    assertThat(setup(screening).budget().screening()).isZero();
  }

  @Test
  void one_that_was_cancelled_keeps_what_was_said() {
    plans.change(account, screening, Cascade.OFF, null);
    shortlist.get(LifeCycle.class).cancel(account, screening);

    assertThatThrownBy(() -> plans.change(account, screening, Cascade.ALL, null))
        .isInstanceOf(NotAllowedNow.class);
    assertThat(plans.plan(account, screening)).isEqualTo(new Plan(Cascade.OFF, null));
  }

  @Test
  void a_screening_of_another_account_is_none() {
    var stranger = new AccountId(shortlist.database().account());

    assertThatThrownBy(() -> plans.change(stranger, screening, Cascade.ALL, null))
        .isInstanceOf(NoSuchElementException.class);
    assertThat(plans.plan(account, screening)).isEqualTo(Plan.NONE);
  }

  @Test
  void a_key_that_cannot_be_opened_is_told_to_who_asks_and_is_as_none_for_work() {
    shortlist
        .get(ModelSettings.class)
        .change(account, shortlist.get(ModelSettings.class).choice(account), "sk-1");
    shortlist.inAccount(
        account,
        jdbc ->
            jdbc.sql("update model_settings set key = 'v1:AAAA', choice = :choice::jsonb")
                .param("choice", "{\"provider\":\"OPENAI\",\"model\":\"m\"}")
                .update());

    assertThatThrownBy(() -> plans.find(account, screening)).isInstanceOf(Vault.Unopened.class);
    assertThat(plans.usable(account, screening)).isEmpty();
  }

  private ModelSetup setup(ScreeningId of) {
    return plans.usable(account, of).orElseThrow();
  }

  private static ScreeningId screening(AccountId of) {
    Screening made = shortlist.get(Screenings.class).create(of, "Test", null, null);
    return made.id();
  }
}
