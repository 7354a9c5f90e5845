package dev.shortlist.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.accounts.ApiKeys;
import dev.shortlist.accounts.Role;
import dev.shortlist.api.HttpCalls;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same clients with sign-in on and an API key.
@Tag("slow")
class KeyTest {
  private static final Path SAMPLES = Path.of("src/main/resources/samples/cvs");

  @RegisterExtension
  static final RunningShortlist shortlist = new RunningShortlist(Map.of("shortlist.sign-in", "on"));

  @ParameterizedTest
  @ValueSource(strings = {"bulkscreen", "analyzer", "persona", "cvbatch", "taskqueue"})
  void a_client_with_a_key_gets_its_results(String dialect) {
    assumeTrue(Clients.python(), "python3 is not on this machine");
    assertThat(Clients.start(dialect, shortlist.address(), SAMPLES, key("one")).end(120))
        .contains("OK " + dialect);
  }

  @Test
  void without_a_key_nobody_gets_in() {
    var answer = new HttpCalls(shortlist.address()).get("/api/v1/jobs/my-jobs");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json().path("detail").isString()).isTrue();
  }

  @Test
  void a_user_id_of_somebody_else_grants_nothing() {
    String key = key("other");
    var calls = new HttpCalls(shortlist.address());
    var body =
        new HttpCalls.Multipart()
            .field("job_description", Cvs.ASKED)
            .field("user_id", "somebody-else")
            .file("resumes", "ann.txt", Cvs.of("Ann Archer", "SAP"));
    var answer =
        calls.send(
            calls
                .request("/process")
                .header("Authorization", "Bearer " + key)
                .header(
                    "Content-Type", "multipart/form-data; boundary=" + HttpCalls.Multipart.BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.whole())));

    assertThat(answer.status()).isEqualTo(403);
  }

  private static String key(String alias) {
    var accounts = shortlist.get(Accounts.class);
    var account = accounts.find(alias).orElseGet(() -> accounts.create(alias));
    return shortlist
        .get(ApiKeys.class)
        .create(account, "client", Role.RECRUITER, null, "test")
        .secret()
        .value();
  }
}
