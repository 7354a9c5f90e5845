package dev.shortlist.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.accounts.Credits;
import dev.shortlist.api.HttpCalls;
import dev.shortlist.api.HttpCalls.Multipart;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class LimitsTest {
  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  private final HttpCalls calls = new HttpCalls(shortlist.address());

  @Test
  void too_few_credits_are_told_in_each_clients_words() {
    shortlist.get(Credits.class).limit(shortlist.get(Accounts.class).local());
    var two =
        new Multipart()
            .field("job_description", Cvs.ASKED)
            .file("resumes", "a.txt", Cvs.of("Ann Archer", "SAP"))
            .file("resumes", "b.txt", Cvs.of("Bob Baker", "SAP"));

    assertThat(Api.wrong(calls.post("/process", two)))
        .isEqualTo("402 Insufficient tokens. You need 2 tokens but only have 0.");
    assertThat(calls.postJson("/api/v1/cv-batches", "{\"title\":\"X\"}").status()).isEqualTo(402);
  }

  @Test
  void too_many_mails_in_a_minute_are_put_off() {
    for (int i = 0; i < 20; i++) {
      calls.postJson("/send-personalized-emails", "[]");
    }

    var limited = calls.postJson("/send-personalized-emails", "[]");

    assertThat(limited.status()).isEqualTo(429);
    assertThat(limited.header("Retry-After")).isNotEmpty();
    assertThat(limited.json().toString())
        .isEqualTo("{\"error\":\"Rate limit exceeded: 20 per 1 minute\"}");
  }
}
