package dev.shortlist.match;

import dev.shortlist.profile.Reading;
import dev.shortlist.text.Passage;
import dev.shortlist.text.VisibleText;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A CV made ready for one job description.
///
/// @param words of the CV, without what says who the person is
/// @param copied characters that repeat the job description word for word
record Seen(Reading cv, CvWords words, BitSet copied, Wording wording, Career career) {

  static Seen of(Reading cv, Asked asked, Lexicon lexicon, Nearness nearness) {
    var words = CvWords.of(cv);
    var copied = words.copied(asked.runs());
    return new Seen(
        cv,
        words,
        copied,
        Wording.of(asked.words(), words, copied, lexicon),
        Career.of(cv.profile(), asked, nearness));
  }

  VisibleText text() {
    return cv.source().text();
  }

  /// Whether the passage is the person's own and not the job description's.
  boolean isOwn(Passage passage) {
    return !copied.get(passage.start());
  }

  /// Whether line `index` stands in the account of a post.
  boolean isInWork(int index) {
    int start = text().startOf(index);
    return cv.profile().work().stream()
        .anyMatch(work -> work.whole().start() <= start && start < work.whole().end());
  }

  /// The lines in which each stem stands.
  Map<String, BitSet> linesByStem(Lexicon lexicon) {
    var lines = new HashMap<String, BitSet>();
    for (int i = 0; i < words.size(); i++) {
      for (var token : words.line(i)) {
        var word = lexicon.word(token.word());
        if (!word.isSilent() && !copied.get(token.start())) {
          lines.computeIfAbsent(word.stem(), _ -> new BitSet()).set(i);
        }
      }
    }
    return lines;
  }

  /// The whole lines as passages.
  List<Passage> passages(List<Integer> lines) {
    return lines.stream().map(text()::line).toList();
  }
}
