package dev.shortlist.match;

import dev.shortlist.profile.Reading;
import dev.shortlist.profile.Training;
import dev.shortlist.profile.Work;
import dev.shortlist.text.Passage;
import dev.shortlist.text.VisibleText;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A CV made ready for one job description.
///
/// @param words of the CV, without what says who the person is
/// @param copied characters that repeat the job description word for word
record Seen(Reading cv, CvWords words, BitSet copied, Wording wording, Career career) {

  static Seen of(
      Reading cv, Prepared prepared, Asked asked, Nearness nearness, ToldKinds toldKinds) {
    var words = prepared.words();
    var copied = words.copied(asked.runs());
    var career =
        Career.of(
            cv.profile(),
            prepared,
            asked,
            nearness,
            title -> !copied.get(title.passage().start()),
            work -> account(work, cv.source().text(), prepared, copied, asked, toldKinds),
            TechnicalSkills.fieldShare(
                Wording.share(asked.words(), words, copied, outside(cv, prepared, words.size()))));
    return new Seen(
        cv, words, copied, Wording.of(asked.words(), words, copied, excused(cv, career)), career);
  }

  // What the account of a post says of the work asked for, apart from its title: half by the words
  // asked for, half by the kinds of work it speaks of.
  private static double account(
      Work work,
      VisibleText text,
      Prepared prepared,
      BitSet copied,
      Asked asked,
      ToldKinds toldKinds) {
    var whole = work.whole();
    if (whole.quote().isEmpty()) {
      return 0;
    }
    var lines = new BitSet();
    set(whole, text, lines);
    clearTrainings(lines, text);
    var words = prepared.words();
    int copy = copied.nextSetBit(whole.start());
    var kinds =
        copy < 0 || copy >= whole.end()
            ? prepared.toldKinds().getOrDefault(whole.start(), NO_KINDS)
            : toldKinds.of(words, copied, linesOfAccount(whole, text));
    double byWords = TechnicalSkills.fieldShare(Wording.share(asked.words(), words, copied, lines));
    return (byWords + byKinds(kinds, asked)) / 2;
  }

  /// The lines of a post but for lists of skills and trainings, which may follow it without a
  /// heading.
  static BitSet linesOfAccount(Passage whole, VisibleText text) {
    var lines = new BitSet();
    set(whole, text, lines);
    for (int i = lines.nextSetBit(0); i >= 0; i = lines.nextSetBit(i + 1)) {
      var line = text.lines().get(i).text();
      lines.set(i, !SkillFinder.isList(line) && !Training.isIn(line));
    }
    return lines;
  }

  private static void clearTrainings(BitSet lines, VisibleText text) {
    for (int i = lines.nextSetBit(0); i >= 0; i = lines.nextSetBit(i + 1)) {
      lines.set(i, !Training.isIn(text.lines().get(i).text()));
    }
  }

  private static double byKinds(Kinds kinds, Asked asked) {
    double like =
        asked.names().stream().mapToDouble(name -> kinds.likeness(name.kinds())).max().orElse(0);
    return Math.clamp((like - OTHER_KINDS) / (SAME_KINDS - OTHER_KINDS), 0, 1);
  }

  // The lines that belong to no post.
  private static BitSet outside(Reading cv, Prepared prepared, int lines) {
    var told = new BitSet();
    cv.profile().work().stream()
        .filter(work -> Career.called(work, prepared) != null)
        .forEach(work -> set(work.whole(), cv.source().text(), told));
    told.flip(0, lines);
    return told;
  }

  /// How far the CV is of the kind of work, 0 to 1: the square of the mean of what its words and
  /// its nearest title say. What says little by itself, such as years, a degree or team spirit,
  /// counts by it.
  double kinship() {
    double mean = (TechnicalSkills.fieldShare(this) + worthOfWork()) / 2;
    return mean * mean;
  }

  /// How like the kinds of work are at most where an account tells of other work, and at least
  /// where it tells of the same: people tell it in other words than a taxonomy does.
  private static final double OTHER_KINDS = 0.2;

  private static final double SAME_KINDS = 0.7;

  private static final Kinds NO_KINDS = Kinds.of(new double[0]);

  /// What the account of the work is worth where no title says what it was.
  private static final double UNTITLED = 0.6;

  /// How far the work is of the kind, 0 to 1: by the titles, or where there is none by the words.
  double worthOfWork() {
    return Math.max(career.worth(), UNTITLED * TechnicalSkills.fieldShare(this));
  }

  /// A post at least this far such work is on the subject, whatever words tell of it.
  private static final double SUCH_WORK = 0.5;

  /// Lines that are on the subject whatever words they use.
  private static BitSet excused(Reading cv, Career career) {
    var lines = new BitSet();
    var text = cv.source().text();
    cv.profile().education().forEach(education -> set(education.whole(), text, lines));
    var headline = career.headline();
    if (headline != null && !career.saysOtherwise()) {
      set(headline.title().passage(), text, lines);
    }
    for (var post : career.posts()) {
      if (!post.isOtherWork()) {
        set(post.title().passage(), text, lines);
      }
      var work = post.work();
      if (work != null && Career.partOfSuchWork(post) >= SUCH_WORK) {
        set(work.whole(), text, lines);
      }
    }
    return lines;
  }

  private static void set(Passage passage, VisibleText text, BitSet lines) {
    if (!passage.quote().isEmpty()) {
      lines.set(text.lineAt(passage.start()), text.lineAt(passage.end() - 1) + 1);
    }
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

  /// The lines in which each of `stems` stands.
  Map<String, BitSet> linesOf(Set<String> stems) {
    var lines = new HashMap<String, BitSet>();
    for (int i = 0; i < words.size(); i++) {
      for (var said : words.line(i)) {
        if (stems.contains(said.stem()) && !said.isSilent() && !copied.get(said.start())) {
          lines.computeIfAbsent(said.stem(), _ -> new BitSet()).set(i);
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
