package dev.shortlist.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VectorsTest {
  private final List<String> made = new ArrayList<>();
  private final Vectors vectors = new Vectors(this::before, this::make, 2);

  @Test
  void a_vector_is_made_once() {
    vectors.of("sous chef");
    vectors.of("sous chef");

    assertThat(made).containsExactly("sous chef");
  }

  @Test
  void case_and_spacing_make_no_other_vector() {
    assertThat(vectors.of(" Sous   CHEF ")).isSameAs(vectors.of("sous chef"));
  }

  @Test
  void what_is_known_beforehand_is_neither_made_nor_kept() {
    assertThat(vectors.of("Baker").isSameAs(Vector.of(0.5f))).isTrue();

    assertThat(made).isEmpty();
    assertThat(vectors.known(List.of("baker"))).isEmpty();
  }

  @Test
  void no_more_than_the_capacity_is_kept() {
    var phrases = IntStream.range(0, 50).mapToObj(i -> "cook " + i).toList();
    phrases.forEach(vectors::of);
    made.clear();

    phrases.forEach(vectors::of);

    assertThat(made).hasSizeGreaterThanOrEqualTo(48);
  }

  private @Nullable Vector before(String phrase) {
    return phrase.equals("baker") ? Vector.of(0.5f) : null;
  }

  private Vector make(String phrase) {
    made.add(phrase);
    return Vector.of(1f / phrase.length());
  }
}
