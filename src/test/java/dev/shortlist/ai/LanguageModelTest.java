package dev.shortlist.ai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Both protocols of the stand-in provider, and what it can do wrong.
class LanguageModelTest {
  private static final String WAITER =
      "Tomas Vale\ntomas@example.com\n\nSkills: PostgreSQL\nWaiter, Blue Inn, 2019 - 2023\nServed guests.\n";

  private final LanguageModel models = new LanguageModel(Clock.systemUTC());
  private final Pack pack =
      new Pack(SampleCvs.BACKEND, List.of(SampleCvs.cv("a", WAITER)), Locale.ENGLISH);

  @AfterEach
  void close() {
    models.close();
  }

  @Test
  void an_answer_is_read_with_its_tokens_and_its_quotes_stand_in_the_cv() throws Exception {
    try (var fake = new FakeLlm()) {
      for (var model : List.of(fake.openAi(), fake.gemini())) {
        var reply = models.ask(model, pack.prompt());

        assertThat(reply).isInstanceOf(Reply.Answered.class);
        assertThat(reply.spent().input()).isPositive();
        assertThat(pack.read(reply).get("a"))
            .isInstanceOfSatisfying(
                Verdict.Judged.class, judged -> assertThat(judged.answered()).isEqualTo(3));
      }
    }
  }

  @Test
  void the_promised_time_is_read_from_header_and_body() throws Exception {
    for (String where : List.of("header", "body", "both")) {
      try (var fake = new FakeLlm("--rpm", "1", "--retry-after", where, "--scope", "global")) {
        models.ask(fake.openAi(), pack.prompt());
        for (var model : List.of(fake.openAi(), fake.gemini())) {
          assertThat(models.ask(model, pack.prompt()))
              .isInstanceOfSatisfying(
                  Reply.RateLimited.class,
                  limited -> {
                    assertThat(limited.window()).isEqualTo(Reply.Window.MINUTE);
                    assertThat(limited.after())
                        .isBetween(Duration.ofSeconds(50), Duration.ofSeconds(61));
                  });
        }
      }
    }
  }

  @Test
  void a_limit_of_the_day_is_told_from_one_of_the_minute() throws Exception {
    try (var fake = new FakeLlm("--rpd", "1", "--scope", "global")) {
      models.ask(fake.openAi(), pack.prompt());
      for (var model : List.of(fake.openAi(), fake.gemini())) {
        assertThat(models.ask(model, pack.prompt()))
            .isInstanceOfSatisfying(
                Reply.RateLimited.class,
                limited -> assertThat(limited.window()).isEqualTo(Reply.Window.DAY));
      }
    }
  }

  @Test
  void whatever_goes_wrong_is_a_reply_and_never_a_score() throws Exception {
    try (var fake = new FakeLlm()) {
      assertThat(askedWith(fake, "error_rate")).isInstanceOf(Reply.Overloaded.class);
      assertThat(askedWith(fake, "drop_rate"))
          .isEqualTo(new Reply.Unreachable(Reply.Failure.BROKEN_CONNECTION));
      assertThat(askedWith(fake, "cut_rate"))
          .isEqualTo(new Reply.Unreachable(Reply.Failure.BROKEN_CONNECTION));
      assertThat(askedWith(fake, "refusal_rate")).isInstanceOf(Reply.Refused.class);
      assertThat(askedWith(fake, "malformed_rate")).isInstanceOf(Reply.Cut.class);
      assertThat(askedWith(fake, "fence_rate")).isInstanceOf(Reply.Answered.class);
    }
  }

  @Test
  void a_model_that_does_not_answer_in_time_is_left() throws Exception {
    try (var fake = new FakeLlm("--hang-rate", "1")) {
      var model = fake.openAi();
      var hasty =
          new Model(
              model.provider(), model.address(), model.key(), model.name(), Duration.ofMillis(300));

      assertThat(models.ask(hasty, pack.prompt()))
          .isEqualTo(new Reply.Unreachable(Reply.Failure.TIMEOUT));
    }
  }

  @Test
  void a_missing_key_is_not_told_as_a_wrong_one() throws Exception {
    try (var fake = new FakeLlm("--keys", "another")) {
      var given = fake.openAi();
      var model = new Model(given.provider(), given.address(), null, given.name(), given.timeout());
      var reply = models.ask(model, pack.prompt());

      assertThat(reply).isEqualTo(new Reply.Unauthorised(401));
      assertThat(Remedies.of(reply, model))
          .contains("none is set")
          .contains("SHORTLIST_AI_API_KEY")
          .doesNotContain("refused");
    }
  }

  @Test
  void a_wrong_key_and_a_wrong_address_are_told_apart_and_the_key_is_not_told() throws Exception {
    try (var fake = new FakeLlm("--keys", "another")) {
      var model = fake.openAi();
      var reply = models.ask(model, pack.prompt());

      assertThat(reply).isEqualTo(new Reply.Unauthorised(401));
      assertThat(Remedies.of(reply, model))
          .contains("refused the API key")
          .contains("SHORTLIST_AI_API_KEY");
      assertThat(model.toString()).doesNotContain("value=k");
      assertThat(models.ask(at(Provider.OLLAMA, model.address()), pack.prompt()))
          .isEqualTo(new Reply.UnknownModel());
    }
    assertThat(
            models.ask(
                at(Provider.OPENAI, URI.create("http://127.0.0.1:" + unused())), pack.prompt()))
        .isEqualTo(new Reply.Unreachable(Reply.Failure.NO_CONNECTION));
  }

  private Reply askedWith(FakeLlm fake, String fault) throws Exception {
    fake.configure("{\"%s\": 1}".formatted(fault));
    var reply = models.ask(fake.openAi(), pack.prompt());
    var gemini = models.ask(fake.gemini(), pack.prompt());
    fake.configure("{\"%s\": 0}".formatted(fault));
    assertThat(gemini).as(fault).hasSameClassAs(reply);
    return reply;
  }

  private static Model at(Provider provider, URI address) {
    return new Model(provider, address, null, "m", Duration.ofSeconds(60));
  }

  private static int unused() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
