package dev.shortlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shortlist.judging.AiSettings;
import dev.shortlist.tasks.TaskSettings;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/// A setting whose value cannot be taken is named as the operator has set it, with what it may be.
class UnreadableSettingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PROVIDER            | foo  | none, openai, gemini, anthropic or ollama",
        "CASCADE             | some | off, band or all",
        "REQUESTS_PER_MINUTE | many | a number",
        "MONTHLY_BUDGET      | ten  | a number",
        "CACHE_TTL           | abc  | a time such as 30s, 10m or 7d"
      })
  void says_which_variable_it_is_and_what_it_may_be(String name, String value, String wanted) {
    String variable = "SHORTLIST_AI_" + name;

    assertThat(UnreadableSetting.told(refused("shortlist.ai", AiSettings.class, variable, value)))
        .isEqualTo("%s must be %s, but is %s", variable, wanted, value);
  }

  @Test
  void says_what_the_settings_themselves_say_of_a_value_out_of_bounds() {
    var refused =
        refused("shortlist.ai", AiSettings.class, "SHORTLIST_AI_REQUESTS_PER_MINUTE", "0");

    assertThat(UnreadableSetting.told(refused))
        .startsWith("SHORTLIST_AI_REQUESTS_PER_MINUTE must be at least 1");
  }

  @Test
  void a_server_that_does_not_start_says_that_line_alone() {
    var refused =
        refused("shortlist.tasks", TaskSettings.class, "SHORTLIST_TASKS_ATTEMPTS", "often");
    var told = new UnreadableSettingAnalyzer().analyze(new IllegalStateException(refused));

    assertThat(Objects.requireNonNull(told).getDescription())
        .isEqualTo("SHORTLIST_TASKS_ATTEMPTS must be a number, but is often");
  }

  @Test
  void a_price_table_that_is_not_there_is_refused_before_a_call_is_paid_by_other_prices() {
    var refused =
        refused("shortlist.ai", AiSettings.class, "SHORTLIST_AI_PRICES", "/nowhere/prices.csv");

    assertThat(UnreadableSetting.told(refused))
        .startsWith("SHORTLIST_AI_PRICES must be a file that can be read")
        .endsWith("but is /nowhere/prices.csv");
  }

  @Test
  void settings_of_the_framework_are_left_to_the_framework() {
    var refused = refused("server.port", Integer.class, "SERVER_PORT", "often");

    assertThat(new UnreadableSettingAnalyzer().analyze(refused)).isNull();
  }

  private static BindException refused(
      String prefix, Class<?> type, String variable, String value) {
    var environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .replace(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                Map.of(variable, value)));
    return catchThrowableOfType(
        BindException.class, () -> Binder.get(environment).bindOrCreate(prefix, type));
  }
}
