package dev.shortlist.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.skills.Taxonomy;
import java.util.LinkedHashSet;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class KindsOfWorkTest {
  private static final Taxonomy TAXONOMY = Taxonomy.standard();
  private static final SentenceModel MODEL = new SentenceModel(SentenceModel.vocabulary());
  private static final TitleVectors VECTORS = TitleVectors.standard();
  private static final KindsOfWork KINDS =
      new KindsOfWork(TAXONOMY.occupations(), KindsOfWorkTest::vector);

  @AfterAll
  static void close() {
    MODEL.close();
  }

  @Test
  void a_title_speaks_of_its_own_occupation_first() {
    assertThat(nearest("electrician")).isEqualTo("electrician");
    assertThat(nearest("staff nurse on a surgical ward")).contains("nurse");
  }

  @Test
  void like_work_under_other_names_is_like_and_other_work_is_not() {
    var bookkeeper = KINDS.of(embed("bookkeeper"));

    assertThat(bookkeeper.likeness(KINDS.of(embed("accounting clerk"))))
        .isGreaterThan(0.3)
        .isGreaterThan(5 * bookkeeper.likeness(KINDS.of(embed("scaffolder"))));
    assertThat(bookkeeper.likeness(bookkeeper)).isEqualTo(1);
  }

  @Test
  void shares_of_two_phrases_mix() {
    var cook = KINDS.of(embed("cook"));
    var mixed = cook.with(KINDS.of(embed("truck driver")), 0.3);

    assertThat(mixed.most(100))
        .extracting(Kinds.Kind::share)
        .satisfies(shares ->
            assertThat(shares.stream().mapToDouble(Double::doubleValue).sum())
                .isBetween(0.9999, 1.0001));
    assertThat(mixed.most(1))
        .isEqualTo(
            cook.with(cook, 0.3).most(1).stream()
                .map(kind -> new Kinds.Kind(kind.occupation(), mixed.most(1).getFirst().share()))
                .toList());
  }

  @Test
  void what_such_work_takes_is_known() {
    var known = KINDS.knowledge(KINDS.of(embed("electrician")), 1, skill -> skill);

    assertThat(known.getFirst().sentences()).contains("electrician").hasSizeGreaterThan(3);
  }

  // When this fails, titles were added or changed: run TitleVectorsWriter.
  @Test
  void the_file_of_vectors_is_in_step_with_the_taxonomy_and_the_model() {
    var titles = new LinkedHashSet<String>();
    TAXONOMY.occupations().forEach(one -> titles.addAll(KindsOfWork.plainTitles(one)));
    var missing = titles.stream().filter(title -> VECTORS.of(title) == null).count();
    var sample = titles.stream().filter(title -> VECTORS.of(title) != null).skip(100).limit(5);

    assertThat(missing).as("titles the file does not know").isLessThan(400);
    assertThat(sample)
        .allSatisfy(title -> {
          var stored = Objects.requireNonNull(VECTORS.of(title));
          assertThat(embed(title).cosine(stored)).isGreaterThan(0.995);
        });
  }

  private static String nearest(String title) {
    int best = KINDS.of(embed(title)).most(1).getFirst().occupation();
    return TAXONOMY.occupations().get(best).id();
  }

  private static Vector vector(String title) {
    var stored = VECTORS.of(title);
    return stored == null ? embed(title) : stored;
  }

  private static Vector embed(String title) {
    return MODEL.embed(title, Nearness.TITLE_PIECES);
  }
}
