package dev.shortlist.profile;

import dev.shortlist.text.Passage;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads posts out of the entries of work sections.
final class WorkReader {
  private static final double SURE = 0.8;
  private static final int MOST_SEGMENTS = 5;

  /// Passages of an account that may say what the post is called.
  private static final int FIRST = 3;

  /// Characters of a name that says which organisation is meant.
  private static final int SHORTEST = 4;

  private static final YearMonth UNKNOWN = YearMonth.of(1, 1);
  private static final Comparator<Work> NEWEST_FIRST =
      Comparator.comparing(WorkReader::last).thenComparing(WorkReader::first).reversed();

  private final Cv cv;
  private final Wraps wraps;
  private final YearMonth now;

  /// Which of post and organisation a CV names first.
  private enum Order {
    POST_FIRST,
    ORGANISATION_FIRST
  }

  /// An entry and what its head says.
  private record Said(Entry entry, List<Segment> segments) {
    List<Segment> named() {
      return segments.stream().filter(segment -> !segment.place()).limit(MOST_SEGMENTS).toList();
    }
  }

  private record Naming(@Nullable Segment post, @Nullable Segment organisation) {}

  WorkReader(Cv cv, Wraps wraps, YearMonth now) {
    this.cv = cv;
    this.wraps = wraps;
    this.now = now;
  }

  /// The posts of `sections`, newest first.
  List<Work> read(List<Section> sections) {
    var entries =
        sections.stream()
            .flatMap(section -> Form.entries(section.rows(cv), wraps).stream())
            .map(entry -> new Said(entry, segments(entry)))
            .toList();
    var order = order(entries);
    var posts = new ArrayList<Work>();
    for (var entry : entries) {
      var work = work(entry, order);
      if (work != null) {
        addOrMerge(posts, work);
      }
    }
    var told = posts.stream().map(Work::whole).toList();
    posts.replaceAll(post -> withTitleApart(post, told));
    posts.replaceAll(this::withTitleSaid);
    posts.sort(NEWEST_FIRST);
    return posts;
  }

  /// A post whose head tells only the organisation is called what a line elsewhere says: `Loom
  /// Fitter - Copper Mill`.
  private Work withTitleApart(Work work, List<Passage> told) {
    var company = work.company();
    if (work.title() != null || company == null || company.value().length() < SHORTEST) {
      return work;
    }
    for (var row : cv.rows()) {
      int at = row.text().length() - company.value().length();
      boolean apart = at > 0 && row.dates().isEmpty() && told.stream().noneMatch(isIn(row));
      if (apart && row.text().endsWith(company.value())) {
        var title = Segment.withoutAt(row.span().sub(0, at).strip());
        if (Titles.post(title.text()) >= SURE && !Labels.is(title.text() + ":")) {
          return titled(work, cv.fact(title, 0.7));
        }
      }
    }
    return work;
  }

  /// ... or what its account says in passing: `working as a loom fitter`.
  private Work withTitleSaid(Work work) {
    if (work.title() != null) {
      return work;
    }
    for (var told : work.highlights().stream().limit(FIRST).toList()) {
      var line = new Span(told.start(), told.quote());
      var said = WorkSentence.saidIn(line);
      var title = said == null ? Form.titleIn(line) : said;
      if (title != null) {
        return titled(work, cv.fact(title, 0.6));
      }
    }
    return work;
  }

  private static Work titled(Work work, Fact<String> title) {
    return new Work(
        work.company(), title, work.location(), work.period(), work.highlights(), work.whole());
  }

  private static Predicate<Passage> isIn(Row row) {
    return post -> post.start() <= row.span().start() && row.span().start() < post.end();
  }

  private static Order order(List<Said> entries) {
    int postFirst = 0;
    for (var entry : entries) {
      var named = entry.named();
      if (named.size() >= 2) {
        boolean first = named.get(0).post() >= SURE && named.get(0).organisation() == 0;
        boolean second = named.get(1).post() >= SURE && named.get(1).organisation() == 0;
        postFirst += first == second ? 0 : first ? 1 : -1;
      }
    }
    return postFirst >= 0 ? Order.POST_FIRST : Order.ORGANISATION_FIRST;
  }

  /// What the head says; beside a post and an organisation, a town is known by its place behind the
  /// organisation.
  private List<Segment> segments(Entry entry) {
    var segments = new ArrayList<>(Segment.in(entry.head(), wraps));
    for (int i = 1; i < segments.size(); i++) {
      var before = segments.get(i - 1);
      boolean organisation = !before.place() && before.post() < 0.5;
      if (organisation && segments.get(i).isTown() && hasPostBeside(segments, i)) {
        segments.set(i, segments.get(i).asPlace());
      }
    }
    if (segments.stream().noneMatch(Segment::place)) {
      setTownApart(segments);
    }
    return segments;
  }

  private static void setTownApart(List<Segment> segments) {
    for (int i = 0; i < segments.size(); i++) {
      var whole = segments.get(i);
      var before = hasPostBeside(segments, i) ? whole.beforeTown() : null;
      if (before != null) {
        segments.set(i, before);
        segments.add(i + 1, whole.townBehind(before));
        return;
      }
    }
  }

  private static boolean hasPostBeside(List<Segment> segments, int town) {
    for (int i = 0; i < segments.size(); i++) {
      if (i != town && !segments.get(i).place() && segments.get(i).post() >= SURE) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Work work(Said said, Order order) {
    var entry = said.entry;
    var naming = told(naming(said.named(), order), entry);
    if (naming.post == null && naming.organisation == null) {
      return null;
    }
    boolean dated = entry.date() != null;
    boolean labelled = naming.organisation != null && naming.organisation.isNamedByLabel();
    if (!dated && !labelled && (naming.post == null || naming.post.post() < 0.5)) {
      return null;
    }
    return new Work(
        fact(
            naming.organisation,
            dated,
            naming.organisation != null && naming.organisation.organisation() >= SURE),
        fact(naming.post, dated, naming.post != null && naming.post.post() >= SURE),
        place(said),
        period(entry),
        highlights(entry.body()),
        cv.passage(entry.first(), entry.end()));
  }

  /// A form names the post with a label that may stand below its head.
  private static Naming told(Naming naming, Entry entry) {
    boolean labelled = naming.organisation != null && naming.organisation.isNamedByLabel();
    if (naming.post != null || !labelled) {
      return naming;
    }
    var title = Labels.title(entry.body());
    var below = title == null ? naming : naming(Segment.in(title), Order.POST_FIRST);
    return new Naming(below.post, naming.organisation);
  }

  private static Naming naming(List<Segment> segments, Order order) {
    if (segments.isEmpty()) {
      return new Naming(null, null);
    }
    Segment post = null;
    for (var segment : segments) {
      double worth = segment.post() - segment.organisation() * 0.6;
      if (segment.post() >= 0.5
          && worth > (post == null ? 0.2 : post.post() - post.organisation() * 0.6)) {
        post = segment;
      }
    }
    if (post == null) {
      return byOrder(segments, order);
    }
    var organisation = organisation(segments, post);
    boolean weak = organisation == null || organisation.organisation() == 0;
    var behind = weak ? post.organisationBehind() : null;
    return behind == null ? new Naming(post, organisation) : new Naming(post.upTo(behind), behind);
  }

  private static Naming byOrder(List<Segment> segments, Order order) {
    var first = segments.getFirst();
    if (segments.size() == 1) {
      return new Naming(null, first);
    }
    var second = segments.get(1);
    if (first.isNamedByLabel()) {
      return new Naming(null, first);
    }
    boolean firstIsOrganisation =
        first.organisation() == second.organisation()
            ? order == Order.ORGANISATION_FIRST
            : first.organisation() > second.organisation();
    return firstIsOrganisation ? new Naming(second, first) : new Naming(first, second);
  }

  private static @Nullable Segment organisation(List<Segment> segments, Segment post) {
    Segment best = null;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < segments.size(); i++) {
      var segment = segments.get(i);
      int distance = Math.abs(segments.indexOf(post) - i);
      double worth = segment.organisation() - segment.post() * 0.5 - distance * 0.3;
      if (distance > 0 && worth > most && segment.span().text().length() <= 90) {
        best = segment;
        most = worth;
      }
    }
    return best;
  }

  private @Nullable Fact<String> fact(@Nullable Segment segment, boolean dated, boolean sure) {
    return segment == null
        ? null
        : cv.fact(
            segment.span(), (dated || segment.isNamedByLabel() ? 0.6 : 0.4) + (sure ? 0.35 : 0.1));
  }

  private @Nullable Fact<String> place(Said said) {
    for (var segment : said.segments) {
      if (segment.place()) {
        return cv.fact(segment.span(), 0.8);
      }
    }
    return null;
  }

  private @Nullable Fact<Period> period(Entry entry) {
    var date = entry.date();
    var period = date == null ? null : date.period(now);
    return date == null || period == null
        ? null
        : new Fact<>(
            period, cv.text().passage(date.from(), date.end()), date.isSpan() ? 0.95 : 0.75);
  }

  private List<Passage> highlights(List<Row> body) {
    var passages = new ArrayList<Passage>();
    int at = 0;
    while (at < body.size()) {
      int end = at + 1;
      while (end < body.size() && wraps.goesOn(body.get(end - 1), body.get(end))) {
        end++;
      }
      if (!body.get(at).span().isEmpty()) {
        passages.add(cv.passage(body.subList(at, end)));
      }
      at = end;
    }
    return passages;
  }

  /// A post without organisation belongs to the one named above it; an organisation that is named
  /// once more, without dates, goes on.
  private void addOrMerge(List<Work> posts, Work work) {
    var last = posts.isEmpty() ? null : posts.getLast();
    if (last != null && goesOn(last, work)) {
      posts.set(posts.size() - 1, joined(last, work));
      return;
    }
    if (last == null || work.company() != null || last.company() == null) {
      posts.add(work);
      return;
    }
    if (last.title() == null && last.highlights().isEmpty()) {
      posts.removeLast();
    }
    posts.add(
        new Work(
            last.company(),
            work.title(),
            work.location() == null ? last.location() : work.location(),
            work.period() == null ? last.period() : work.period(),
            work.highlights(),
            work.whole()));
  }

  private static boolean goesOn(Work last, Work work) {
    var company = work.company();
    var title = work.title();
    return company != null
        && last.company() != null
        && company.value().equalsIgnoreCase(last.company().value())
        && work.period() == null
        && (title == null
            || (last.title() != null && title.value().equalsIgnoreCase(last.title().value())));
  }

  private Work joined(Work last, Work work) {
    var highlights = new ArrayList<>(last.highlights());
    highlights.addAll(work.highlights());
    return new Work(
        last.company(),
        last.title(),
        last.location(),
        last.period(),
        highlights,
        cv.text()
            .passage(
                Math.min(last.whole().start(), work.whole().start()),
                Math.max(last.whole().end(), work.whole().end())));
  }

  private static YearMonth last(Work work) {
    var period = work.period();
    if (period == null) {
      return UNKNOWN;
    }
    if (period.value().current()) {
      return YearMonth.of(9999, 12);
    }
    var end = period.value().end();
    return end == null ? first(work) : end;
  }

  private static YearMonth first(Work work) {
    var period = work.period();
    var start = period == null ? null : period.value().start();
    return start == null ? UNKNOWN : start;
  }
}
