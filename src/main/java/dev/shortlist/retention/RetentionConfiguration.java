package dev.shortlist.retention;

import dev.shortlist.tasks.Recurring;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionSettings.class)
class RetentionConfiguration {

  @Bean
  Recurring retain(Retention retention) {
    return new Recurring("retention", Duration.ofHours(1), retention::run);
  }
}
