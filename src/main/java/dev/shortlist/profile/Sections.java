package dev.shortlist.profile;

import dev.shortlist.profile.Section.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Cuts a CV into its sections by what headings say and how they look.
///
/// A line is a heading when it says what a heading says and looks like most lines that do; lines
/// that look exactly so but say something else end a section too.
final class Sections {
  private static final int MOST_WORDS = 6;
  private static final int FEW_HEADINGS = 2;
  private static final int ABOVE_DATE = 2;
  private static final double SURE_POST = 0.8;
  private static final Pattern GLUED =
      Pattern.compile(
          "(?:(?<=[\\p{Ll}\\p{N}.)])(?=\\p{Lu}\\p{Ll}+ \\p{Lu})|(?<= )(?=\\p{Lu}\\p{Ll}+ Details$))"
              + "(\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+){1,2})$");

  private final Cv cv;

  /// How a line looks.
  private record Look(int size, boolean bold, boolean caps) {}

  private Sections(Cv cv) {
    this.cv = cv;
  }

  static List<Section> of(Cv cv) {
    return new Sections(cv).cut();
  }

  private List<Section> cut() {
    var kinds = named();
    dropLookalikes(kinds);
    addUnnamed(kinds);
    var sections = new ArrayList<Section>();
    int heading = -1;
    int first = 0;
    Kind kind = Kind.TOP;
    for (int i = 0; i < cv.rows().size(); i++) {
      var found = kinds.get(i);
      var below = found == null ? glued(cv.rows().get(i)) : null;
      if (found != null) {
        sections.add(new Section(kind, heading, first, i));
        heading = i;
        first = i + 1;
        kind = found;
      } else if (below != null) {
        sections.add(new Section(kind, heading, first, i + 1));
        heading = -1;
        first = i + 1;
        kind = below;
      }
    }
    sections.add(new Section(kind, heading, first, cv.rows().size()));
    return sections.stream().anyMatch(section -> section.kind() == Kind.WORK)
        ? sections
        : withPosts(sections);
  }

  /// A CV without a heading for the work tells its posts above the first heading, or below what it
  /// says of itself.
  private List<Section> withPosts(List<Section> sections) {
    for (int at = 0; at < sections.size(); at++) {
      var section = sections.get(at);
      int post = firstPost(section);
      if (post >= 0) {
        var parted = new ArrayList<>(sections.subList(0, at));
        parted.add(new Section(section.kind(), section.heading(), section.first(), post));
        addPosts(post, section.end(), parted);
        parted.addAll(sections.subList(at + 1, sections.size()));
        return parted;
      }
    }
    return sections;
  }

  /// Where posts begin in a section that may hold some; else -1.
  private int firstPost(Section section) {
    if (section.kind() != Kind.TOP && section.kind() != Kind.SUMMARY) {
      return -1;
    }
    for (int i = section.first(); i < section.end(); i++) {
      if (cv.rows().get(i).hasSpan()) {
        int post = postBeside(i, section);
        if (post >= 0) {
          return post;
        }
      }
    }
    return -1;
  }

  /// Posts up to the end, but for rows such as `Education: ...`, which say themselves what they
  /// are.
  private void addPosts(int first, int end, List<Section> sections) {
    int from = first;
    for (int i = first; i < end; i++) {
      var label = SkillList.label(cv.rows().get(i).text());
      var named = label == null ? null : Headings.named(label);
      if (named != null && named != Kind.WORK) {
        sections.add(new Section(Kind.WORK, -1, from, i));
        sections.add(new Section(named, -1, i, i + 1));
        from = i + 1;
      }
    }
    sections.add(new Section(Kind.WORK, -1, from, end));
  }

  /// Where the entry dated in row `dated` begins when it names a post; else -1.
  private int postBeside(int dated, Section within) {
    if (namesPost(dated)) {
      return dated;
    }
    for (int i = dated - 1; i >= Math.max(within.first(), dated - ABOVE_DATE); i--) {
      if (!cv.rows().get(i).dates().isEmpty() || cv.rows().get(i).isProse()) {
        break;
      }
      if (namesPost(i)) {
        return i;
      }
    }
    return dated + 1 < within.end()
            && cv.rows().get(dated).undated().isEmpty()
            && namesPost(dated + 1)
        ? dated
        : -1;
  }

  private boolean namesPost(int index) {
    var whole = cv.rows().get(index);
    int lead = Lead.end(whole, false);
    var row = lead > 0 ? Lead.head(whole, lead) : whole;
    return !row.isProse()
        && row.undated().stream()
            .flatMap(part -> Segment.split(part).stream())
            .anyMatch(part -> Titles.post(part.text()) >= SURE_POST);
  }

  /// What stands below a row that has the next heading at its end, because a line break was lost:
  /// `HTML - 6 monthsCompany Details`.
  private static @Nullable Kind glued(Row row) {
    if (!endsLikeName(row.text())) {
      return null;
    }
    var tail = GLUED.matcher(row.text());
    return tail.find() ? Headings.named(tail.group(1)) : null;
  }

  /// Whether the last of several words begins with a capital and ends in a small letter.
  private static boolean endsLikeName(String text) {
    int blank = text.lastIndexOf(' ');
    return blank > 0
        && blank + 1 < text.length()
        && Character.getType(text.codePointAt(blank + 1)) == Character.UPPERCASE_LETTER
        && Character.getType(text.codePointBefore(text.length())) == Character.LOWERCASE_LETTER;
  }

  private Map<Integer, Kind> named() {
    var kinds = new HashMap<Integer, Kind>();
    for (var row : cv.rows()) {
      var kind = row.words() <= MOST_WORDS ? kindOf(row) : null;
      if (kind != null) {
        kinds.put(row.index(), kind);
      }
      wrapped(row, kinds);
    }
    return kinds;
  }

  /// A heading that a narrow column broke: its last line counts, too.
  private void wrapped(Row row, Map<Integer, Kind> kinds) {
    if (row.index() == 0) {
      return;
    }
    var above = cv.rows().get(row.index() - 1);
    boolean beneath = row.number() == above.number() + 1 && !above.text().isEmpty();
    if (beneath
        && row.words() > 0
        && row.words() + above.words() <= MOST_WORDS
        && look(row.index()).equals(look(above.index()))
        && startsLikeHeading(above.text())
        && !row.isBulleted()
        && cv.bodySize() > 0
        && standsOut(row.index())) {
      var kind = Headings.named(above.text() + " " + row.text());
      if (kind != null) {
        kinds.put(above.index(), kind);
        kinds.put(row.index(), kind);
      }
    }
  }

  private @Nullable Kind kindOf(Row row) {
    String text = row.text();
    if (row.isBulleted() || text.isEmpty() || !startsLikeHeading(text)) {
      return null;
    }
    return Headings.named(text.endsWith(":") ? text.substring(0, text.length() - 1) : text);
  }

  private static boolean startsLikeHeading(String text) {
    int first = text.codePointAt(0);
    return !Character.isLowerCase(first) || text.endsWith(":");
  }

  /// Where headings stand out from the body, a line that says the same without standing out is
  /// none.
  private void dropLookalikes(Map<Integer, Kind> kinds) {
    if (cv.bodySize() == 0) {
      return;
    }
    long standing = kinds.keySet().stream().filter(this::standsOut).count();
    if (standing >= FEW_HEADINGS && standing * 2 >= kinds.size()) {
      kinds.keySet().removeIf(i -> !standsOut(i));
      dropSmaller(kinds);
    }
  }

  /// The words of a heading also stand as a sub-heading in smaller letters.
  private void dropSmaller(Map<Integer, Kind> kinds) {
    float most = 0;
    int many = 0;
    for (int i : kinds.keySet()) {
      int same = (int) kinds.keySet().stream().filter(j -> look(j).size == look(i).size).count();
      if (same > many || (same == many && cv.rows().get(i).line().size() > most)) {
        many = same;
        most = cv.rows().get(i).line().size();
      }
    }
    float usual = most;
    if (many >= FEW_HEADINGS) {
      kinds.keySet().removeIf(i -> cv.rows().get(i).line().size() < usual * 0.85f);
    }
  }

  private boolean standsOut(int index) {
    var row = cv.rows().get(index);
    return row.bold() || row.isCaps() || row.line().size() > cv.bodySize() * 1.08f;
  }

  /// Lines that look just like the headings found, and say something else.
  private void addUnnamed(Map<Integer, Kind> kinds) {
    if (cv.bodySize() == 0 || kinds.size() < FEW_HEADINGS) {
      return;
    }
    var looks = new HashMap<Look, Integer>();
    kinds.keySet().forEach(i -> looks.merge(look(i), 1, Integer::sum));
    int first = kinds.keySet().stream().mapToInt(i -> i).min().orElse(0);
    for (var row : cv.rows()) {
      boolean large = row.line().size() > cv.bodySize() * 1.15f;
      if (row.index() > first
          && large
          && row.dates().isEmpty()
          && !row.isBulleted()
          && row.words() <= MOST_WORDS
          && row.words() > 0
          && looks.getOrDefault(look(row.index()), 0) >= FEW_HEADINGS) {
        kinds.putIfAbsent(row.index(), Kind.OTHER);
      }
    }
  }

  private Look look(int index) {
    var row = cv.rows().get(index);
    return new Look(Math.round(row.line().size() * 2), row.bold(), row.isCaps());
  }
}
