package dev.shortlist.candidate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.shortlist.SettableClock;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Numbers;
import dev.shortlist.database.Ids;
import dev.shortlist.database.TestDatabase;
import dev.shortlist.profile.Contact;
import dev.shortlist.profile.Fact;
import dev.shortlist.text.Passage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@SuppressWarnings("NullAway.Init") // JUnit fills in
class CandidatesTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private Candidates candidates;
  private AccountId account;

  @BeforeEach
  void an_account_of_its_own() {
    var clock = new SettableClock(Instant.parse("2026-05-04T12:00:00Z"));
    candidates =
        new Candidates(
            database.jdbc(),
            database.tenancy(),
            new Numbers(database.jdbc()),
            new Ids(clock),
            clock);
    account = new AccountId(database.account());
  }

  @Test
  void the_same_address_is_the_same_person() {
    var first = cv("Ann Archer", "ann@example.com");
    assertThat(cv("Ann B. Archer", "ANN@example.com")).isEqualTo(first);
    assertThat(cv("Bob Baker", "bob@example.com")).isNotEqualTo(first);
    assertThat(candidates.list(account, 0, "", 10))
        .extracting(Candidate::number, Candidate::name)
        .containsExactly(tuple(1, "Ann Archer"), tuple(2, "Bob Baker"));
  }

  @Test
  void accents_and_the_order_of_the_words_make_nobody_else() {
    assertThat(cv("ÁRVAI, Zoltán", "z@example.com")).isEqualTo(cv("Zoltan Arvai", "z@example.com"));
  }

  @Test
  void an_agencys_address_does_not_make_many_people_one() {
    assertThat(cv("Ann Archer", "cvs@agency.example.com"))
        .isNotEqualTo(cv("Bob Baker", "cvs@agency.example.com"));
  }

  @Test
  void the_same_file_is_the_same_person_without_an_address() {
    var document = document();
    var first = candidates.recognise(account, document, contact("Ann Archer"));
    assertThat(candidates.recognise(account, document, contact("Ann Archer"))).isEqualTo(first);
    assertThat(cv("Ann Archer")).isNotEqualTo(first);
  }

  @Test
  void a_second_address_leads_to_the_person_too() {
    var ann = cv("Ann Archer", "ann@example.com", "archer@example.org");
    assertThat(cv("Ann Archer", "archer@example.org")).isEqualTo(ann);
    assertThat(candidates.find(account, ann).orElseThrow().emails())
        .containsExactly("ann@example.com", "archer@example.org");
  }

  @Test
  void what_was_not_known_is_learnt_from_the_next_cv() {
    var ann = cv(null, "ann@example.com");
    cv("Ann Archer", "ann@example.com");
    assertThat(candidates.find(account, ann).orElseThrow().name()).isEqualTo("Ann Archer");
  }

  @Test
  void a_candidate_is_found_by_id_and_number_and_by_parts_of_name_and_address() {
    var ann = cv("Ann Archer", "ann@example.com");
    assertThat(candidates.find(account, "1")).map(Candidate::id).contains(ann);
    assertThat(candidates.find(account, ann.toString())).map(Candidate::number).contains(1);
    assertThat(candidates.find(account, "2")).isEmpty();
    assertThat(candidates.list(account, 0, " ARCH", 10)).hasSize(1);
    assertThat(candidates.list(account, 0, "ann@", 10)).hasSize(1);
    assertThat(candidates.list(account, 0, "%", 10)).isEmpty();
    assertThat(candidates.list(account, 1, "", 10)).isEmpty();
  }

  @Test
  void two_become_one() {
    var ann = cv("Ann Archer", "ann@example.com");
    var again = cv("Ann Archer", "archer@example.org");
    candidates.merge(account, ann, again);
    assertThat(candidates.find(account, again)).isEmpty();
    assertThat(cv("Ann Archer", "archer@example.org")).isEqualTo(ann);
    assertThatThrownBy(() -> candidates.merge(account, ann, again))
        .isInstanceOf(NoSuchElementException.class);
    assertThat(candidates.merge(account, ann, ann).id()).isEqualTo(ann);
  }

  @Test
  void no_account_sees_anothers_candidates() {
    var ann = cv("Ann Archer", "ann@example.com");
    var other = new AccountId(database.account());
    assertThat(candidates.find(other, ann)).isEmpty();
    assertThat(candidates.list(other, 0, "", 10)).isEmpty();
  }

  @Test
  void many_cvs_of_a_new_person_at_a_time_make_one_person() throws Exception {
    var cvs = new ArrayList<Callable<CandidateId>>();
    for (int i = 0; i < 40; i++) {
      cvs.add(() -> cv("Ann Archer", "ann@example.com"));
    }
    try (var threads = Executors.newFixedThreadPool(8)) {
      var found = new HashSet<CandidateId>();
      for (Future<CandidateId> done : threads.invokeAll(cvs)) {
        found.add(got(done));
      }
      assertThat(found).hasSize(1);
    }
  }

  private static CandidateId got(Future<CandidateId> done) throws InterruptedException {
    try {
      return done.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private CandidateId cv(@Nullable String name, String... emails) {
    return candidates.recognise(account, document(), contact(name, emails));
  }

  private String document() {
    String hash = UUID.randomUUID().toString();
    database
        .tenancy()
        .inAccount(
            account.value(),
            () -> {
              database
                  .jdbc()
                  .sql(
                      "insert into document (account_id, hash, bytes, created_at)"
                          + " values (:account, :hash, :bytes, now())")
                  .param("account", account.value())
                  .param("hash", hash)
                  .param("bytes", hash.getBytes(UTF_8).length)
                  .update();
            });
    return hash;
  }

  private static Contact contact(@Nullable String name, String... emails) {
    return new Contact(
        name == null ? null : fact(name),
        List.of(emails).stream().map(CandidatesTest::fact).toList(),
        List.of(),
        List.of(),
        null);
  }

  private static Fact<String> fact(String value) {
    return new Fact<>(value, new Passage(value, 0, 1, List.of()), 1);
  }
}
