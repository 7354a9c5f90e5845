package dev.shortlist.notify;

import dev.shortlist.tasks.Recurring;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class NotifyConfiguration {

  @Bean
  Recurring mails(PostBox postBox) {
    return new Recurring("mail", Duration.ofMinutes(1), postBox::empty);
  }
}
