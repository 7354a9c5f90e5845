package dev.shortlist.judging;

import dev.shortlist.accounts.Accounts;
import dev.shortlist.ai.LanguageModel;
import dev.shortlist.calls.Governor;
import dev.shortlist.calls.KeptAnswers;
import dev.shortlist.calls.ModelCalls;
import dev.shortlist.calls.Prices;
import dev.shortlist.calls.Spending;
import dev.shortlist.database.Database;
import dev.shortlist.database.Ids;
import dev.shortlist.database.Tenancy;
import dev.shortlist.tasks.Engine;
import dev.shortlist.tasks.Recurring;
import dev.shortlist.tasks.TaskSettings;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AiSettings.class)
class JudgingConfiguration {
  private static final Duration LOST_NODES = Duration.ofSeconds(10);
  private static final int MISSED = 4;

  @Bean
  LanguageModel languageModel(Clock clock) {
    return new LanguageModel(clock);
  }

  /// By the time of the database, as the nodes share its decisions.
  @Bean
  Governor governor(
      JdbcClient jdbc, PlatformTransactionManager transactions, Engine engine, Database database) {
    var governor = new Governor(jdbc, transactions, engine.clock(), engine.self());
    if (database.isOurs()) {
      governor.giveUpOpen(); // whoever made them was killed
    }
    return governor;
  }

  /// Calls of a node that was killed hold no place for longer than its tasks do.
  @Bean
  Recurring giveUpCallsOfLostNodes(Governor governor, Engine engine, TaskSettings settings) {
    return new Recurring(
        "give-up-calls-of-lost-nodes",
        LOST_NODES,
        () -> {
          var alive = engine.clock().instant().minus(settings.heartbeat().multipliedBy(MISSED));
          for (var node : engine.nodes()) {
            boolean isLost = node.seenAt().isBefore(alive);
            governor.giveUp(node.name(), isLost ? engine.clock().instant() : node.startedAt());
          }
        });
  }

  @Bean
  KeptAnswers keptAnswers(JdbcClient jdbc, Tenancy tenancy, Clock clock, AiSettings settings) {
    return new KeptAnswers(jdbc, tenancy, clock, settings.cacheTtl());
  }

  @Bean
  Recurring forgetModelAnswers(KeptAnswers answers, Accounts accounts) {
    return new Recurring(
        "forget-model-answers",
        Duration.ofHours(1),
        () -> accounts.list().forEach(account -> answers.forget(account.value())));
  }

  @Bean
  Spending modelSpending(JdbcClient jdbc, Tenancy tenancy, Ids ids, Clock clock) {
    return new Spending(jdbc, tenancy, ids, clock);
  }

  @Bean
  Prices modelPrices(AiSettings settings) {
    return prices(settings);
  }

  /// The prices that count.
  static Prices prices(AiSettings settings) {
    var file = settings.prices();
    try {
      return file == null ? Prices.standard() : Prices.standard().with(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "SHORTLIST_AI_PRICES names %s, which cannot be read: %s".formatted(file, e.getMessage()),
          e);
    }
  }

  @Bean
  ModelCalls modelCalls(
      Tenancy tenancy,
      LanguageModel models,
      Governor governor,
      KeptAnswers answers,
      Spending modelSpending,
      Prices prices,
      AiSettings settings) {
    return new ModelCalls(
        tenancy, models, governor, answers, modelSpending, prices, settings.arrivals());
  }
}
