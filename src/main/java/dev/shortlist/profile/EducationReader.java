package dev.shortlist.profile;

import dev.shortlist.profile.DateSpan.Shape;
import dev.shortlist.skills.DegreeLevel;
import dev.shortlist.skills.Degrees;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads courses of study out of education sections.
///
/// Every row is taken apart into degree, place of learning, date and place; what would be said a
/// second time starts the next course.
final class EducationReader {
  private static final Pattern HONOURS = Pattern.compile("(?i)\\(\\s*hon(?:ou?r)?s\\.?\\s*$");
  private static final Pattern CERTIFIED =
      Pattern.compile("(?i)\\b(?:certificate|diploma|leaving|diplom|diplôme|título)");
  private static final Pattern FACULTY =
      Pattern.compile(
          "(?i)^(?:college|school|faculty|department|institute|fakultät|faculté|facultad|facoltà|faculdade) (?:of|für|de|des|di|do|da)\\b");
  private static final int MOST_ROWS = 400;

  private final Cv cv;
  private final Wraps wraps;
  private final YearMonth now;
  private final List<Education> courses = new ArrayList<>();
  private CourseDraft draft = new CourseDraft();
  private boolean degreeFirst;

  EducationReader(Cv cv, Wraps wraps, YearMonth now) {
    this.cv = cv;
    this.wraps = wraps;
    this.now = now;
  }

  List<Education> read(List<Section> sections) {
    for (var section : sections) {
      Row previous = null;
      for (var row : section.rows(cv)) {
        if (row.index() - section.first() < MOST_ROWS) {
          read(row, previous);
        }
        previous = row;
      }
      close();
    }
    return courses;
  }

  private void read(Row row, @Nullable Row previous) {
    if (row.isProse()
        && Titles.school(row.text()) == 0
        && CoursePieces.degree(row.text()) == null) {
      touch(row);
      return;
    }
    boolean wrapped = previous != null && wraps.goesOn(previous, row);
    for (Span part : row.undated()) {
      for (Span piece : CoursePieces.of(part)) {
        take(piece, row, wrapped);
      }
    }
    for (var date : row.dates()) {
      take(date, row);
    }
    touch(row);
  }

  private void take(Span piece, Row row, boolean wrapped) {
    String text = piece.text();
    if (CoursePieces.isNoise(text)) {
      return;
    }
    var degree = CoursePieces.degree(text);
    boolean school = Titles.school(text) > 0;
    if (degree != null && school && isPartOfSchool(text, degree)) {
      institution(piece, row);
    } else if (degree != null && school) {
      both(piece, degree, row);
    } else if (degree != null) {
      degree(piece, degree.level(), row);
    } else if (school) {
      institution(piece, row);
    } else if (!Places.is(text) && !row.isProse()) {
      other(piece, row, wrapped);
    }
  }

  /// `Higher Secondary School`, unlike `High School Diploma`.
  private static boolean isPartOfSchool(String text, Degrees.Mention degree) {
    return degree.level() == DegreeLevel.SECONDARY
        && !CERTIFIED.matcher(text).find()
        && Titles.school(text.substring(degree.start(), text.length())) > 0;
  }

  /// One stretch that names degree and school without a border: `B.Tech VIT-AP University`.
  private void both(Span piece, Degrees.Mention degree, Row row) {
    int border = schoolStart(piece.text(), degree);
    if (border <= 0) {
      institution(piece, row);
      return;
    }
    var left = piece.sub(0, border).strip();
    var right = piece.sub(border, piece.text().length()).strip();
    if (degree.start() < border) {
      degree(left, degree.level(), row);
      institution(right, row);
    } else {
      institution(left, row);
      degree(right, degree.level(), row);
    }
  }

  private static int schoolStart(String text, Degrees.Mention degree) {
    int close = text.indexOf(')', degree.end());
    if (close > 0 && close < text.length() - 2 && Titles.school(text.substring(close + 1)) > 0) {
      return close + 1;
    }
    if (degree.start() > 3 && Titles.school(text.substring(0, degree.start())) > 0) {
      return degree.start();
    }
    return Titles.school(text.substring(degree.end())) > 0 ? degree.end() : -1;
  }

  private void degree(Span piece, DegreeLevel level, Row row) {
    if (draft.degree != null
        && draft.institution == null
        && draft.guess == null
        && isSame(draft.level, level)) {
      return;
    }
    if (draft.degree != null && isFuller(piece, draft.degree)) {
      draft.degree = piece;
      return;
    }
    if (draft.degree != null) {
      close();
    } else if (draft.institution != null && degreeFirst) {
      close();
    }
    if (draft.isEmpty() && courses.isEmpty()) {
      degreeFirst = draft.guess == null;
    }
    start(row);
    int behind = behind(piece.text());
    draft.degree = behind < 0 ? piece : piece.sub(0, behind).strip();
    draft.level = level;
    if (behind > 0 && draft.institution == null) {
      draft.guess = piece.sub(behind, piece.text().length()).strip();
    }
  }

  /// Index after brackets that name the subject, when a school without such a word follows them:
  /// `B.Tech (Physics) RCC Delhi`, unlike `BSc (Hons) Computer Science`.
  private static int behind(String text) {
    int close = text.indexOf(')');
    return close > 0
            && close + 2 < text.length()
            && Character.isUpperCase(text.charAt(close + 2))
            && !HONOURS.matcher(text.substring(0, close)).find()
        ? close + 1
        : -1;
  }

  /// `PhD` in the margin, `PhD in Physics` in the line.
  private static boolean isFuller(Span piece, Span degree) {
    return piece.text().length() > degree.text().length()
        && Vocabulary.fold(piece.text()).startsWith(Vocabulary.fold(degree.text()));
  }

  private static boolean isSame(@Nullable DegreeLevel a, DegreeLevel b) {
    return a == b;
  }

  private void institution(Span piece, Row row) {
    if (draft.institution != null && isPartOf(draft.institution, piece, row)) {
      draft.institution = piece;
      draft.institutionRow = row.index();
      return;
    }
    if (draft.institution != null) {
      close();
    }
    if (draft.isEmpty() && courses.isEmpty()) {
      degreeFirst = false;
    }
    start(row);
    draft.institution = piece;
    draft.institutionRow = row.index();
  }

  /// `College of Engineering, Example University`: the first is a part of the second.
  private boolean isPartOf(Span faculty, Span piece, Row row) {
    return row.index() - draft.institutionRow <= 1
        && piece.start() - faculty.end() <= 3
        && FACULTY.matcher(faculty.text()).find()
        && !FACULTY.matcher(piece.text()).find();
  }

  /// Words that are neither: a school with an unusual name, or the subject of the degree.
  private void other(Span piece, Row row, boolean wrapped) {
    var degree = draft.degree;
    if (wrapped
        && degree != null
        && degree.end() + 1 == piece.start()
        && draft.institution == null) {
      draft.degree = new Span(degree.start(), degree.text() + "\n" + piece.text());
      return;
    }
    if (draft.field == null && isField(piece, row)) {
      start(row);
      draft.field = piece;
      return;
    }
    if (row.isBulleted() && !draft.isEmpty()) {
      return;
    }
    if (draft.guess == null
        && draft.institution == null
        && Character.isUpperCase(piece.text().codePointAt(0))) {
      if (draft.date != null && !draft.isEmpty() && draft.end < row.index() - 1) {
        return;
      }
      start(row);
      draft.guess = piece;
    }
  }

  /// `Major in X`, or what stands behind the school in its line.
  private boolean isField(Span piece, Row row) {
    return CourseDraft.namesMajor(piece.text())
        || (draft.degree != null
            && draft.institutionRow == row.index()
            && draft.institution != null
            && piece.start() > draft.institution.start());
  }

  private void take(DateSpan date, Row row) {
    if (date.shape() == Shape.REST) {
      return;
    }
    if (draft.date == null) {
      start(row);
      draft.date = date;
    } else if (date.isSpan() && !draft.date.isSpan()) {
      draft.date = date;
    }
  }

  private void start(Row row) {
    if (draft.first < 0) {
      draft.first = row.index();
    }
    draft.end = row.index() + 1;
  }

  private void touch(Row row) {
    if (draft.first >= 0) {
      draft.end = row.index() + 1;
    }
  }

  private void close() {
    if (draft.first >= 0 && !(draft.isEmpty() && (draft.guess == null || draft.date == null))) {
      courses.add(draft.course(cv, now));
    }
    draft = new CourseDraft();
  }
}
