package dev.shortlist;

import dev.shortlist.jobdescription.CardEditor;
import dev.shortlist.jobdescription.JobDescriptionReader;
import dev.shortlist.match.LocalMatcher;
import dev.shortlist.profile.LocalProfileReader;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.FileFinder;
import dev.shortlist.text.PagePainter;
import dev.shortlist.text.TextExtractor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The engine that needs no key and no network: the pure core, put together for the server.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReadingSettings.class)
class LocalEngine {

  @Bean
  Taxonomy taxonomy() {
    return Taxonomy.standard();
  }

  @Bean
  LocalProfileReader profileReader(Taxonomy taxonomy) {
    return new LocalProfileReader(taxonomy);
  }

  @Bean
  JobDescriptionReader jobDescriptionReader(Taxonomy taxonomy) {
    return new JobDescriptionReader(taxonomy);
  }

  @Bean
  CardEditor cardEditor(JobDescriptionReader reader, Taxonomy taxonomy) {
    return new CardEditor(reader, taxonomy);
  }

  @Bean
  LocalMatcher matcher(Taxonomy taxonomy) {
    return new LocalMatcher(taxonomy);
  }

  @Bean
  TextExtractor textExtractor(ReadingSettings settings) {
    return new TextExtractor(settings.setup());
  }

  @Bean
  PagePainter pagePainter(ReadingSettings settings) {
    return new PagePainter(settings.setup());
  }

  @Bean
  FileFinder fileFinder(ReadingSettings settings) {
    return new FileFinder(settings.limits(), settings.scratch());
  }
}
