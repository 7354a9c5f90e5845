package dev.shortlist.screening;

import dev.shortlist.tasks.Recurring;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ScreeningConfiguration {

  @Bean
  Recurring reconcile(Reconciliation reconciliation) {
    return new Recurring("reconcile", Duration.ofMinutes(1), reconciliation::run);
  }
}
