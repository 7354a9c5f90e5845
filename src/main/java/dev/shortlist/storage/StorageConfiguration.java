package dev.shortlist.storage;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({StorageSettings.class, S3Settings.class})
class StorageConfiguration {

  @Bean
  Storage storage(StorageSettings settings, S3Settings s3) {
    return Storage.of(settings, s3);
  }
}
