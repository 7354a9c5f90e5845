package dev.shortlist.profile;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds where the head of a post ends and the account of it begins in a row that holds both: `Loom
/// Fitter, Copper Mill, 2015 - 2018. Kept forty looms running ...`
///
/// The head ends behind its dates or its town, or with its first sentence.
final class Lead {
  private static final int LONGEST = 110;
  private static final int SHORTEST_ROW = 24;
  private static final int MOST_WORDS = 14;
  private static final double SURE = 0.8;

  /// A full stop or colon behind a whole word, and a new sentence: a capital, then a small letter.
  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?<=[\\p{L}\\d)]{3})(?:\\.|\\s?:)\\s+(?=\\p{Lu}[\\p{L}'’-]*\\s\\p{Ll})|\\s+[-–—]\\s+(?=\\p{Ll}+\\s\\p{Ll})");

  private static final Pattern BEHIND_DATE = Pattern.compile("[\\s)\\]]*(?:[.:]|\\s[-–—])\\s+");
  private static final Pattern COMMAS = Pattern.compile("\\s?,\\s");
  private static final Pattern SENTENCE_START =
      Pattern.compile("^(?:\\p{Lu}\\p{L}+(?:ed|ing)|I|As|The|In|At)\\s+\\p{Ll}");

  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final Set<String> JOINTS = Set.of("of", "and", "&", "/");

  /// A word of a sentence.
  private static final Pattern SMALL = Pattern.compile("(?<![\\p{L}.])\\p{Ll}[\\p{L}]{3}");

  private Lead() {}

  /// Index in the text of `row` where the account begins, -1 when the row is not both.
  ///
  /// @param below whether the row stands directly below dates, which are those of its post then
  static int end(Row row, boolean below) {
    String text = row.text();
    if (text.length() < SHORTEST_ROW) {
      return -1;
    }
    var date = span(row);
    if (date == null) {
      return below && row.dates().isEmpty() ? endOfNames(row.span(), 0) : -1;
    }
    int from = date.from() - row.span().start();
    int to = date.to() - row.span().start();
    if (from > LONGEST) {
      return -1;
    }
    String before = text.substring(0, from);
    if (!Text.hasLetter(before)) {
      return endOfNames(row.span(), to);
    }
    return isHead(row.span().sub(0, from)) ? behindDate(row.span(), to) : -1;
  }

  /// What `row` says before `end`, without the full stop of its sentence.
  static Row head(Row row, int end) {
    String text = row.text().substring(0, end).stripTrailing();
    boolean stopped = text.endsWith(".") && !Text.endsAbbreviated(text);
    return row.part(0, text.length() - (stopped ? 1 : 0));
  }

  private static @Nullable DateSpan span(Row row) {
    for (var date : row.dates()) {
      if (date.isSpan()) {
        return date.end() == date.to() ? date : null;
      }
    }
    return null;
  }

  /// `Loom Fitter, Copper Mill (2015 - 2018): Kept ...` or `Loom Fitter 2015 - 2018 Copper Mill
  /// Leeds, UK Kept ...`
  private static int behindDate(Span row, int date) {
    var border = BEHIND_DATE.matcher(row.text()).region(date, row.text().length());
    if (border.lookingAt()) {
      return ifAccount(row.text(), border.end(), false);
    }
    int place = Places.endBefore(row.text(), date, date + LONGEST);
    if (place > 0) {
      return ifAccount(row.text(), place, true);
    }
    var sentence = SENTENCE.matcher(row.text()).region(date, row.text().length());
    boolean names =
        sentence.useTransparentBounds(true).find() && isName(row.sub(date, sentence.start()));
    return names ? ifAccount(row.text(), sentence.end(), false) : -1;
  }

  /// Where the names of post and organisation end that begin at `from`.
  private static int endOfNames(Span row, int from) {
    String text = row.text();
    int place = Places.endBefore(text, from, from + LONGEST);
    if (place > 0) {
      int names = namesPost(row.sub(from, place)) ? place : endOfTitle(text, place);
      if (names > 0) {
        return ifAccount(text, names, true);
      }
    }
    var border = SENTENCE.matcher(text).region(from, text.length()).useTransparentBounds(true);
    while (border.find() && border.start() <= from + LONGEST) {
      if (isHead(row.sub(from, border.start()))) {
        return ifAccount(text, border.end(), false);
      }
    }
    return -1;
  }

  /// Where the title ends that begins at `from` and is followed by a sentence; -1 when there is
  /// none.
  private static int endOfTitle(String text, int from) {
    int end = -1;
    boolean joined = false;
    boolean behindJoint = false;
    var word = WORD.matcher(text).region(from, Math.min(text.length(), from + LONGEST / 2));
    while (word.find()) {
      boolean joint = JOINTS.contains(word.group());
      boolean post = !joint && Titles.post(word.group()) >= SURE;
      boolean capital = Character.isUpperCase(word.group().codePointAt(0));
      boolean deed = !behindJoint && isDeed(word.group());
      if (end > 0 ? !joint && !post && (!joined || !capital || deed) : !joint && !capital) {
        break;
      }
      behindJoint = joint;
      joined = end > 0 && (joint || joined);
      end = post || (joined && !joint) ? word.end() : end;
    }
    return end;
  }

  private static boolean isDeed(String word) {
    return word.endsWith("ed") || word.endsWith("ing");
  }

  private static boolean isHead(Span span) {
    var head = span.strip();
    return head.text().length() <= LONGEST
        && Text.words(head.text()) <= MOST_WORDS
        && !SENTENCE_START.matcher(head.text()).find()
        && (!Text.isMostlyLower(head.text()) || Text.words(head.text()) <= 4)
        && (namesPost(head) || (head.text().indexOf(',') > 0 && isName(head)));
  }

  /// Whether all words but small ones begin with capitals.
  private static boolean isName(Span span) {
    String text = span.strip().text();
    return !text.isEmpty()
        && text.length() <= LONGEST / 2
        && !SMALL.matcher(text).find()
        && !SENTENCE_START.matcher(text).find();
  }

  private static boolean namesPost(Span head) {
    for (var piece : Segment.split(head.strip())) {
      for (String part : COMMAS.split(piece.text(), -1)) {
        if (Titles.post(part) >= SURE) {
          return true;
        }
      }
    }
    return false;
  }

  /// `from` when a sentence begins there, -1 when not.
  ///
  /// @param deed whether a sentence is known by a deed, as in `Assisting Professor Ada Example`
  private static int ifAccount(String text, int from, boolean deed) {
    int lower = 0;
    int upper = 0;
    String first = "";
    for (String word : text.substring(from).strip().split("\\s+", MOST_WORDS)) {
      first = first.isEmpty() ? word : first;
      if (word.length() >= 2 && Character.isLetter(word.codePointAt(0))) {
        lower += Character.isLowerCase(word.codePointAt(0)) ? 1 : 0;
        upper += Character.isLowerCase(word.codePointAt(0)) ? 0 : 1;
      }
    }
    boolean sentence = lower > 0 && (lower >= upper || (deed && isDeed(first)));
    return sentence ? from : -1;
  }
}
