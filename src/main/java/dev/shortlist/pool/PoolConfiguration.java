package dev.shortlist.pool;

import dev.shortlist.tasks.Recurring;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PoolConfiguration {

  /// The net under the rankings: steps without task get one.
  @Bean
  Recurring reconcilePool(PoolSteps steps) {
    return new Recurring("reconcile-pool", Duration.ofMinutes(1), steps::complete);
  }
}
