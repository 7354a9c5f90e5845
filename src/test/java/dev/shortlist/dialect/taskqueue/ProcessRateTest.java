package dev.shortlist.dialect.taskqueue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.RunningShortlist;
import dev.shortlist.api.HttpCalls;
import dev.shortlist.api.HttpCalls.Multipart;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class ProcessRateTest {
  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  @Test
  void too_many_runs_in_a_minute_are_put_off() {
    var calls = new HttpCalls(shortlist.address());
    for (int i = 0; i < 10; i++) {
      assertThat(calls.post("/process", new Multipart()).status()).isEqualTo(422);
    }

    var limited = calls.post("/process", new Multipart());

    assertThat(limited.status()).isEqualTo(429);
    assertThat(limited.header("Retry-After")).matches("[1-9][0-9]*");
    assertThat(limited.json().toString())
        .isEqualTo("{\"error\":\"Rate limit exceeded: 10 per 1 minute\"}");
  }
}
