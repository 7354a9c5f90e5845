package dev.shortlist.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.SettableClock;
import dev.shortlist.ai.Cv;
import dev.shortlist.ai.Model;
import dev.shortlist.ai.Pack;
import dev.shortlist.ai.Provider;
import dev.shortlist.ai.SampleCvs;
import dev.shortlist.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.support.JdbcTransactionManager;

class EstimateTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");

  private final List<Cv> cvs =
      IntStream.range(0, 60).mapToObj(i -> SampleCvs.cv("cv" + i, cv(i))).toList();

  @Test
  void a_run_is_reckoned_from_the_texts_that_would_be_sent() {
    var alone = estimate(1, null);
    var packed = estimate(4, null);

    assertThat(alone.calls()).isEqualTo(60);
    assertThat(packed.calls()).isEqualTo(15);
    assertThat(packed.input()).isLessThan(alone.input() / 2);
    assertThat(packed.cost()).isPositive().isLessThan(Objects.requireNonNull(alone.cost()));
    assertThat(Duration.between(NOW, alone.done())).isBetween(minutes(4), minutes(5));
  }

  @Test
  void a_limit_of_the_day_makes_it_days() {
    assertThat(estimate(1, 25).done())
        .isBetween(Instant.parse("2026-11-24T00:00:00Z"), Instant.parse("2026-11-24T01:00:00Z"));
  }

  private Estimate estimate(int most, @Nullable Integer daily) {
    var limits = new Limits(15, null, daily, ZoneOffset.UTC, 5, Duration.ofMinutes(1));
    var model =
        new Model(
            Provider.GEMINI,
            Provider.GEMINI.address(),
            null,
            "gemini-2.5-flash",
            Duration.ofSeconds(60));
    var governor =
        new Governor(
            database.jdbc(),
            new JdbcTransactionManager(database.dataSource()),
            new SettableClock(NOW),
            "here");
    var packs = Pack.of(SampleCvs.BACKEND, cvs, Locale.ENGLISH, most, 20_000);
    return Estimate.of(packs, model, limits, Prices.standard(), governor, Duration.ofSeconds(2));
  }

  private static String cv(int number) {
    return "Ann Example\nann@example.com\n\nWork experience\nDeveloper, House %d, 2015 - 2019\nWrote Java.\n"
        .formatted(number);
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }
}
