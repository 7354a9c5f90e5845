package dev.shortlist.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shortlist.RunningShortlist;
import dev.shortlist.api.HttpCalls.Answer;
import dev.shortlist.api.HttpCalls.Multipart;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// What people do with a ranking: correct what is asked, look for some, decide.
@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit fills in
class ReviewApiTest {
  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  private static final String JOBS = "/api/v1/job-descriptions/";
  private static final String ASKED =
      "Accountant\\nRequirements\\n- 5 years of experience in accounting\\n- SAP\\n- Microsoft Excel";

  private final HttpCalls api = new HttpCalls(shortlist.address());
  private String job;
  private String screening;

  @BeforeEach
  void two_have_applied() {
    var kept = api.postJson("/api/v1/job-descriptions", "{\"text\": \"" + ASKED + "\"}");
    job = kept.json().path("id").asString();
    screening =
        api.post(
                "/api/v1/screenings",
                new Multipart()
                    .field("jobDescription", job)
                    .file("files", "ann.txt", cv("Ann Archer", "Accountant", "Booked in SAP"))
                    .file("files", "bob.txt", cv("Bob Baker", "Baker", "Baked bread")))
            .header("Location");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> api.get(screening).json().path("state").asString().equals("COMPLETED"));
  }

  @Test
  void a_corrected_card_is_a_new_revision() {
    var before = api.get(JOBS + job).json();
    var changed =
        put(
            JOBS + job + "/requirements",
            """
            {"revision": 1, "title": "Bookkeeper",
             "weights": {"technicalSkills": 60, "experience": 20, "education": 10, "softSkills": 10, "culture": 0},
             "requirements": [{"id": "%s", "importance": "PREFERRED"}, {"text": "2 years of SQL"}]}
            """
                .formatted(requirement("SAP")));

    assertThat(changed.status()).isEqualTo(200);
    var body = changed.json();
    assertThat(body.path("revision").asInt()).isEqualTo(2);
    assertThat(body.path("number")).isEqualTo(before.path("number"));
    assertThat(body.path("title").asString()).isEqualTo("Bookkeeper");
    assertThat(body.path("weights").path("technicalSkills").asInt()).isEqualTo(60);
    assertThat(body.path("requirements").findValuesAsString("importance"))
        .containsExactly("PREFERRED", "REQUIRED");
    assertThat(body.path("requirements").get(1).path("quote").asString())
        .isEqualTo("2 years of SQL");
    assertThat(api.get(JOBS + job).json()).isEqualTo(before);
    assertThat(
            api.get(JOBS + before.path("number") + "/revisions")
                .json()
                .path("jobDescriptions")
                .findValuesAsString("revision"))
        .containsExactly("2", "1");
  }

  @Test
  void another_text_is_read_anew() {
    var changed = put(JOBS + job, "{\"text\": \"Baker\\nRequirements\\n- Baking\"}");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.json().path("title").asString()).isEqualTo("Baker");
    assertThat(changed.json().path("revision").asInt()).isEqualTo(2);
  }

  @Test
  void a_job_description_comes_as_a_file_too() {
    var kept =
        api.post(
            "/api/v1/job-descriptions",
            new Multipart()
                .field("reference", "FILE-" + job)
                .file("file", "job.txt", "Baker\nRequirements\n- Baking"));
    assertThat(kept.status()).isEqualTo(201);
    assertThat(kept.json().path("title").asString()).isEqualTo("Baker");
  }

  @Test
  void a_card_that_cannot_be_is_refused_with_the_reason() {
    problem(put(JOBS + job + "/requirements", "{\"requirements\": []}"), 422, "invalid-card");
    problem(put(JOBS + job + "/requirements", "{\"requirements\": [{}]}"), 400, "invalid-value");
    problem(
        put(JOBS + job + "/requirements", "{\"requirements\": [{\"id\": \"r99\"}]}"),
        422,
        "invalid-card");
    problem(
        put(JOBS + job + "/requirements", "{\"revision\": 4, \"title\": \"X\"}"),
        409,
        "revision-outdated");
    problem(put(JOBS + job, "{\"text\": \" \"}"), 422, "no-job-description");
    problem(put(JOBS + "999/requirements", "{}"), 404, "not-found");
    problem(api.get(JOBS + "999/revisions"), 404, "not-found");
  }

  @Test
  void a_ranking_is_searched_and_ordered() {
    String list = screening + "/applications";
    assertThat(files(list + "?order=name")).containsExactly("ann.txt", "bob.txt");
    assertThat(files(list + "?q=archer")).containsExactly("ann.txt");
    assertThat(files(list + "?verdict=none&verdict=rejected")).hasSize(2);
    assertThat(files(list + "?verdict=shortlisted")).isEmpty();
    assertThat(files(list + "?minScore=100")).isEmpty();
    var ann = api.get(list + "?q=archer").json().path("applications").get(0);
    String asked = requirement("SAP");
    assertThat(ann.path("answers").path(asked).asString()).isEqualTo("MET");
    assertThat(files(list + "?answer=" + asked + ":met")).containsExactly("ann.txt");
    assertThat(files(list + "?answer=" + asked + ":unknown&answer=" + asked + ":not"))
        .containsExactly("bob.txt");

    problem(api.get(list + "?order=luck"), 400, "invalid-value");
    problem(api.get(list + "?answer=met"), 400, "invalid-value");
    problem(api.get(list + "?answer=r99:met"), 400, "invalid-value");
    problem(api.get(list + "?verdict=maybe"), 400, "invalid-value");
  }

  @Test
  void a_value_nobody_could_be_found_by_is_refused_with_its_field_and_what_goes_there() {
    String list = screening + "/applications";
    says(list + "?minScore=900", "minScore must be from 0 to 100 but is 900.");
    says(list + "?maxScore=-1", "maxScore must be from 0 to 100 but is -1.");
    says(
        list + "?minScore=60&maxScore=40",
        "minScore must not be above maxScore but is 60, and maxScore 40.");
    says(list + "?minScore=4.5", "\"4.5\" is not a valid minScore: it takes a whole number.");
    says(list + "?limit=many", "\"many\" is not a valid limit: it takes a whole number.");
    says(
        list + "?verdict=maybe",
        "\"maybe\" is not a valid verdict; the values are [SHORTLISTED, ON_HOLD, REJECTED] and none.");
    assertThat(detail(list + "?mark=HIDDEN"))
        .startsWith("\"HIDDEN\" is not a valid mark; the values are [")
        .contains("HIDDEN_TEXT", "OVERQUALIFIED");
    assertThat(detail(list + "?stage=NEEDS_REVIEW&minScore=50"))
        .startsWith("stage is NEEDS_REVIEW, and only those with a place in the ranking");
    says(
        list + "?q=a%00b", "q has the character U+0000, which stands in no text: send it without.");
    says(screening + "/what-if?culture=-5", "culture must be from 0 to 1000 but is -5.");
    says(
        screening + "/what-if?cursor=-5",
        "\"-5\" is not a cursor: take it from \"next\" of the page before.");
    says(
        "/api/v1/candidates?cursor=-5",
        "\"-5\" is not a cursor: take it from \"next\" of the page before.");
    says(
        JOBS + job + "/pool?cursor=-5",
        "\"-5\" is not a cursor: take it from \"next\" of the page before.");
    says(
        "/api/v1/usage?from=yesterday",
        "\"yesterday\" is not a valid from: it takes a day, such as 2026-03-01.");
    assertThat(files(list + "?mark=no_name")).isEmpty();
    assertThat(files(list + "?minScore=0&maxScore=100")).hasSize(2);
  }

  private void says(String address, String detail) {
    assertThat(detail(address)).isEqualTo(detail);
  }

  private String detail(String address) {
    var refused = api.get(address);
    problem(refused, 400, "invalid-value");
    return refused.json().path("detail").asString();
  }

  @Test
  void decisions_stay_with_their_reasons_and_can_be_taken_back() {
    String bob = application("bob");
    problem(decide(bob, "REJECTED", ""), 422, "reason-missing");
    problem(decide(UUID.randomUUID().toString(), "ON_HOLD", ""), 404, "not-found");
    problem(api.postJson("/api/v1/decisions", "{}"), 400, "invalid-value");

    var decided = decide(bob, "REJECTED", "Never kept books").json().path("decisions").get(0);
    assertThat(decided.path("by").asString()).isEqualTo("local");
    assertThat(files(screening + "/applications?verdict=rejected")).containsExactly("bob.txt");
    assertThat(api.get(screening + "/ranking.csv").response().body().lines())
        .filteredOn(line -> line.endsWith(",\"REJECTED\""))
        .singleElement()
        .asString()
        .contains("bob.txt");

    var back = api.send(api.request("/api/v1/applications/" + bob + "/decision").DELETE());
    assertThat(back.status()).isEqualTo(200);
    assertThat(
            api.get("/api/v1/applications/" + bob + "/decisions")
                .json()
                .path("decisions")
                .findValuesAsString("reason"))
        .containsExactly("Never kept books", "");
    assertThat(files(screening + "/applications?verdict=rejected")).isEmpty();
  }

  @Test
  void a_candidate_has_all_applications_and_two_can_become_one() {
    var ann = api.get(screening + "/applications?q=ann").json().path("applications").get(0);
    var bob = api.get(screening + "/applications?q=bob").json().path("applications").get(0);
    var detail = api.get("/api/v1/candidates/" + ann.path("candidate").asString()).json();
    assertThat(detail.path("candidate").path("name").asString()).isEqualTo("Ann Archer");
    int before = detail.path("applications").size();
    assertThat(before).isPositive();
    assertThat(api.get("/api/v1/candidates?q=archer&limit=1").json().path("candidates")).hasSize(1);

    var merged =
        api.postJson(
            "/api/v1/candidates/" + ann.path("candidate").asString() + "/merge",
            "{\"candidate\": \"" + bob.path("candidate").asString() + "\"}");
    assertThat(merged.json().path("emails")).hasSize(2);
    problem(api.get("/api/v1/candidates/" + bob.path("candidate").asString()), 404, "not-found");
    assertThat(
            api.get("/api/v1/candidates/" + ann.path("candidate").asString())
                .json()
                .path("applications")
                .size())
        .isGreaterThan(before);
  }

  private Answer decide(String application, String verdict, String reason) {
    return api.postJson(
        "/api/v1/decisions",
        "{\"applications\": [\"%s\"], \"verdict\": \"%s\", \"reason\": \"%s\"}"
            .formatted(application, verdict, reason));
  }

  private String requirement(String label) {
    for (var one : api.get(JOBS + job).json().path("requirements")) {
      if (one.path("label").asString().contains(label)) {
        return one.path("id").asString();
      }
    }
    throw new AssertionError("no requirement " + label);
  }

  private String application(String word) {
    return api.get(screening + "/applications?q=" + word)
        .json()
        .path("applications")
        .get(0)
        .path("id")
        .asString();
  }

  private List<String> files(String path) {
    JsonNode applications = api.get(path).json().path("applications");
    return applications.findValuesAsString("file");
  }

  private Answer put(String path, String json) {
    return api.send(
        api.request(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(json)));
  }

  private static void problem(Answer answer, int status, String type) {
    assertThat(answer.json().path("type").asString()).isEqualTo("urn:shortlist:problem:" + type);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().path("detail").asString()).isNotBlank();
  }

  private static String cv(String name, String title, String did) {
    return """
    %s
    %s@example.com

    Experience
    %s, Ledger Ltd, 2012 - 2026
    - %s
    """
        .formatted(name, name.toLowerCase(Locale.ROOT).replace(' ', '.'), title, did);
  }
}
