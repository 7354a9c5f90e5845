package dev.shortlist.screening;

import dev.shortlist.tasks.Recurring;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionSettings.class)
class ScreeningConfiguration {

  @Bean
  Recurring reconcile(Reconciliation reconciliation) {
    return new Recurring("reconcile", Duration.ofMinutes(1), reconciliation::run);
  }

  @Bean
  Recurring retain(Retention retention) {
    return new Recurring("retention", Duration.ofHours(1), retention::run);
  }
}
