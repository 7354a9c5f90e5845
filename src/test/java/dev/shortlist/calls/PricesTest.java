package dev.shortlist.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shortlist.ai.Model;
import dev.shortlist.ai.Provider;
import dev.shortlist.ai.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PricesTest {
  @TempDir Path folder;

  @Test
  void a_dated_version_costs_what_its_model_costs_and_a_smaller_sister_does_not() {
    assertThat(cost("gpt-4o-2024-11-20")).isEqualTo(cost("gpt-4o"));
    assertThat(cost("claude-3-5-haiku-latest")).isEqualTo(cost("claude-3-5-haiku"));
    assertThat(cost("gpt-4o-mini")).isLessThan(cost("gpt-4o"));
    assertThat(Prices.standard().find(model(Provider.OPENAI, "gpt-4o-turbo"))).isEmpty();
  }

  @Test
  void what_was_read_before_costs_less() {
    var price = Prices.standard().find(model(Provider.OPENAI, "gpt-4o")).orElseThrow();

    assertThat(price.of(new Usage(1000, 100, 0))).isEqualTo(3500);
    assertThat(price.of(new Usage(1000, 100, 800))).isEqualTo(2500);
  }

  @Test
  void a_model_of_ones_own_costs_nothing() {
    var price = Prices.standard().find(model(Provider.OLLAMA, "anything")).orElseThrow();

    assertThat(price.of(new Usage(1_000_000, 1_000_000, 0))).isZero();
  }

  @Test
  void a_file_of_ones_own_adds_and_replaces() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("prices.csv"),
            "model,input,cached,output,as_of\ngpt-4o,1,1,1,2026-11-01\nhouse,2,2,2,2026-11-01\n");
    var prices = Prices.standard().with(file);

    assertThat(prices.find(model(Provider.OPENAI, "gpt-4o")).orElseThrow().of(new Usage(5, 5, 0)))
        .isEqualTo(10);
    assertThat(prices.find(model(Provider.OPENAI, "house"))).isPresent();
    assertThat(prices.find(model(Provider.OPENAI, "gpt-4o-mini"))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gpt-4o,1,1",
        "gpt-4o,one,1,1,2026-11-01",
        "gpt-4o,1,1,-1,2026-11-01",
        "gpt-4o,1,1,1,today",
        ",1,1,1,2026-11-01"
      })
  void a_line_that_is_no_price_is_shown(String line) throws IOException {
    var file = Files.writeString(folder.resolve("prices.csv"), line);

    assertThatThrownBy(() -> Prices.standard().with(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(line);
  }

  private static long cost(String name) {
    return Prices.standard()
        .find(model(Provider.OPENAI, name))
        .orElseThrow()
        .of(new Usage(1_000_000, 1_000_000, 0));
  }

  private static Model model(Provider provider, String name) {
    return new Model(provider, provider.address(), null, name, Duration.ofSeconds(1));
  }
}
