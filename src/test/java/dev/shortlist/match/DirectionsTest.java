package dev.shortlist.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DirectionsTest {
  @Property(tries = 100)
  void many_cosines_at_once_are_those_made_one_by_one(
      @ForAll @Size(min = 1, max = 200) List<@Size(12) byte[]> directions,
      @ForAll @Size(12) byte[] asked) {
    try (var many = new Directions(directions)) {
      assertThat(many.cosines(asked))
          .containsExactly(directions.stream().mapToDouble(one -> oneByOne(one, asked)).toArray());
    }
  }

  // Some processors cut sums of such products off at 16 bits.
  @Test
  void the_greatest_numbers_are_multiplied_exactly() {
    var asked = new byte[384];
    var other = new byte[384];
    Arrays.fill(asked, Byte.MIN_VALUE);
    Arrays.fill(other, Byte.MAX_VALUE);

    try (var directions = new Directions(List.of(asked, other))) {
      assertThat(directions.cosines(asked))
          .containsExactly(oneByOne(asked, asked), oneByOne(other, asked));
    }
  }

  @Test
  void what_was_closed_is_opened_when_it_is_used_again() {
    byte[] asked = {1, 2, 3, -4};
    var directions = new Directions(List.of(asked));
    var before = directions.cosines(asked);
    directions.close();

    var after = directions.cosines(asked);
    directions.close();

    assertThat(after).isEqualTo(before);
  }

  @Test
  void who_uses_it_while_it_is_closed_again_and_again_disturbs_nobody() throws Exception {
    byte[] asked = {1, 2, 3, -4};
    var directions = new Directions(List.of(asked));
    var before = directions.cosines(asked);
    try (var users = Executors.newFixedThreadPool(2)) {
      Callable<Boolean> use =
          () ->
              IntStream.range(0, 2000)
                  .allMatch(_ -> Arrays.equals(directions.cosines(asked), before));
      var first = users.submit(use);
      var second = users.submit(use);
      while (!first.isDone() || !second.isDone()) {
        directions.close();
      }

      assertThat(first.get()).isTrue();
      assertThat(second.get()).isTrue();
    }
    directions.close();
  }

  @Test
  void no_directions_have_no_cosines() {
    try (var none = new Directions(List.of())) {
      assertThat(none.cosines(new byte[4])).isEmpty();
    }
  }

  private static double oneByOne(byte[] one, byte[] other) {
    return product(one, other) / (Math.sqrt(product(one, one)) * Math.sqrt(product(other, other)));
  }

  private static int product(byte[] one, byte[] other) {
    return IntStream.range(0, one.length).map(i -> one[i] * other[i]).sum();
  }
}
