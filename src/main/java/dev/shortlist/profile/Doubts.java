package dev.shortlist.profile;

import dev.shortlist.profile.Section.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a recruiter should know about a reading.
final class Doubts {
  private static final Pattern GREETING =
      Pattern.compile(
          "(?i)^(?:dear\\b|sehr geehrte|liebe[rs]? |(?:madame|monsieur|chère|cher)\\b.{0,30},$|estimad[oa]s?\\b|gentile\\b|gentili\\b|egregi|geachte\\b|beste\\b|prezad[oa]s?\\b|szanown|to whom it may concern|hiring manager)");
  private static final Pattern CLOSING =
      Pattern.compile(
          "(?i)^(?:yours (?:sincerely|faithfully|truly)|sincerely|(?:kind |best |warm )?regards|mit freundlichen|cordialement|bien à vous|.*salutations distinguées|atentamente|un saludo|cordiali saluti|distinti saluti|hoogachtend|met vriendelijke|atenciosamente|com os melhores|z poważaniem)");
  private static final Set<Kind> OF_A_CV =
      EnumSet.of(Kind.WORK, Kind.EDUCATION, Kind.SKILLS, Kind.LANGUAGES, Kind.CERTIFICATES);
  private static final int OLD_YEARS = 2;

  private final Cv cv;
  private final List<Section> sections;

  Doubts(Cv cv, List<Section> sections) {
    this.cv = cv;
    this.sections = sections;
  }

  /// Whether nothing in the file is built as a CV is.
  boolean isNoCv(List<Work> work, List<Education> education) {
    boolean heading = sections.stream().anyMatch(section -> OF_A_CV.contains(section.kind()));
    return work.isEmpty() && education.isEmpty() && !heading;
  }

  List<Warning> about(
      Contact contact, List<Work> work, List<Education> education, OwnDate date, LocalDate today) {
    var warnings = new ArrayList<Warning>();
    boolean noCv = isNoCv(work, education);
    if (isLetter()) {
      warnings.add(
          new Warning(
              Warning.Kind.COVER_LETTER,
              noCv ? "a letter without a CV" : "a letter beside the CV"));
    } else if (noCv) {
      warnings.add(
          new Warning(Warning.Kind.NOT_A_CV, "no work, no education and no list of skills"));
    }
    var second = secondPerson();
    if (second != null) {
      warnings.add(new Warning(Warning.Kind.SEVERAL_CVS, second));
    }
    var old = old(date, today);
    if (old != null) {
      warnings.add(new Warning(Warning.Kind.OLD, old));
    }
    if (contact.name() == null) {
      warnings.add(new Warning(Warning.Kind.NO_NAME, ""));
    }
    if (!work.isEmpty() && work.stream().allMatch(post -> post.period() == null)) {
      warnings.add(new Warning(Warning.Kind.NO_WORK_DATES, ""));
    }
    return warnings;
  }

  private boolean isLetter() {
    boolean greeted = false;
    for (var row : cv.rows()) {
      greeted |= row.text().length() < 80 && GREETING.matcher(row.text()).find();
      if (greeted && row.text().length() < 60 && CLOSING.matcher(row.text()).find()) {
        return true;
      }
    }
    return false;
  }

  /// A page that begins with another e-mail address and has the headings of a CV once more.
  private @Nullable String secondPerson() {
    var mails = new HashSet<String>();
    for (var row : cv.rows()) {
      for (var span : Addresses.mails(row)) {
        String mail = Addresses.mail(span.text()).toLowerCase(Locale.ROOT);
        if (mails.add(mail) && mails.size() > 1 && isHeadOfAnother(row)) {
          return "another CV begins on page " + row.line().page();
        }
      }
    }
    return null;
  }

  private boolean isHeadOfAnother(Row row) {
    var before = EnumSet.noneOf(Kind.class);
    var after = EnumSet.noneOf(Kind.class);
    for (var section : sections) {
      (section.heading() < row.index() ? before : after).add(section.kind());
    }
    return List.of(Kind.WORK, Kind.EDUCATION).stream()
        .allMatch(kind -> before.contains(kind) && after.contains(kind));
  }

  private static @Nullable String old(OwnDate date, LocalDate today) {
    var own = date.own();
    var limit = today.minusYears(OLD_YEARS);
    if (own != null) {
      return own.isBefore(limit) ? "dated " + own : null;
    }
    var newest = date.newest();
    boolean stale = newest != null && !date.open() && newest.atEndOfMonth().isBefore(limit);
    return stale ? "newest date " + newest : null;
  }
}
