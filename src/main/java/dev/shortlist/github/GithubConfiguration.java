package dev.shortlist.github;

import dev.shortlist.tasks.Recurring;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GithubSettings.class)
class GithubConfiguration {

  /// GithubRounds start as CVs come; this is for what a node left behind.
  @Bean
  Recurring askGithub(GithubRounds rounds) {
    return new Recurring("github-rounds", Duration.ofMinutes(1), rounds::lookAround);
  }
}
