package dev.shortlist.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.health.DataSourceHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// A bean is closed before the one it was made from: pools first, the server last.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DatabaseSettings.class, SecretsSettings.class})
class DatabaseConfiguration {

  @Bean
  Database database(DatabaseSettings settings, ObjectProvider<DatabaseAhead.Opening> ahead) {
    var opening = ahead.getIfAvailable();
    return opening == null ? Database.open(settings) : opening.fetch();
  }

  @Bean
  @Primary
  HikariDataSource dataSource(Database database, DatabaseSettings settings) {
    return database.pool("shortlist", settings.poolSize());
  }

  @Bean
  Tenancy tenancy(JdbcClient jdbc, PlatformTransactionManager transactions) {
    return new Tenancy(jdbc, transactions);
  }

  @Bean
  Notices notices(Database database, JdbcClient jdbc) {
    return new Notices(database, jdbc);
  }

  /// Asks the pool of the requests only: others are small and may be in use for long.
  @Bean
  HealthIndicator dbHealthContributor(DataSource dataSource) {
    return new DataSourceHealthIndicator(dataSource);
  }

  @Bean
  Vault vault(SecretsSettings settings) {
    return new Vault(settings);
  }

  @Bean
  Ids ids(Clock clock) {
    return new Ids(clock);
  }
}
