package dev.shortlist;

import dev.shortlist.jobdescription.CardEditor;
import dev.shortlist.jobdescription.JobDescriptionReader;
import dev.shortlist.match.LocalMatcher;
import dev.shortlist.profile.LocalProfileReader;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.terms.Engine;
import dev.shortlist.terms.Engines;
import dev.shortlist.terms.OwnTerms;
import dev.shortlist.text.FileFinder;
import dev.shortlist.text.PagePainter;
import dev.shortlist.text.TextExtractor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/// The engine that needs no key and no network: the pure core, put together for the server.
///
/// What reads and matches takes seconds to make and no page needs it, so it is made, and used once,
/// when the server answers, on a thread beside.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReadingSettings.class)
class LocalEngine {
  private static final Logger log = LoggerFactory.getLogger(LocalEngine.class);

  private volatile @Nullable Thread start;

  @Bean
  Taxonomy taxonomy() {
    return Taxonomy.standard();
  }

  @Bean
  Engines engines(OwnTerms terms, Taxonomy taxonomy, ObjectProvider<Engine> standard) {
    return new Engines(terms, taxonomy, standard::getObject);
  }

  @Bean
  @Lazy
  Engine standardEngine(
      LocalProfileReader profiles,
      JobDescriptionReader jobDescriptions,
      CardEditor cards,
      LocalMatcher matcher) {
    return new Engine(profiles, jobDescriptions, cards, matcher);
  }

  @Bean
  @Lazy
  LocalProfileReader profileReader(Taxonomy taxonomy) {
    return new LocalProfileReader(taxonomy);
  }

  @Bean
  @Lazy
  JobDescriptionReader jobDescriptionReader(Taxonomy taxonomy) {
    return new JobDescriptionReader(taxonomy);
  }

  @Bean
  @Lazy
  CardEditor cardEditor(JobDescriptionReader reader, Taxonomy taxonomy) {
    return new CardEditor(reader, taxonomy);
  }

  @Bean
  @Lazy
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

  @EventListener
  void ready(ApplicationReadyEvent event) {
    var engine = event.getApplicationContext().getBeanProvider(Engine.class);
    start = Thread.ofPlatform().daemon().name("engine-start").start(() -> prepare(engine));
  }

  /// Waits for the first use: it would load again what is closed next, and native code that runs
  /// while the program ends may crash it.
  @EventListener
  void closing(ContextClosedEvent event) throws InterruptedException {
    var started = start;
    if (started != null) {
      started.join();
    }
  }

  private static void prepare(ObjectProvider<Engine> engine) {
    try {
      FirstUse.of(engine.getObject());
    } catch (RuntimeException e) {
      log.debug("the engine was not made ahead; who needs it makes it, and says what is wrong", e);
    }
  }
}
