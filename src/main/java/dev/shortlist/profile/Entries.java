package dev.shortlist.profile;

import dev.shortlist.profile.DateSpan.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Cuts a section into dated entries.
///
/// Rows are heads (short lines) or body (bullets, sentences and what wraps from them). Heads that
/// follow one another form a run; each date in a run makes an entry, and the lines above the first
/// date of a run tell how many lines stand above every date.
final class Entries {
  private static final int MOST_ABOVE = 3;
  private static final int LONGEST_HEAD = 130;
  private static final int LONGEST_TITLE = 10;
  private static final Pattern DEED = Pattern.compile("\\p{Lu}\\p{Ll}+ed \\p{Ll}?.*\\.");

  private final List<Row> rows = new ArrayList<>();

  /// Numbers among the rows of heads that were parted from the account behind them.
  private final Set<Integer> leads = new HashSet<>();

  private final Wraps wraps;
  private final Indents indents;
  private final boolean[] heads;
  private final List<Entry> entries = new ArrayList<>();

  private Entries(List<Row> rows, Wraps wraps) {
    this.wraps = wraps;
    this.indents = new Indents(rows);
    part(rows);
    this.heads = heads();
  }

  static List<Entry> of(List<Row> rows, Wraps wraps) {
    return withProjects(new Entries(rows, wraps).cut());
  }

  /// Projects that lie within the dates of the post above them are part of its account.
  private static List<Entry> withProjects(List<Entry> entries) {
    var posts = new ArrayList<Entry>();
    for (var entry : entries) {
      var post = posts.isEmpty() ? null : posts.getLast();
      var date = post == null ? null : post.date();
      boolean project =
          Labels.isProject(entry.head().getFirst().text())
              && entry.date() != null
              && date != null
              && date.covers(entry.date());
      if (post == null || !project) {
        posts.add(entry);
        continue;
      }
      var body = new ArrayList<>(post.body());
      body.addAll(entry.head());
      body.addAll(entry.body());
      posts.set(posts.size() - 1, new Entry(post.head(), date, body));
    }
    return posts;
  }

  /// Parts rows that name a post and go on to tell of it.
  private void part(List<Row> whole) {
    for (int i = 0; i < whole.size(); i++) {
      var row = whole.get(i);
      int end = Lead.end(row, i > 0 && isDateAlone(whole.get(i - 1)));
      if (end > 0) {
        leads.add(rows.size());
        rows.add(Lead.head(row, end));
        rows.add(row.part(end, row.text().length()));
      } else {
        rows.add(row);
      }
    }
  }

  private static boolean isDateAlone(Row row) {
    return row.hasSpan() && row.undated().isEmpty();
  }

  private List<Entry> cut() {
    int at = 0;
    while (at < rows.size()) {
      int runEnd = at;
      while (runEnd < rows.size() && heads[runEnd]) {
        runEnd++;
      }
      int bodyEnd = runEnd;
      while (bodyEnd < rows.size() && !heads[bodyEnd]) {
        bodyEnd++;
      }
      run(at, runEnd, bodyEnd);
      at = bodyEnd;
    }
    return entries;
  }

  private void run(int from, int to, int bodyEnd) {
    var dated = datedRows(from, to);
    var body = rows.subList(to, bodyEnd);
    if (dated.isEmpty()) {
      undated(from, to, body);
      return;
    }
    if (isDateOnly(from, to) && lateDate(from, to, body)) {
      return;
    }
    int above = Math.min(dated.getFirst() - from, MOST_ABOVE);
    int start = dated.getFirst() - above;
    extendLast(from, start);
    for (int i = 0; i < dated.size(); i++) {
      boolean last = i == dated.size() - 1;
      int next = last ? to : Math.max(dated.get(i) + 1, dated.get(i + 1) - above);
      var head = rows.subList(start, next);
      entries.add(new Entry(head, best(rows.get(dated.get(i))), last ? body : List.of()));
      start = next;
    }
  }

  private List<Integer> datedRows(int from, int to) {
    var spans = new ArrayList<Integer>();
    var singles = new ArrayList<Integer>();
    for (int i = from; i < to; i++) {
      var date = best(rows.get(i));
      if (date != null && date.isSpan()) {
        spans.add(i);
      } else if (date != null) {
        singles.add(i);
      }
    }
    if (spans.isEmpty()) {
      return singles;
    }
    singles.removeIf(i -> !isPostOfOneDate(i, from, to));
    spans.addAll(singles);
    spans.sort(null);
    return spans;
  }

  /// `Intern | Summer 2017` among posts with two dates.
  private boolean isPostOfOneDate(int i, int from, int to) {
    var row = rows.get(i);
    if (row.dates().size() > 1 || row.isBulleted()) {
      return false;
    }
    if (row.undated().stream().anyMatch(part -> Titles.post(part.text()) >= 0.8)) {
      return !isDatedBeside(i, from, to);
    }
    boolean alone = row.undated().isEmpty();
    return alone && (isPost(i - 1, from) || (isDateFirst(from) && isPostBelow(i + 1, to)));
  }

  private boolean isPost(int i, int from) {
    return i >= from && rows.get(i).dates().isEmpty() && Titles.post(rows.get(i).text()) >= 0.8;
  }

  private boolean isDateFirst(int from) {
    return rows.get(from).hasSpan() && rows.get(from).undated().isEmpty();
  }

  private boolean isPostBelow(int from, int to) {
    for (int i = from; i < to && i < from + MOST_ABOVE && rows.get(i).dates().isEmpty(); i++) {
      if (isPost(i, from)) {
        return true;
      }
    }
    return false;
  }

  private boolean isDatedBeside(int i, int from, int to) {
    boolean above = i > from && rows.get(i - 1).hasSpan() && rows.get(i - 1).undated().isEmpty();
    boolean below = i + 1 < to && rows.get(i + 1).hasSpan() && rows.get(i + 1).undated().isEmpty();
    return above || below;
  }

  private static @Nullable DateSpan best(Row row) {
    DateSpan best = null;
    for (var date : row.dates()) {
      if (date.shape() != Shape.REST && (best == null || (date.isSpan() && !best.isSpan()))) {
        best = date;
      }
    }
    return best;
  }

  /// Heads without a date: an entry of their own when they name a post, else more of the last body.
  private void undated(int from, int to, List<Row> body) {
    int rowsInRun = to - from;
    boolean post = false;
    for (int i = from; i < to && i < from + MOST_ABOVE; i++) {
      post |= Titles.post(rows.get(i).text()) >= 0.8;
    }
    if (rowsInRun > 0 && post && (entries.isEmpty() || looksLikeLastHead(from))) {
      entries.add(new Entry(rows.subList(from, to), null, body));
    } else if (!entries.isEmpty()) {
      extendLast(from, to);
      extendLast(body);
    } else if (rowsInRun > 0) {
      entries.add(new Entry(rows.subList(from, to), null, body));
    }
  }

  private boolean looksLikeLastHead(int at) {
    var row = rows.get(at);
    var like = entries.getLast().head().getFirst();
    boolean plain = row.line().size() == 0;
    return row.bold() == like.bold()
        && row.isCaps() == like.isCaps()
        && Math.abs(row.line().size() - like.line().size()) < 0.6f
        && row.isBulleted() == like.isBulleted()
        && (plain ? row.line().block() != rows.get(Math.max(0, at - 1)).line().block() : true)
        && (plain || row.bold() || row.isCaps() || row.line().size() > bodyOf(entries.getLast()));
  }

  private static float bodyOf(Entry entry) {
    return entry.body().isEmpty() ? 0 : entry.body().getFirst().line().size() + 0.5f;
  }

  private void extendLast(int from, int to) {
    if (from < to && !entries.isEmpty()) {
      extendLast(rows.subList(from, to));
    }
  }

  private void extendLast(List<Row> more) {
    if (entries.isEmpty() || more.isEmpty()) {
      return;
    }
    var last = entries.removeLast();
    var body = new ArrayList<>(last.body());
    body.addAll(more);
    entries.add(new Entry(last.head(), last.date(), body));
  }

  private boolean isDateOnly(int from, int to) {
    for (int i = from; i < to; i++) {
      for (var span : rows.get(i).undated()) {
        if (!Places.is(span.text()) && Text.hasLetter(span.text())) {
          return false;
        }
      }
    }
    return true;
  }

  /// A date that stands after the body of the entry it belongs to, as right columns do.
  private boolean lateDate(int from, int to, List<Row> body) {
    if (entries.isEmpty() || entries.getLast().date() != null) {
      return false;
    }
    var last = entries.removeLast();
    var head = new ArrayList<>(last.head());
    head.addAll(rows.subList(from, to));
    var all = new ArrayList<>(last.body());
    all.addAll(body);
    entries.add(new Entry(head, best(rows.get(datedRows(from, to).getFirst())), all));
    return true;
  }

  private boolean[] heads() {
    var headBullets = headBullets();
    var found = new boolean[rows.size()];
    for (int i = 0; i < found.length; i++) {
      var row = rows.get(i);
      boolean afterBody = i > 0 && !found[i - 1];
      if (leads.contains(i - 1)) {
        continue;
      }
      found[i] =
          row.isBulleted()
              ? headBullets.getOrDefault(row.bullet(), false) && isShort(row)
              : isHeadLike(i)
                  && !indents.isBody(row)
                  && !(afterBody && goesOn(rows.get(i - 1), row));
    }
    return found;
  }

  private boolean goesOn(Row before, Row row) {
    boolean wrapped = wraps.goesOn(before, row);
    if (row.hasSpan()) {
      return isDeed(row)
          || (isAmidWords(row.dates(), row)
              && (wrapped || (Text.isMostlyLower(row.text()) && Titles.post(row.text()) < 0.8)));
    }
    return wrapped || isShortSentence(row);
  }

  /// "Mended forty looms since 2017." tells of the post above.
  private static boolean isDeed(Row row) {
    return DEED.matcher(row.text()).matches()
        && row.dates().stream().allMatch(date -> date.years() && date.shape() != Shape.RANGE)
        && Titles.post(row.text()) < 0.8;
  }

  /// "Trained new drivers." below a longer sentence is one more.
  private static boolean isShortSentence(Row row) {
    return row.words() >= 3
        && row.dates().isEmpty()
        && row.text().endsWith(".")
        && row.text().indexOf(',') < 0
        && !Text.endsAbbreviated(row.text());
  }

  /// "... rate fell from 2003 to 2008 through ..." names years and dates no post.
  private static boolean isAmidWords(List<DateSpan> dates, Row row) {
    var rest = row.undated();
    return dates.stream().allMatch(DateSpan::years)
        && rest.size() > dates.size()
        && Text.hasLetter(rest.getFirst().text())
        && Text.hasLetter(rest.getLast().text());
  }

  private boolean isHeadLike(int i) {
    var row = rows.get(i);
    return leads.contains(i)
        || Labels.isOrganisation(row)
        || isShort(row)
        || (i > 0 && isDateAlone(rows.get(i - 1)) && isTitle(row));
  }

  /// `shift supervisor Alder Foods Ltd`, below its dates.
  private static boolean isTitle(Row row) {
    return row.words() <= LONGEST_TITLE
        && !row.text().endsWith(".")
        && (Titles.post(row.text()) >= 0.8
            || Titles.organisation(row.text()) >= 0.8
            || Places.within(row.span()) != null);
  }

  private static boolean isShort(Row row) {
    if (row.hasSpan()) {
      return row.text().length() <= LONGEST_HEAD && row.words() <= 22;
    }
    return row.text().length() <= LONGEST_HEAD && !row.isProse();
  }

  /// Bullets that mark entries rather than what was done in them.
  private Map<Character, Boolean> headBullets() {
    var all = new HashMap<Character, Integer>();
    var dated = new HashMap<Character, Integer>();
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      if (row.isBulleted()) {
        all.merge(row.bullet(), 1, Integer::sum);
        if (isShort(row) && (row.hasSpan() || isDatedBelow(i + 1))) {
          dated.merge(row.bullet(), 1, Integer::sum);
        }
      }
    }
    var heads = new HashMap<Character, Boolean>();
    all.forEach((c, many) -> heads.put(c, dated.getOrDefault(c, 0) * 10 >= many * 6));
    return heads;
  }

  private boolean isDatedBelow(int index) {
    for (int i = index; i < rows.size() && i < index + 3; i++) {
      if (rows.get(i).isBulleted()) {
        return false;
      }
      if (rows.get(i).hasSpan()) {
        return true;
      }
    }
    return false;
  }
}
