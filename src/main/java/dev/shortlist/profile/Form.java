package dev.shortlist.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A section as job portals write it out: `company - Copper Mill`, below it `description - ...`
/// with the account, whose labels tell role and time.
final class Form {
  private static final Pattern COMPANY = Pattern.compile("(?i)^company\\s?[-–:](?:\\s|$).*");
  private static final Pattern DESCRIPTION =
      Pattern.compile("(?i)^(description\\s?[-–:](?:\\s|$)).*");
  private static final Pattern SENTENCE =
      Pattern.compile("(?i)\\s*(?:i |am |was |have |been )*(?:working|worked|employed|joined)\\b");

  /// Where the name of a post ends and what is told of it begins.
  private static final Pattern TITLE_END =
      Pattern.compile(
          "(?i)[,;:(]|\\.(?:\\s|$)|\\s[-–—]\\s|\\s(?:in|for|from|since|at|with|of)\\s|$");

  private static final Pattern LEGAL_FORM =
      Pattern.compile("(?i)\\W*(?:pvt|private|ltd|limited|inc|llp|llc|gmbh)\\b");

  /// Words of a sentence, which a title has none of.
  private static final Pattern PROSE =
      Pattern.compile("(?i)\\b(?:(?<!to )the|an?|by|up|was|were|my|our|their|this)\\b");

  private static final double SURE = 0.9;
  private static final int LONGEST_TITLE = 50;

  private Form() {}

  /// The post that the description of a company opens with: `description - Loom fitter (night
  /// shift)`, `description - Designation: Loom Fitter`; absent when it opens with anything else.
  static @Nullable Span titleIn(Span description) {
    var label = DESCRIPTION.matcher(description.text());
    var told =
        label.matches()
            ? description.sub(label.end(1), description.text().length()).strip()
            : description;
    int labelled = Labels.titleEnd(told.text());
    if (labelled < 0 && !label.matches()) {
      return null;
    }
    var rest = labelled < 0 ? told : told.sub(labelled, told.text().length());
    var end = TITLE_END.matcher(rest.text());
    var title = end.find() ? rest.sub(0, end.start()).strip() : rest;
    boolean named = labelled > 0 || isTitle(title.text());
    boolean organisation =
        LEGAL_FORM.matcher(rest.text().substring(title.text().length())).lookingAt();
    return title.text().length() <= LONGEST_TITLE && named && !organisation ? title : null;
  }

  private static boolean isTitle(String text) {
    return Titles.post(text) >= SURE
        && !SENTENCE.matcher(text).lookingAt()
        && !PROSE.matcher(text).find();
  }

  /// Cuts `rows` into entries, one for each company.
  static List<Entry> entries(List<Row> rows, Wraps wraps) {
    int start = next(rows, 0);
    var entries = new ArrayList<>(Entries.of(rows.subList(0, start), wraps));
    while (start < rows.size()) {
      int end = next(rows, start + 1);
      entries.addAll(told(rows.subList(start, end), wraps));
      start = end;
    }
    return entries;
  }

  private static List<Entry> told(List<Row> rows, Wraps wraps) {
    var company = rows.getFirst();
    var body = rows.subList(1, rows.size());
    var date = date(body);
    if (date == null) {
      // Some write all their posts below one company, or below what they call so.
      var posts = Entries.of(rows, wraps);
      if (posts.stream().anyMatch(Form::isDated)) {
        return posts.stream()
            .filter(post -> isDated(post) || !post.head().contains(company))
            .toList();
      }
    }
    if (!Labels.isOrganisation(company)) {
      return List.of();
    }
    var head = head(company, body.getFirst(), date);
    return List.of(new Entry(head, date, body.subList(isWhole(head, date) ? 1 : 0, body.size())));
  }

  // A year by itself may be that of a tool: `SQL Server 2014`.
  private static boolean isDated(Entry post) {
    return post.date() != null && (post.date().isSpan() || !post.date().years());
  }

  /// Whether the line of the description says no more than post and time.
  private static boolean isWhole(List<Row> head, @Nullable DateSpan date) {
    return head.size() > 1 && date != null && head.getLast().span().end() >= date.to();
  }

  // `description - Loom fitter, July 2015 to March 2017, night shift`; but no sentence such as
  // `description - Working since July 2015 as a loom fitter`.
  private static List<Row> head(Row company, Row description, @Nullable DateSpan date) {
    var title = titleIn(description.span());
    if (title != null && date != null && title.end() <= date.from()) {
      int from = title.start() - description.span().start();
      return List.of(company, description.part(from, from + title.text().length()));
    }
    var label = DESCRIPTION.matcher(description.text());
    int end = date == null ? 0 : date.to() - description.span().start();
    return label.matches()
            && end > label.end(1)
            && end <= description.text().length()
            && !SENTENCE.matcher(description.text().substring(label.end(1))).lookingAt()
            && !Labels.isProject(description.text().substring(label.end(1)).strip())
        ? List.of(company, description.part(label.end(1), end))
        : List.of(company);
  }

  /// The first row from `at` on that names a company and has its description below.
  private static int next(List<Row> rows, int at) {
    int next = at;
    while (next < rows.size() && !isStart(rows, next)) {
      next++;
    }
    return next;
  }

  private static boolean isStart(List<Row> rows, int at) {
    return at + 1 < rows.size()
        && COMPANY.matcher(rows.get(at).text()).matches()
        && DESCRIPTION.matcher(rows.get(at + 1).text()).matches();
  }

  /// The time at the company: what the line of its description says, else what the first label
  /// says.
  private static @Nullable DateSpan date(List<Row> body) {
    for (var row : body) {
      if (row.equals(body.getFirst()) || Labels.end(row.text()) > 0) {
        var span = row.dates().stream().filter(DateSpan::isSpan).findFirst();
        if (span.isPresent()) {
          return span.get();
        }
      }
    }
    return null;
  }
}
