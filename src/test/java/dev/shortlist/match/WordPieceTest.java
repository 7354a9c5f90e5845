package dev.shortlist.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordPieceTest {
  private static final WordPiece PIECES = SentenceModel.vocabulary();

  @Test
  void the_vocabulary_is_that_of_uncased_bert() {
    assertThat(PIECES.size()).isEqualTo(30_522);
  }

  @Test
  void known_words_have_one_id_between_start_and_end() {
    assertThat(PIECES.ids("Hello world", 16)).containsExactly(101, 7592, 2088, 102);
  }

  @Test
  void unknown_words_are_cut_into_the_longest_known_pieces() {
    assertThat(PIECES.ids("embeddings", 16)).containsExactly(101, 7861, 8270, 4667, 2015, 102);
  }

  @Test
  void case_and_accents_make_no_difference() {
    assertThat(PIECES.ids("CAFÉ", 16)).isEqualTo(PIECES.ids("cafe", 16));
  }

  @Test
  void punctuation_stands_alone() {
    assertThat(PIECES.ids("c++", 16)).isEqualTo(PIECES.ids("c + +", 16));
  }

  @Test
  void what_no_piece_fits_is_unknown() {
    assertThat(PIECES.ids("\uD83E\uDD16", 16)).containsExactly(101, 100, 102);
  }

  @Test
  void long_text_is_cut_and_still_ended() {
    assertThat(PIECES.ids("one two three four five six", 5)).hasSize(5).endsWith(102);
  }

  @Test
  void common_words_have_a_lower_rank_than_rare_ones() {
    assertThat(PIECES.rank("the")).isZero();
    assertThat(PIECES.rank("work")).isLessThan(PIECES.rank("plumbing"));
    assertThat(PIECES.rank("plumbing")).isLessThan(PIECES.rank("kubernetes"));
  }
}
