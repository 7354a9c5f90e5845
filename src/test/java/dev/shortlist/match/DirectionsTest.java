package dev.shortlist.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
    var cosines = new Directions(directions).cosines(asked);

    assertThat(cosines)
        .containsExactly(directions.stream().mapToDouble(one -> oneByOne(one, asked)).toArray());
  }

  @Test
  void no_directions_have_no_cosines() {
    assertThat(new Directions(List.of()).cosines(new byte[4])).isEmpty();
  }

  private static double oneByOne(byte[] one, byte[] other) {
    return product(one, other) / (Math.sqrt(product(one, one)) * Math.sqrt(product(other, other)));
  }

  private static int product(byte[] one, byte[] other) {
    return IntStream.range(0, one.length).map(i -> one[i] * other[i]).sum();
  }
}
