package dev.shortlist.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.api.HttpCalls.Multipart;
import dev.shortlist.match.Ranking;
import dev.shortlist.match.Weights;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.RankedApplication;
import dev.shortlist.screening.Reranking;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screenings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@SuppressWarnings("NullAway.Init") // JUnit calls BeforeAll first
class WhatIfTest {
  private static final Weights OTHERS = new Weights(5, 10, 80, 5, 3);

  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  private static HttpCalls api;
  private static AccountId account;
  private static Screening screening;

  @BeforeAll
  static void a_ranking() {
    api = new HttpCalls(shortlist.address());
    var body =
        new Multipart()
            .field("reference", "weighed")
            .field(
                "jobDescriptionText",
                "Accountant\n\nRequirements\n- SAP\n- Excel\n- 3 years of experience in accounting\n- Bachelor's degree in accounting\n");
    for (int years = 0; years < 9; years++) {
      body.file("files", years + ".txt", cv(years));
    }
    assertThat(api.post("/api/v1/screenings", body).status()).isEqualTo(201);
    account = shortlist.get(CurrentAccount.class).id();
    screening = shortlist.get(Screenings.class).find(account, "weighed").orElseThrow();
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            shortlist.get(Screenings.class).progress(account, screening.id()).finished() == 9);
  }

  private static String cv(int years) {
    String education =
        years % 3 == 0 ? "\n\nEducation\nBachelor of Accounting, University of Leeds, 2010\n" : "";
    String skills = List.of("Word", "SAP, Excel", "Paint").get(years % 3);
    return "Ann Archer %d\n\nExperience\nAccountant, Northwind, January 2010 - May 20%d\n\nSkills\n%s%s"
        .formatted(years, 10 + years, skills, education);
  }

  @Test
  void the_order_is_that_of_matching_anew_to_the_last_digit() {
    var expected =
        Ranking.of(
            ranking().stream()
                .map(one -> new Weighed(one, one.match().reweighted(OTHERS)))
                .toList(),
            Weighed::match,
            one -> String.valueOf(one.application().application().documentHash()));

    var actual = reranked(screening, OTHERS, 100);

    assertThat(actual)
        .extracting(moved -> moved.now().match())
        .isEqualTo(expected.stream().map(place -> place.element().match()).toList());
    assertThat(actual)
        .extracting(Reranking.Moved::former)
        .isEqualTo(expected.stream().map(place -> place.element().application().rank()).toList());
    assertThat(actual)
        .extracting(Reranking.Moved::former)
        .isNotEqualTo(actual.stream().map(moved -> moved.now().rank()).toList());
  }

  @Test
  void with_the_same_weights_everybody_stays() {
    var same = reranked(screening, Weights.STANDARD, 100);

    assertThat(same).extracting(Reranking.Moved::now).isEqualTo(ranking());
  }

  @Test
  void what_changed_meanwhile_is_weighed_too() {
    reranked(screening, OTHERS, 100);
    var best = ranking().getFirst();
    String set = "update application set stage = '%s' where account_id = :account and id = :id";
    change(set.formatted("QUEUED"), best);
    assertThat(reranked(screening, OTHERS, 100)).hasSize(8);
    change(set.formatted("COMPLETED"), best);
    assertThat(reranked(screening, OTHERS, 100)).hasSize(9);
  }

  private static void change(String sql, RankedApplication one) {
    shortlist.inAccount(
        account,
        jdbc ->
            jdbc.sql(sql)
                .param("account", account.value())
                .param("id", one.application().id().value())
                .update());
  }

  private static List<Reranking.Moved> reranked(Screening screening, Weights weights, int limit) {
    return shortlist
        .get(Reranking.class)
        .reranked(account, screening.id(), weights, Map.of(), 0, limit)
        .page();
  }

  @Test
  void pages_follow_each_other_and_nothing_is_changed() {
    String path =
        "/api/v1/screenings/weighed/what-if?technicalSkills=5&experience=10&education=80&softSkills=5&culture=3&limit=5";
    var first = api.get(path).json();
    var second = api.get(path + "&cursor=" + first.path("next").asString()).json();

    assertThat(first.path("applications")).hasSize(5);
    assertThat(second.path("applications")).hasSize(4);
    assertThat(second.path("next").isNull()).isTrue();
    assertThat(second.at("/applications/0/rank").asInt()).isEqualTo(6);
    assertThat(first.at("/weights/education").asInt()).isEqualTo(80);
    assertThat(ranking().getFirst().match().weights()).isEqualTo(Weights.STANDARD);
  }

  @Test
  void weights_that_cannot_be_are_refused() {
    for (String query :
        List.of(
            "technicalSkills=-1",
            "experience=2000",
            "education=many",
            "technicalSkills=0&experience=0&education=0&softSkills=0&culture=0")) {
      var answer = api.get("/api/v1/screenings/weighed/what-if?" + query);
      assertThat(answer.status()).as(query).isEqualTo(400);
      assertThat(answer.json().path("type").asString())
          .isEqualTo("urn:shortlist:problem:invalid-value");
    }
    assertThat(api.get("/api/v1/screenings/none/what-if").status()).isEqualTo(404);
  }

  @Test
  void ten_thousand_are_weighed_anew_while_one_waits() {
    String copied = copies();
    var many = shortlist.get(Screenings.class).find(account, copied).orElseThrow();
    reranked(many, OTHERS, 50);
    long start = System.nanoTime();
    var page = reranked(many, OTHERS, 50);
    var took = Duration.ofNanos(System.nanoTime() - start);

    System.out.println("what if, 10,000 CVs, first 50: " + took.toMillis() + " ms");
    assertThat(page).hasSize(50);
    assertThat(took).isLessThan(Duration.ofSeconds(5));
  }

  /// A screening with 10,000 applications, written down without being worked on.
  private static String copies() {
    var copied =
        shortlist.get(Screenings.class).create(account, "Many", screening.jobDescription(), "many");
    var database = shortlist.database();
    database
        .tenancy()
        .inAccount(
            account.value(),
            () -> {
              for (String sql :
                  List.of(
                      """
                      insert into document (account_id, hash, bytes, created_at)
                      select :account, lpad(to_hex(i), 64, '0'), 1, now() from generate_series(1, 10000) i
                      """,
                      """
                      insert into application (account_id, id, screening_id, file, document_hash, stage, reading_id, created_at)
                      select :account, gen_random_uuid(), :to, i || '.txt', lpad(to_hex(i), 64, '0'), 'COMPLETED',
                             (select reading_id from application where screening_id = :from limit 1), now()
                        from generate_series(1, 10000) i
                      """,
                      """
                      insert into match (account_id, id, application_id, job_description_id, version, total, technical_skills, experience,
                        education, soft_skills, culture, recommendation, content, created_at)
                      select :account, a.id, a.id, m.job_description_id, m.version, random() * 100, random() * 100, random() * 100,
                             random() * 100, random() * 100, random() * 100, 'MAYBE', m.content, now()
                        from application a, (select * from match where application_id in
                               (select id from application where screening_id = :from) limit 1) m
                       where a.screening_id = :to
                      """,
                      "update application set match_id = id where screening_id = :to and account_id = :account and :from = :from")) {
                database
                    .jdbc()
                    .sql(sql)
                    .param("account", account.value())
                    .param("from", screening.id().value())
                    .param("to", copied.id().value())
                    .update();
              }
            });
    return "many";
  }

  private static List<RankedApplication> ranking() {
    return shortlist.get(Applications.class).ranking(account, screening.id(), 0, 100);
  }

  private record Weighed(RankedApplication application, dev.shortlist.match.Match match) {}
}
