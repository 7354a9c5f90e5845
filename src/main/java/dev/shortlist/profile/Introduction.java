package dev.shortlist.profile;

import dev.shortlist.profile.Section.Kind;
import dev.shortlist.text.Passage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands at the top of a CV: what the person calls herself or himself, and a few sentences.
final class Introduction {
  private static final int REACH = 4;
  private static final int MOST_WORDS = 12;
  private static final int LONGEST = 120;

  private final Cv cv;
  private final List<Section> sections;

  Introduction(Cv cv, List<Section> sections) {
    this.cv = cv;
    this.sections = sections;
  }

  /// The line beside the name that names a post.
  @Nullable Fact<String> headline(Contact contact) {
    var name = contact.name();
    if (name == null) {
      return below(-1);
    }
    int at = cv.rowOf(cv.text().lineAt(name.passage().start())).index();
    var behind = behind(cv.rows().get(at), name.passage());
    if (behind != null && isHeadline(behind.text())) {
      return cv.fact(behind, 0.8);
    }
    int last = cv.rowOf(cv.text().lineAt(Math.max(name.passage().end() - 1, 0))).index();
    var below = below(last);
    if (below != null || at == 0 || !isHeadline(cv.rows().get(at - 1).text())) {
      return below;
    }
    return cv.fact(cv.rows().get(at - 1).span().strip(), 0.7);
  }

  private @Nullable Fact<String> below(int last) {
    for (int i = last + 1; i < cv.rows().size() && i <= last + REACH && !isHeading(i); i++) {
      var row = cv.rows().get(i);
      if (isHeadline(row.text()) && row.dates().isEmpty()) {
        return cv.fact(row.span().strip(), 0.85);
      }
    }
    return null;
  }

  private static @Nullable Span behind(Row row, Passage name) {
    int from = name.end() - row.span().start();
    if (from < 0 || from >= row.text().length()) {
      return null;
    }
    var rest = row.span().sub(from, row.text().length()).strip();
    return rest.isEmpty() ? null : rest;
  }

  private static boolean isHeadline(String text) {
    return text.length() <= LONGEST
        && Text.words(text) <= MOST_WORDS
        && text.indexOf('@') < 0
        && !text.endsWith(".")
        && Titles.post(text) >= 0.8;
  }

  private boolean isHeading(int row) {
    return sections.stream().anyMatch(section -> section.heading() == row);
  }

  /// The summary section, else the sentences above the first section.
  @Nullable Passage summary() {
    for (var section : sections) {
      if (section.kind() == Kind.SUMMARY && section.first() < section.end()) {
        return cv.passage(section.first(), section.end());
      }
    }
    var top = sections.getFirst();
    for (int i = top.first(); i < top.end(); i++) {
      if (cv.rows().get(i).words() >= MOST_WORDS) {
        int end = i + 1;
        while (end < top.end() && cv.rows().get(end).words() >= 3) {
          end++;
        }
        return cv.passage(i, end);
      }
    }
    return null;
  }
}
