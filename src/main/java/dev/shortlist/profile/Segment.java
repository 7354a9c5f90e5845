package dev.shortlist.profile;

import dev.shortlist.skills.Skill;
import dev.shortlist.skills.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One thing that the head of an entry says: a post, an organisation, a place or something else.
///
/// @param row number of the row in the head, from 0
/// @param post 0 to 1: how much it reads like a post
/// @param organisation 0 to 1: how much it reads like an organisation
record Segment(Span span, int row, double post, double organisation, boolean place) {
  /// The part of a name that has to be known as work.
  private static final double DEPARTMENT = 0.6;

  /// What a label calls a post is one, though its words do not say so.
  private static final double TITLED = 0.8;

  private static final Pattern BORDER =
      Pattern.compile(
          "\\s*[|•·●▪◆◊]\\s*|\\s{2,}|\\t|\\s+[-–—~]+\\s+|[-–—]\\s{2,}|\\s+[-–—](?=\\p{Lu})|(?<=\\p{L})\\s[-–—]\\s?|\\s+[âïÂ][^\\s\\p{L}]\\S{0,2}\\s+|(?<=\\S)\\s+(?=Company Name(?!\\p{L}))|(?<=Company Name)\\s+|\\s+@\\s*|\\s+(?:at|bei|chez|presso|bij)\\s+(?=[\\p{Lu}\\d])|;\\s+|[；，、،]\\s*|"
              + Text.BETWEEN_IDEOGRAPHS);

  /// Signs that are no border, and words that are one.
  private static final String NO_BORDER = ".,:'\"()[]{}&/+#!?%*$=<>_";

  private static final List<String> BORDER_WORDS =
      List.of("Company Name", " at ", " bei ", " chez ", " presso ", " bij ");
  private static final Pattern NOISE =
      Pattern.compile(
          "(?i)(?:\\d{1,2}\\s?(?:years?|yrs?|months?|mos?|jahre?|monate?|ans?|mois)[,.]?\\s?(?:and |& )?){1,2}|full[- ]?time|part[- ]?time"
              + "|contract|freelance|permanent|temporary|vollzeit|teilzeit|https?://\\S+|www\\.\\S+|gpa.*|\\(?contd?\\.?\\)?|from|to|period|duration:?"
              + "|(?:(?:job )?description|(?:key )?responsibilit(?:y|ies)|roles? (?:and|&) responsibilities|about the company|nature of work|accomplishments|achievements|aufgaben|tätigkeiten|missions)\\s?[:-]?");
  private static final Pattern AT = Pattern.compile("\\s+(?:at|@|bei|chez|presso|bij|in|with)$");
  private static final Pattern NUMBER = Pattern.compile("^\\(?\\d{1,2}[.)]\\s+(?=\\p{Lu})");

  static Segment of(Span span, int row) {
    String text = span.text();
    boolean place = Places.is(text);
    return new Segment(
        span, row, place ? 0 : Titles.post(text), place ? 0 : Titles.organisation(text), place);
  }

  /// What the rows of a head say apart from dates.
  static List<Segment> in(List<Row> rows, Wraps wraps) {
    var segments = new ArrayList<Segment>();
    for (int i = 0; i < rows.size(); i++) {
      var parts = parts(rows, i, wraps);
      if (isTold(segments, parts, i)) {
        continue;
      }
      for (Span part : parts) {
        addLabelled(segments, part, i);
      }
    }
    return segments;
  }

  /// What `title` says, which a label calls a post.
  static List<Segment> in(Span title) {
    var segments = new ArrayList<Segment>();
    for (Span piece : split(title)) {
      if (segments.isEmpty() && Titles.post(piece.text()) < 0.5) {
        segments.add(titled(piece, 0));
      } else {
        addPlaceApart(segments, piece, 0);
      }
    }
    return segments;
  }

  private static Segment titled(Span span, int row) {
    return new Segment(span, row, TITLED, 0, false);
  }

  private static void addLabelled(List<Segment> segments, Span part, int row) {
    int organisation = Labels.organisationEnd(part.text());
    int title = Labels.titleEnd(part.text());
    boolean known = segments.stream().anyMatch(segment -> segment.organisation >= 0.5);
    if (known && Labels.isClient(part.text())) {
      return;
    }
    int label = Math.max(0, Math.max(organisation, title));
    boolean first = true;
    for (Span piece : split(part.sub(label, part.text().length()))) {
      if (first && organisation > 0) {
        segments.add(named(piece, row));
      } else if (first && title > 0 && Titles.post(piece.text()) < 0.5) {
        segments.add(titled(piece, row));
      } else {
        addPlaceApart(segments, piece, row);
      }
      first = false;
    }
  }

  /// The organisation a label names, whatever it sounds like.
  private static Segment named(Span span, int row) {
    return new Segment(span, row, 0, 1, false);
  }

  /// Whether a label says that it is an organisation.
  boolean isNamedByLabel() {
    return organisation > Titles.organisation(span.text());
  }

  /// Adds what a sentence says of post and organisation; false when `parts` hold none.
  private static boolean isTold(List<Segment> segments, List<Span> parts, int row) {
    for (var part : parts) {
      var sentence = WorkSentence.of(part);
      if (sentence != null) {
        segments.add(of(sentence.post(), row));
        if (sentence.organisation() != null) {
          addPlaceApart(segments, sentence.organisation(), row);
        }
        return true;
      }
    }
    return false;
  }

  /// The undated parts of row `i`; a post that was wrapped is one part, in the row of its end.
  private static List<Span> parts(List<Row> rows, int i, Wraps wraps) {
    var parts = new ArrayList<>(rows.get(i).undated());
    if (i + 1 < rows.size() && isWrapped(rows.get(i), rows.get(i + 1), wraps)) {
      return List.of();
    }
    if (i > 0 && !parts.isEmpty() && isWrapped(rows.get(i - 1), rows.get(i), wraps)) {
      var before = rows.get(i - 1).undated().getFirst();
      var first = parts.getFirst();
      parts.set(0, new Span(before.start(), before.text() + "\n" + first.text()));
    }
    return parts;
  }

  private static boolean isWrapped(Row row, Row next, Wraps wraps) {
    var parts = row.undated();
    var behind = next.undated();
    return row.dates().isEmpty()
        && parts.size() == 1
        && !behind.isEmpty()
        && parts.getFirst().end() + 1 == behind.getFirst().start()
        && Titles.post(row.text()) < 0.8
        && Titles.organisation(row.text()) == 0
        && Titles.post(behind.getFirst().text()) >= 0.8
        && Places.tail(parts.getFirst()) == null
        && wraps.goesOn(row, next);
  }

  private static void addPlaceApart(List<Segment> segments, Span piece, int row) {
    if (Places.is(piece.text())) {
      segments.add(new Segment(piece, row, 0, 0, true));
      return;
    }
    var place = Places.within(piece);
    if (place == null) {
      addByComma(segments, piece, row);
      return;
    }
    var before = piece.sub(0, place.start() - piece.start()).strip();
    var behind = piece.sub(place.end() - piece.start(), piece.text().length()).strip();
    if (before.isEmpty() && behind.isEmpty()) {
      addByComma(segments, piece, row);
      return;
    }
    if (!before.isEmpty()) {
      addByComma(segments, before, row);
    }
    segments.add(new Segment(place, row, 0, 0, true));
    if (!behind.isEmpty()) {
      addByComma(segments, behind, row);
    }
  }

  /// `Software Engineer, Acme` says two things, `Acme Co., Ltd.` one.
  private static void addByComma(List<Segment> segments, Span piece, int row) {
    String text = piece.text();
    for (int comma = text.indexOf(','); comma > 0; comma = text.indexOf(',', comma + 1)) {
      if (isInBrackets(text, comma)) {
        continue;
      }
      var left = piece.sub(0, comma).strip();
      var right = piece.sub(comma + 1, text.length()).strip();
      if (left.isEmpty() || right.isEmpty() || startsWithForm(right.text())) {
        continue;
      }
      boolean postLeft = Titles.post(left.text()) >= 0.8;
      boolean postRight = Titles.post(right.text()) >= 0.8;
      if (postLeft && !postRight && isDepartment(right.text())) {
        continue;
      }
      if (postLeft != postRight && !isForm(right.text())) {
        segments.add(of(left, row));
        addByComma(segments, right, row);
        return;
      }
      if (Places.isCountry(right.text()) || isFollowedByTown(left.text(), right.text())) {
        segments.add(of(left, row));
        segments.add(new Segment(right, row, 0, 0, true));
        return;
      }
    }
    int form = Titles.formEnd(text);
    if (form > 0 && Titles.post(text.substring(form)) >= 0.8) {
      segments.add(of(piece.sub(0, form).strip(), row));
      segments.add(of(piece.sub(form, text.length()).strip(), row));
      return;
    }
    segments.add(of(piece, row));
  }

  // `Bank Teller (PT, 20 hrs)` says one thing.
  private static boolean isInBrackets(String text, int at) {
    int open = text.lastIndexOf('(', at);
    return open >= 0 && text.lastIndexOf(')', at) < open && text.indexOf(')', at) > 0;
  }

  /// `Director, Product Management`: what the taxonomy knows as work is no organisation.
  private static boolean isDepartment(String text) {
    int comma = text.indexOf(',');
    String name = comma < 0 ? text : text.substring(0, comma);
    if (Titles.organisation(name) >= 0.8) {
      return false;
    }
    var taxonomy = Taxonomy.standard();
    int known =
        taxonomy.mentions(name).stream()
            .filter(
                mention -> taxonomy.find(mention.skill()).orElseThrow().kind() != Skill.Kind.TOOL)
            .mapToInt(mention -> mention.end() - mention.start())
            .sum();
    return known >= DEPARTMENT * name.strip().length();
  }

  /// Whether it is built like the name of a town, and like nothing else.
  boolean isTown() {
    return post < 0.5 && organisation == 0 && Places.isTownLike(span.text());
  }

  /// What stands before the town in `Willow House, York`, absent when it does not end so.
  @Nullable Segment beforeTown() {
    int comma = span.text().lastIndexOf(',');
    if (place || post >= 0.5 || comma <= 0) {
      return null;
    }
    var town = span.sub(comma + 1, span.text().length()).strip();
    var left = span.sub(0, comma).strip();
    boolean both = !left.isEmpty() && !town.isEmpty() && !isForm(town.text());
    return both && Places.isTownLike(town.text()) && Text.words(town.text()) <= 2
        ? of(left, row)
        : null;
  }

  /// The town behind `before`.
  Segment townBehind(Segment before) {
    int from = before.span.end() - span.start() + 1;
    return new Segment(span.sub(from, span.text().length()).strip(), row, 0, 0, true);
  }

  Segment asPlace() {
    return new Segment(span, row, 0, 0, true);
  }

  /// `Developer Company A`: post and organisation without anything between.
  @Nullable Segment organisationBehind() {
    int end = Titles.postEnd(span.text());
    if (end <= 0 || end >= span.text().length()) {
      return null;
    }
    var rest = span.sub(end, span.text().length()).strip();
    boolean name = !rest.isEmpty() && !Character.isLowerCase(rest.text().codePointAt(0));
    return name && Titles.organisation(rest.text()) > 0 ? of(rest, row) : null;
  }

  /// `Loom Fitter at` without what only leads on.
  static Span withoutAt(Span title) {
    var at = AT.matcher(title.text());
    return at.find() ? title.sub(0, at.start()) : title;
  }

  /// This without what stands behind it.
  Segment upTo(Segment behind) {
    return of(span.sub(0, behind.span.start() - span.start()).strip(), row);
  }

  /// `Acme Ltd., Leeds`: what follows the form of a company is its town.
  private static boolean isFollowedByTown(String left, String right) {
    String last = left.substring(left.lastIndexOf(' ') + 1);
    return last.length() <= 12
        && left.length() > last.length()
        && Titles.organisation(last) > 0
        && Places.isTownLike(right);
  }

  private static boolean isSentence(String text) {
    int words = Text.words(text);
    boolean stop = text.endsWith(".") && !Text.endsAbbreviated(text);
    boolean named = text.indexOf(',') > 0 && Titles.post(text) >= 0.8;
    return (words >= 4 && stop && !named)
        || words > 16
        || (words >= 5 && Text.isMostlyLower(text) && Titles.post(text) < 0.8);
  }

  /// `Acme, Inc., Developer`: the form belongs to what stands before it.
  private static boolean startsWithForm(String text) {
    int comma = text.indexOf(',');
    return comma > 0 && isForm(text.substring(0, comma).strip());
  }

  private static boolean isForm(String text) {
    return text.length() <= 6 && Titles.organisation(text) > 0;
  }

  static List<Span> split(Span part) {
    var pieces = new ArrayList<Span>();
    if (!mayBeDivided(part.text())) {
      add(pieces, part);
      return pieces;
    }
    var border = BORDER.matcher(part.text());
    int at = 0;
    while (border.find()) {
      if (isInBrackets(part.text(), border.start())) {
        continue;
      }
      add(pieces, part.sub(at, border.start()));
      at = border.end();
    }
    add(pieces, part.sub(at, part.text().length()));
    return pieces;
  }

  /// Whether anything is in `text` that [#BORDER] may find; most have none.
  private static boolean mayBeDivided(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      boolean blank = c == ' ' && (i + 1 == text.length() || text.charAt(i + 1) > ' ');
      if (!letter && !blank && NO_BORDER.indexOf(c) < 0) {
        return true;
      }
    }
    return BORDER_WORDS.stream().anyMatch(text::contains);
  }

  private static void add(List<Span> pieces, Span piece) {
    int label = Labels.end(piece.text());
    var inner = unnumbered(piece.sub(label, piece.text().length())).strip();
    if (Text.hasLetter(inner.text())
        && inner.text().indexOf('@') < 0
        && !NOISE.matcher(inner.text()).matches()
        && !isSentence(inner.text())) {
      pieces.add(unstopped(inner));
    }
  }

  private static Span unnumbered(Span piece) {
    var number = NUMBER.matcher(piece.text());
    return number.find() ? piece.sub(number.end(), piece.text().length()) : piece;
  }

  /// `Software Engineer, Acme, Leeds.` without the full stop.
  private static Span unstopped(Span piece) {
    String text = piece.text();
    return text.endsWith(".") && !Text.endsAbbreviated(text) && Text.words(text) >= 3
        ? piece.sub(0, text.length() - 1)
        : piece;
  }
}
