package dev.shortlist.profile;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A name in two lines of a form: one for the family name, one for the given name.
final class LabelledName {
  private static final Pattern FAMILY =
      Pattern.compile(
          "(?i)^(?:surname|last name|family name|nachname|familienname|nom(?: de famille)?|apellidos?|cognome|achternaam|nazwisko|efternamn|etternavn|efternavn|sobrenome|apelido|фамилия|прізвище|soyad[ıi]?|příjmení|vezetéknév|sukunimi|nume de familie)(?:\\s?[:：]\\s*|\\t\\s*|$)(.*)$");
  private static final Pattern GIVEN =
      Pattern.compile(
          "(?i)^(?:first names?|given names?|forenames?|vornamen?|prénoms?|nombres?|nome|voornaam|imię|imiona|förnamn|fornavn|имя|ім.я|ad[ıi]?|jméno|keresztnév|etunimi|prenume)(?:\\s?[:：]\\s*|\\t\\s*|$)(.*)$");
  private static final int DEEPEST = 40;
  private static final int NEAR = 4;
  private static final double SURE = 0.95;

  private final Cv cv;

  LabelledName(Cv cv) {
    this.cv = cv;
  }

  /// The name, given name first; absent when one of the two lines is missing.
  @Nullable Fact<String> read() {
    for (int i = 0; i < Math.min(DEEPEST, cv.rows().size()); i++) {
      var family = value(FAMILY, i);
      if (family == null) {
        continue;
      }
      for (int j = Math.max(0, i - NEAR); j < Math.min(cv.rows().size(), i + NEAR + 1); j++) {
        var given = j == i ? null : value(GIVEN, j);
        if (given != null) {
          return name(given, family);
        }
      }
    }
    return null;
  }

  /// What row `i` says behind its label, or the row below when it holds the label alone.
  private @Nullable Span value(Pattern label, int i) {
    var row = cv.rows().get(i);
    Matcher found = label.matcher(row.text());
    if (!found.matches()) {
      return null;
    }
    var value = row.span().sub(found.start(1), found.end(1)).strip();
    if (value.isEmpty() && i + 1 < cv.rows().size()) {
      value = cv.rows().get(i + 1).span();
    }
    return NameShape.worth(value.text()) > 0 ? value : null;
  }

  private Fact<String> name(Span given, Span family) {
    int from = Math.min(given.start(), family.start());
    int to = Math.max(given.end(), family.end());
    return new Fact<>(
        Text.single(given.text() + " " + family.text()), cv.text().passage(from, to), SURE);
  }
}
