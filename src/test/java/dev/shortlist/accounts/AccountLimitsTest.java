package dev.shortlist.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.RunningShortlist;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What an account may ask for and send, with sign-in.
class AccountLimitsTest {
  @RegisterExtension
  static final RunningShortlist shortlist =
      new RunningShortlist(
          Map.of(
              "shortlist.sign-in", "on",
              "shortlist.upload.account.per-day", "1000B",
              "shortlist.upload.account.stored", "2000B",
              "shortlist.limits.routes[/api/v1/usage]", "2"));

  private AccountId account;
  private Visitor program;

  @BeforeEach
  void an_account_with_a_key() {
    account = shortlist.get(Accounts.class).create("account-" + System.nanoTime());
    var key = shortlist.get(ApiKeys.class).create(account, "key", Role.OWNER, null, "test");
    program = Visitor.program(shortlist.address(), key.secret().value());
    program.json(
        "POST",
        "/api/v1/screenings",
        "{\"reference\":\"mine\",\"jobDescriptionText\":\"Clerk\\n\\nRequirements\\n- Excel\\n\"}");
  }

  @Test
  void more_bytes_a_day_than_allowed_are_429_with_the_number_and_nothing_is_taken_in() {
    assertThat(send("a.txt", 600).statusCode()).isEqualTo(200);

    var refused = send("b.txt", 500);

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("3600");
    assertThat(refused.body())
        .contains("urn:shortlist:problem:upload-limit-of-day-reached")
        .contains("\"limitBytes\":1000");
    assertThat(program.get("/api/v1/screenings/mine/applications").body()).doesNotContain("b.txt");
    assertThat(send("c.txt", 300).statusCode()).isEqualTo(200);
  }

  @Test
  void more_bytes_in_all_than_allowed_are_413() {
    for (int day = 1; day <= 3; day++) {
      assertThat(send(day + ".txt", 600).statusCode()).isEqualTo(200);
      shortlist.inAccount(
          account,
          jdbc ->
              jdbc.sql("update document set created_at = created_at - interval '2 days'").update());
    }

    var refused = send("4.txt", 600);

    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(refused.body())
        .contains("urn:shortlist:problem:upload-limit-reached")
        .contains("2,000 bytes");
  }

  @Test
  void what_another_account_sent_does_not_count() {
    assertThat(send("a.txt", 900).statusCode()).isEqualTo(200);
    an_account_with_a_key();
    assertThat(send("a.txt", 900).statusCode()).isEqualTo(200);
  }

  @Test
  void an_address_with_a_limit_of_its_own_is_429_beyond_it() {
    program.get("/api/v1/usage");
    assertThat(program.get("/api/v1/usage").headers().firstValue("RateLimit-Remaining"))
        .hasValue("0");

    var refused = program.get("/api/v1/usage");

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(refused.body()).contains("2 per 1 minute");
    assertThat(program.get("/api/v1/me").statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> send(String name, int bytes) {
    String text =
        (name + " Ann Archer\n\nSkills\nExcel\n" + "x ".repeat(bytes)).substring(0, bytes);
    return program.send(
        "POST",
        "/api/v1/screenings/mine/files",
        "multipart/form-data; boundary=edge",
        "--edge\r\nContent-Disposition: form-data; name=\"files\"; filename=\"%s\"\r\n\r\n%s\r\n--edge--\r\n"
            .formatted(name, text));
  }
}
