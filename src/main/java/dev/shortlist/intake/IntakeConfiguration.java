package dev.shortlist.intake;

import dev.shortlist.tasks.Recurring;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  UploadLimitSettings.class,
  GrowingUploadSettings.class,
  WatchSettings.class
})
class IntakeConfiguration {

  @Bean
  @ConditionalOnProperty("shortlist.watch.folder")
  Recurring watchFolder(WatchedFolder folder, WatchSettings settings) {
    return new Recurring("watch-folder", settings.every(), folder::look);
  }
}
