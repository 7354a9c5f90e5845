package dev.shortlist.notify;

import dev.shortlist.tasks.Recurring;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MailSettings.class, BounceSettings.class, WebhookSettings.class})
class NotifyConfiguration {

  @Bean
  Recurring mails(PostBox postBox) {
    return new Recurring("mail", Duration.ofMinutes(1), postBox::empty);
  }

  @Bean
  Recurring mailsThatCameBack(BounceBox box, BounceSettings settings) {
    return new Recurring("bounces", settings.every(), box::read);
  }

  /// Messages are sent as they come; this is for those that wait to be sent again, and for what a
  /// node left behind.
  @Bean
  Recurring rounds(Courier courier) {
    return new Recurring("webhooks", Duration.ofSeconds(15), courier::lookAround);
  }
}
