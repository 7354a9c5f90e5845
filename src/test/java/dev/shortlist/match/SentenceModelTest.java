package dev.shortlist.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SentenceModelTest {
  private static final SentenceModel MODEL = new SentenceModel(SentenceModel.vocabulary());
  private static final List<String> TITLES =
      List.of(
          "accountant", "registered nurse", "site foreman", "sous chef", "warehouse supervisor");

  @AfterAll
  static void close() {
    MODEL.close();
  }

  @Test
  void titles_of_like_work_are_nearer_than_others() {
    var bookkeeper = vector("bookkeeper");

    assertThat(bookkeeper.cosine(vector("accounts clerk")))
        .isGreaterThan(bookkeeper.cosine(vector("forklift driver")));
  }

  @Test
  void who_uses_it_while_it_is_closed_is_told_so() throws Exception {
    var model = new SentenceModel(SentenceModel.vocabulary());
    var begun = new CountDownLatch(1);
    try (var users = Executors.newVirtualThreadPerTaskExecutor()) {
      var use =
          users.submit(() -> {
            while (true) {
              model.embed("sous chef", 8);
              begun.countDown();
            }
          });
      assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
      model.close();

      assertThatThrownBy(use::get)
          .hasRootCauseInstanceOf(IllegalStateException.class)
          .hasMessageContaining("closed");
    }
  }

  @Test
  void a_phrase_is_as_near_to_itself_as_can_be() {
    assertThat(vector("forklift driver").cosine(vector("forklift driver"))).isEqualTo(1);
  }

  @Test
  void the_vector_of_a_phrase_is_the_same_to_the_last_bit_whatever_ran_before_it() {
    var alone = vector("accountant");

    TITLES.forEach(SentenceModelTest::vector);

    assertThat(alone.isSameAs(vector("accountant"))).isTrue();
  }

  @Test
  void the_vector_of_a_phrase_is_the_same_to_the_last_bit_in_many_threads() throws Exception {
    var alone = TITLES.stream().map(SentenceModelTest::vector).toList();
    Callable<List<Vector>> all = () -> TITLES.stream().map(SentenceModelTest::vector).toList();

    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var made : threads.invokeAll(List.of(all, all, all, all))) {
        for (int i = 0; i < alone.size(); i++) {
          assertThat(made.get().get(i).isSameAs(alone.get(i))).isTrue();
        }
      }
    }
  }

  @Test
  void another_session_gives_the_same_vector_to_the_last_bit() {
    try (var other = new SentenceModel(SentenceModel.vocabulary())) {
      assertThat(other.embed("site foreman", 16).isSameAs(vector("site foreman"))).isTrue();
    }
  }

  private static Vector vector(String phrase) {
    return MODEL.embed(phrase, 16);
  }
}
