package dev.shortlist.profile;

import dev.shortlist.skills.Degrees;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes a row about a course of study apart where degree, school and place meet.
final class CoursePieces {
  private static final Pattern SPLIT =
      Pattern.compile(
          "\\s*[|•·●▪]\\s*|\\s{2,}|\\t|\\s+[-–—]+\\s+|\\s[-–—](?=\\p{Lu})|;\\s+|\\s+@\\s+|"
              + Text.BETWEEN_IDEOGRAPHS);
  private static final Pattern FROM =
      Pattern.compile("(?i)[\\s,]+(?:from|at|an der|am|presso|à l'|chez)\\s+(?=\\p{Lu})");
  private static final Pattern NOISE =
      Pattern.compile(
          "(?i)(?:c?gpa|cum\\.?|grade|score|percentage|marks?|courses?|coursework|thesis|advisor|major gpa|note|"
              + "average|dean|honou?rs?|magna|summa|activities|minor|class of|expected|graduated|graduation|grad\\.?)\\b.*|[\\d.,%/\\s]+|in|from|by");
  private static final Pattern COMMA = Pattern.compile("[,،，、]\\s*");

  private CoursePieces() {}

  /// The stretches of `part` that say one thing each.
  static List<Span> of(Span part) {
    var pieces = new ArrayList<Span>();
    for (Span piece : cut(part, SPLIT)) {
      for (Span half : cut(piece, FROM)) {
        pieces.addAll(byComma(half));
      }
    }
    return pieces;
  }

  private static List<Span> cut(Span part, Pattern border) {
    var pieces = new ArrayList<Span>();
    Matcher found = border.matcher(part.text());
    int at = 0;
    while (found.find()) {
      add(pieces, part.sub(at, found.start()));
      at = found.end();
    }
    add(pieces, part.sub(at, part.text().length()));
    return pieces;
  }

  private static void add(List<Span> pieces, Span piece) {
    var inner = piece.strip();
    if (Text.hasLetter(inner.text())) {
      pieces.add(inner);
    }
  }

  /// `B.Sc. Biology, University of X, Town`: cut where degree, school and place meet.
  private static List<Span> byComma(Span piece) {
    var parts = cut(piece, COMMA);
    var joined = new ArrayList<Span>();
    for (var part : parts) {
      if (joined.isEmpty() || isBorder(joined.getLast(), part)) {
        joined.add(part);
      } else {
        var last = joined.removeLast();
        joined.add(piece.sub(last.start() - piece.start(), part.end() - piece.start()));
      }
    }
    return joined;
  }

  private static boolean isBorder(Span left, Span right) {
    boolean schoolLeft = Titles.school(left.text()) > 0;
    boolean schoolRight = Titles.school(right.text()) > 0;
    boolean degreeLeft = degree(left.text()) != null;
    boolean degreeRight = degree(right.text()) != null;
    return schoolLeft
        || schoolRight
        || (degreeRight && !degreeLeft)
        || NOISE.matcher(right.text()).matches();
  }

  /// The first degree named in `text`, absent when there is none.
  static Degrees.@Nullable Mention degree(String text) {
    return Degrees.standard().ofEducation(text).orElse(null);
  }

  /// Whether `text` says something that is neither degree, school, date nor place.
  static boolean isNoise(String text) {
    return NOISE.matcher(text).matches();
  }
}
