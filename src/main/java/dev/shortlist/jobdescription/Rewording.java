package dev.shortlist.jobdescription;

import dev.shortlist.text.Line;
import dev.shortlist.text.Passage;
import dev.shortlist.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Puts lawful words in the place of what is better not asked.
///
/// The words of a person's other corrections stay: only the sentence in question changes.
final class Rewording {
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?]\\s+");

  private final List<Rule> rules =
      Resources.lines("lawful.tsv").stream()
          .map(line -> line.split("\t", 2))
          .map(Rule::of)
          .toList();

  private record Rule(Pattern words, String instead) {
    static Rule of(String[] cells) {
      return new Rule(Pattern.compile(cells[0], Roles.FLAGS), cells[1]);
    }
  }

  /// What to write instead of the words a concern is about; empty where they are best left out, and
  /// for a concern no words can mend.
  Optional<String> words(Concern concern) {
    if (concern.kind() != Concern.Kind.UNLAWFUL) {
      return Optional.empty();
    }
    String quote = concern.passage().quote().strip();
    for (var rule : rules) {
      var matcher = rule.words().matcher(quote);
      if (matcher.matches()) {
        return Optional.of(matcher.replaceFirst(rule.instead()));
      }
    }
    return Optional.empty();
  }

  /// `before` with other words, or without the sentence where there are none.
  JobDescription applied(JobDescription before, Concern concern) {
    var passage = concern.passage();
    int index = before.text().lineAt(passage.start());
    var line = before.text().lines().get(index);
    int from = passage.start() - before.text().startOf(index);
    int to = Math.min(line.text().length(), from + passage.quote().length());
    String changed =
        words(concern)
            .map(words -> line.text().substring(0, from) + words + line.text().substring(to))
            .orElseGet(() -> withoutSentence(line.text(), from, to));
    var title = before.title().replace(passage.quote(), words(concern).orElse("")).strip();
    return new Change(before, title, index, changed, concern).result();
  }

  private static String withoutSentence(String line, int from, int to) {
    int start = 0;
    int end = line.length();
    var ends = SENTENCE_END.matcher(line);
    while (ends.find()) {
      if (ends.end() <= from) {
        start = ends.end();
      } else if (ends.start() >= to - 1) {
        end = ends.end();
        break;
      }
    }
    return (line.substring(0, start) + line.substring(end)).strip();
  }

  /// One line of a job description that says something else now.
  private static final class Change {
    private final JobDescription before;
    private final String title;
    private final int index;
    private final boolean gone;
    private final VisibleText text;
    private final Concern settled;

    Change(JobDescription before, String title, int index, String line, Concern settled) {
      this.before = before;
      this.title = title.isEmpty() ? before.title() : title;
      this.index = index;
      this.settled = settled;
      this.gone = line.replaceAll("[^\\p{L}\\p{N}]", "").isEmpty();
      var lines = new ArrayList<>(before.text().lines());
      if (gone) {
        lines.remove(index);
      } else {
        var old = lines.get(index);
        lines.set(
            index, new Line(line, old.page(), old.block(), old.box(), old.size(), old.bold()));
      }
      this.text = new VisibleText(lines);
    }

    JobDescription result() {
      return new JobDescription(
          title,
          text,
          before.duties(),
          before.seniority(),
          before.occupation(),
          before.requirements().stream().flatMap(this::moved).toList(),
          before.concerns().stream()
              .filter(concern -> !concern.equals(settled))
              .flatMap(this::moved)
              .toList(),
          before.version());
    }

    private Stream<Requirement> moved(Requirement one) {
      return moved(one.passage())
          .map(passage ->
              new Requirement(
                  one.id(), one.label(), one.need(), one.importance(), one.weight(), passage));
    }

    private Stream<Concern> moved(Concern one) {
      boolean same = isOnChangedLine(one.passage());
      return same && !text.text().contains(one.passage().quote())
          ? Stream.empty()
          : moved(one.passage()).map(passage -> new Concern(one.kind(), passage, one.advice()));
    }

    /// Where a passage is now; nowhere when its line is gone.
    private Stream<Passage> moved(Passage passage) {
      if (isOnChangedLine(passage)) {
        return gone ? Stream.empty() : Stream.of(text.line(index));
      }
      int shift =
          passage.start() > before.text().startOf(index)
              ? text.text().length() - before.text().text().length()
              : 0;
      return Stream.of(text.passage(passage.start() + shift, passage.end() + shift));
    }

    private boolean isOnChangedLine(Passage passage) {
      return before.text().lineAt(passage.start()) <= index
          && before.text().lineAt(Math.max(passage.start(), passage.end() - 1)) >= index;
    }
  }
}
