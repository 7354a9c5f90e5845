package dev.shortlist.match;

import dev.shortlist.profile.Fact;
import dev.shortlist.profile.Reading;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What a CV gives to every job description: made once, and kept as long as the reading is.
///
/// It holds nothing of the reading itself, which would then never be let go.
///
/// @param words of the CV, without what says who the person is
/// @param claimed titles that stand by themselves; none where a post has a title, which says more
/// @param toldKinds the kinds of work each post's account speaks of, by where the post begins
/// @param sought titles that the CV names as what is looked for, in lower case
/// @param whole titles of posts that go on behind a dash, by where they begin
record Prepared(
    CvWords words,
    List<Fact<String>> claimed,
    Set<String> sought,
    Map<Integer, Kinds> toldKinds,
    Map<Integer, Fact<String>> whole) {
  static Prepared of(
      Reading cv,
      Lexicon lexicon,
      ClaimedTitles titles,
      WholeTitles wholeTitles,
      ToldKinds toldKinds) {
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
    return new Prepared(
        words,
        claimed,
        sought(cv, words, claimed),
        toldKinds(cv, words, toldKinds),
        whole(cv, wholeTitles));
  }

  private static Map<Integer, Fact<String>> whole(Reading cv, WholeTitles wholeTitles) {
    var whole = new HashMap<Integer, Fact<String>>();
    for (var work : cv.profile().work()) {
      var title = work.title();
      if (title != null) {
        var longer = wholeTitles.whole(title, work, cv.source().text());
        if (!longer.equals(title)) {
          whole.put(title.passage().start(), longer);
        }
      }
    }
    return Map.copyOf(whole);
  }

  /// The title as its line has it.
  Fact<String> whole(Fact<String> title) {
    return whole.getOrDefault(title.passage().start(), title);
  }

  private static Map<Integer, Kinds> toldKinds(Reading cv, CvWords words, ToldKinds toldKinds) {
    var kinds = new HashMap<Integer, Kinds>();
    var text = cv.source().text();
    for (var work : cv.profile().work()) {
      var whole = work.whole();
      if (!whole.quote().isEmpty()) {
        kinds.put(
            whole.start(), toldKinds.of(words, new BitSet(), Seen.linesOfAccount(whole, text)));
      }
    }
    return Map.copyOf(kinds);
  }

  /// Whether `title` is only what the person looks for, by another line of the CV.
  boolean seeks(String title) {
    return Wishes.isWish(title) || sought.contains(title.toLowerCase(Locale.ROOT));
  }

  // Titles that stand in a wish too; of the others nothing need be known.
  private static Set<String> sought(Reading cv, CvWords words, List<Fact<String>> claimed) {
    var titles = new ArrayList<>(claimed);
    if (cv.profile().headline() != null) {
      titles.add(cv.profile().headline());
    }
    var text = cv.source().text().text().toLowerCase(Locale.ROOT);
    var sought = new HashSet<String>();
    for (var title : titles) {
      var small = title.value().toLowerCase(Locale.ROOT);
      for (int at = text.indexOf(small); at >= 0; at = text.indexOf(small, at + 1)) {
        if (words.isWished(at)) {
          sought.add(small);
        }
      }
    }
    return Set.copyOf(sought);
  }
}
