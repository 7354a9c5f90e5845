package dev.shortlist.match;

import dev.shortlist.profile.Fact;
import dev.shortlist.profile.Reading;
import java.util.List;

/// What a CV gives to every job description: made once, and kept as long as the reading is.
///
/// It holds nothing of the reading itself, which would then never be let go.
///
/// @param words of the CV, without what says who the person is
/// @param claimed titles that stand by themselves; none where a post has a title, which says more
record Prepared(CvWords words, List<Fact<String>> claimed) {
  static Prepared of(Reading cv, Lexicon lexicon, ClaimedTitles titles) {
    var words = CvWords.of(cv, lexicon);
    int first =
        cv.profile().work().stream()
            .filter(work -> work.title() != null)
            .mapToInt(work -> work.whole().start())
            .min()
            .orElse(Integer.MAX_VALUE);
    var claimed =
        titles.in(words, cv.source().text()).stream()
            .filter(title -> title.passage().start() < first)
            .toList();
    return new Prepared(words, claimed);
  }
}
