package dev.shortlist.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shortlist.ai.Provider;
import dev.shortlist.ai.SampleCvs;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class AiSettingsTest {

  @Test
  void no_model_is_called_by_default() throws InterruptedException {
    var settings = bound(Map.of());

    assertThat(ModelSetup.of(settings)).isNull();
    assertThat(ModelTrial.run(settings, Clock.systemUTC()).words())
        .contains("SHORTLIST_AI_PROVIDER");
  }

  @Test
  void a_provider_and_a_model_are_enough_and_the_limits_are_a_free_tiers() {
    var setup =
        setup(Map.of("SHORTLIST_AI_PROVIDER", "gemini", "SHORTLIST_AI_MODEL", "gemini-2.5-flash"));

    assertThat(setup.model().address()).isEqualTo(Provider.GEMINI.address());
    assertThat(setup.limits().requestsPerMinute()).isEqualTo(15);
    assertThat(setup.limits().concurrency()).isEqualTo(5);
    assertThat(setup.limits().day().getId()).isEqualTo("America/Los_Angeles");
    assertThat(setup.cascade()).isEqualTo(Cascade.BAND);
  }

  @Test
  void every_setting_can_come_from_the_environment() {
    var settings =
        bound(
            Map.of(
                "SHORTLIST_AI_PROVIDER", "openai",
                "SHORTLIST_AI_MODEL", "m",
                "SHORTLIST_AI_BASE_URL", "http://127.0.0.1:9/v1",
                "SHORTLIST_AI_API_KEY", "k-secret",
                "SHORTLIST_AI_REQUESTS_PER_DAY", "500",
                "SHORTLIST_AI_CVS_PER_CALL", "6",
                "SHORTLIST_AI_CASCADE", "all",
                "SHORTLIST_AI_CACHE_TTL", "7d",
                "SHORTLIST_AI_MONTHLY_BUDGET", "12.50"));
    var setup = Objects.requireNonNull(ModelSetup.of(settings));

    assertThat(setup.budget().month()).isEqualTo(12_500_000L);
    assertThat(setup.limits().requestsPerDay()).isEqualTo(500);
    assertThat(setup.cvsPerCall()).isEqualTo(6);
    assertThat(setup.cascade()).isEqualTo(Cascade.ALL);
    assertThat(settings.cacheTtl()).hasDays(7);
    assertThat(settings.toString() + setup).doesNotContain("k-secret");
  }

  @Test
  void more_cvs_share_a_call_where_calls_are_scarce_and_little_is_asked() {
    var model =
        Map.<String, Object>of("SHORTLIST_AI_PROVIDER", "openai", "SHORTLIST_AI_MODEL", "m");
    var scarce = setup(model);
    var plenty = new HashMap<>(model);
    plenty.put("SHORTLIST_AI_REQUESTS_PER_MINUTE", "600");
    var fewer = new HashMap<>(model);
    fewer.put("SHORTLIST_AI_CVS_PER_CALL", "2");

    assertThat(scarce.together(SampleCvs.BACKEND)).isBetween(5, 8);
    assertThat(setup(plenty).together(SampleCvs.BACKEND)).isEqualTo(1);
    assertThat(setup(fewer).together(SampleCvs.BACKEND)).isEqualTo(2);
    assertThat(scarce.model().timeout()).hasSeconds(120);
    assertThat(setup(plenty).model().timeout()).hasSeconds(60);
  }

  @ParameterizedTest
  @CsvSource({
    "REQUESTS_PER_MINUTE, 0, 'at least 1, or SHORTLIST_AI_PROVIDER=none'",
    "CONCURRENCY, 0, from 1 to 500",
    "CVS_PER_CALL, 50, from 1 to 20",
    "MONTHLY_BUDGET, -1, dollars",
    "READINGS, 9, from 1 to 5",
    "BASE_URL, /v1, an http or https address"
  })
  void a_wrong_value_is_refused_by_its_name_with_what_is_right(
      String name, String value, String said) {
    assertThatThrownBy(() -> bound(Map.of("SHORTLIST_AI_" + name, value)))
        .rootCause()
        .hasMessageContaining("SHORTLIST_AI_" + name)
        .hasMessageContaining(said)
        .hasMessageContaining(value);
  }

  @Test
  void a_provider_without_a_model_is_refused() {
    assertThatThrownBy(() -> bound(Map.of("SHORTLIST_AI_PROVIDER", "openai")))
        .rootCause()
        .hasMessageContaining("SHORTLIST_AI_MODEL")
        .hasMessageContaining("missing");
  }

  private static ModelSetup setup(Map<String, Object> variables) {
    return Objects.requireNonNull(ModelSetup.of(bound(variables)));
  }

  private static AiSettings bound(Map<String, Object> variables) {
    var environment = new StandardEnvironment();
    environment.getPropertySources().remove("systemEnvironment");
    environment
        .getPropertySources()
        .addFirst(
            new SystemEnvironmentPropertySource("systemEnvironment", new HashMap<>(variables)));
    return Binder.get(environment).bindOrCreate("shortlist.ai", AiSettings.class);
  }
}
