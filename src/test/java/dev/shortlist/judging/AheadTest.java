package dev.shortlist.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.calls.Spending.Asked;
import dev.shortlist.judging.Packs.Form;
import dev.shortlist.judging.Packs.Listed;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What is reckoned with beside the calls that are made up.
class AheadTest {
  private static final Asked NONE = new Asked(0, 0);

  @Test
  void cvs_in_no_call_yet_will_be_in_full_ones() {
    assertThat(Ahead.calls(List.of(usual(4)), 9, 4, NONE, 0, 1)).isEqualTo(1 + 3);
  }

  @Test
  void as_many_as_so_far_will_be_asked_about_once_more() {
    // 3 of 12 were or wait to be, so 5 of the 20 to come will be.
    var own = List.of(usual(4), usual(4), strict(1));

    assertThat(Ahead.calls(own, 12, 4, new Asked(12, 2), 0, 1)).isEqualTo(3 + 3 + 2);
  }

  @Test
  void those_close_to_the_cut_will_be_read_again_each_alone() {
    assertThat(Ahead.calls(List.of(usual(4)), 0, 4, NONE, 5, 3)).isEqualTo(1 + 5 * 2);
  }

  @Test
  void a_round_of_further_readings_that_is_made_up_is_counted_once() {
    var own = List.of(again(2), again(2));

    assertThat(Ahead.calls(own, 0, 4, NONE, 5, 2)).isEqualTo(2);
    assertThat(Ahead.calls(own, 0, 4, NONE, 5, 3)).isEqualTo(2 + 2);
  }

  private static Listed usual(int cvs) {
    return new Listed(UUID.randomUUID(), 1, cvs, Form.USUAL);
  }

  private static Listed strict(int cvs) {
    return new Listed(UUID.randomUUID(), 1, cvs, Form.STRICTER);
  }

  private static Listed again(int reading) {
    return new Listed(UUID.randomUUID(), reading, 1, Form.USUAL);
  }
}
