package dev.shortlist.profile;

import dev.shortlist.skills.Taxonomy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the person's name by place, size, shape and agreement with addresses; no list of names.
final class NameReader {
  private static final Pattern PREFIX =
      Pattern.compile(
          "(?i)^(?:(?:curriculum vitae|résumé|resume|cv|lebenslauf|currículum|curriculum|bewerbung)(?:\\s(?:of|von|de|di|van|for))?\\s{0,3}[:|–-]?\\s{0,3}"
              + "|(?:full |first |last )?name(?:\\s?[:–-]|\\t)\\s{0,3}|(?:nom(?: et prénom| complet)?|nombre(?: y apellidos| completo)?|nome(?: e cognome| completo)?|cognome e nome|naam|namn|navn|nimi|jméno|meno|név|nume|imię i nazwisko|vor- und (?:nach|zu)name|nachname, vorname)(?:\\s?:|\\t)\\s{0,3}|(?:姓 ?名|氏 ?名|名 ?前|성 ?명|이 ?름)(?:\\s?[:：]|\\s)\\s{0,3}|(?:الاسم(?: الكامل)?|שם(?: מלא)?|фио|имя)(?:\\s?[:：]|\\t)\\s{0,3}|(?:vor- ?(?:und|&|/)? ?nachname|vorname,? (?:und )?nachname|vorname nachname)\\s?:?\\s{0,3}|(?:dr|mr|mrs|ms|miss|mx|prof|professor|herr|frau|ing|dipl|mag|med|rer|nat|phil|jur|univ|ir|drs|mgr|bc|sir|dame|monsieur|madame|mme|mlle|sr|sra|srta|sig|sig\\.ra|dott|dott\\.ssa|don|doña|pan|pani)\\.(?:-|\\s{0,2})(?=\\p{L})|(?:dr|mr|mrs|ms|miss|prof|professor|herr|frau|monsieur|madame)\\s)");
  private static final Pattern BORDER =
      Pattern.compile(
          "\\s*[|•·●▪/;]\\s*|\\s+[-–—]+\\s+|\\s{2,}|\\t|,\\s+|\\s*\\(|:\\s|\\s+(?=[\\w.+-]{1,64}@)");
  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)^(?:full )?name(?:\\s?[:–-]|\\t).*|^(?:nom|nombre|nome|cognome|naam|namn|navn|nimi|jméno|név|nume|imię|vor-|nachname|姓 ?名|氏 ?名|名 ?前|성 ?명|이 ?름|الاسم|שם|фио).{0,16}[:：\\t].*|^(?:姓 ?名|氏 ?名|名 ?前|성 ?명|이 ?름)\\s.*");
  private static final Pattern LABEL_ALONE =
      Pattern.compile(
          "(?i)(?:full )?name|nom(?: et prénom)?|nombre(?: y apellidos)?|nome(?: e cognome)?|cognome e nome|naam|namn|navn|nimi|jméno|név|nume|imię i nazwisko|姓 ?名|氏 ?名|名 ?前|성 ?명|이 ?름|الاسم(?: الكامل)?|שם(?: מלא)?|фио");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[ .'-]+");
  private static final double LEAST = 0.4;
  private static final int DEEPEST = 40;
  private static final int MOST_WORDS = 5;
  private static final int MOST_LINES = 3;
  private static final int MOST_PREFIXES = 6;

  /// Against names put together of lines that could stand alone.
  private static final double JOINED = -0.05;

  private final Cv cv;
  private final Taxonomy taxonomy;
  private final int contentFirst;
  private final @Nullable Span[] firsts;

  /// A stretch that may be the name, and how much speaks for it.
  private record Candidate(Span span, double worth) {}

  /// @param contentFirst first row of the first section that is not contact
  NameReader(Cv cv, Taxonomy taxonomy, int contentFirst) {
    this.cv = cv;
    this.taxonomy = taxonomy;
    this.contentFirst = contentFirst;
    this.firsts = new Span[cv.rows().size()];
  }

  /// The name, absent when nothing looks like one.
  ///
  /// @param accounts e-mail addresses without domain and account names behind links
  @Nullable Fact<String> read(List<String> accounts) {
    var labelled = new LabelledName(cv).read();
    if (labelled != null) {
      return labelled;
    }
    Candidate best = null;
    for (var candidate : candidates(accounts)) {
      if (best == null || candidate.worth > best.worth) {
        best = candidate;
      }
    }
    if (best == null || best.worth < LEAST) {
      return null;
    }
    double sure = Math.min(0.99, best.worth);
    return new Fact<>(NameShape.whole(best.span.text()), cv.passage(best.span), sure);
  }

  private List<Candidate> candidates(List<String> accounts) {
    var candidates = new ArrayList<Candidate>();
    float largest = largest();
    int order = 0;
    for (var row : fromTheTop()) {
      if (row.text().length() > 200 || row.text().isEmpty()) {
        continue;
      }
      var span = first(row);
      for (int lines = MOST_LINES; lines > 1; lines--) {
        var joined = joined(row.index(), span, lines);
        if (joined != null) {
          double whole = NameShape.isPart(before(joined)) ? 0 : JOINED;
          add(candidates, joined, row, order, largest, accounts, whole);
        }
      }
      add(
          candidates,
          span,
          row,
          order,
          largest,
          accounts,
          NameShape.isPart(span.text()) ? JOINED : 0);
      addTurned(candidates, row, order, largest, accounts);
      order++;
    }
    return candidates;
  }

  /// `Okafor, Nnamdi`, where an address names the second part, too.
  private void addTurned(
      List<Candidate> candidates, Row row, int order, float largest, List<String> accounts) {
    Matcher turned = NameShape.TURNED.matcher(row.text());
    if (turned.matches() && agreement(turned.group(2), accounts) >= 0.5) {
      var span = row.span().sub(turned.start(1), turned.end(2));
      add(candidates, span, row, order, largest, accounts, 0);
    }
  }

  /// What stands in the lines before the last.
  private static String before(Span joined) {
    return joined.text().substring(0, joined.text().lastIndexOf('\n')).replace('\n', ' ');
  }

  private void add(
      List<Candidate> candidates,
      Span span,
      Row row,
      int order,
      float largest,
      List<String> accounts,
      double joined) {
    double shape = NameShape.worth(NameShape.whole(span.text()));
    boolean agrees = agreement(NameShape.whole(span.text()), accounts) >= 0.5;
    if (shape <= 0 || (!agrees && (row.isBulleted() || isSomethingElse(span.text())))) {
      return;
    }
    double worth = joined + shape * (0.45 - Math.min(order, 12) * 0.025);
    boolean large = row.line().size() > 0 && row.line().size() >= largest * 0.98f;
    worth += large ? 0.3 : row.line().size() > cv.bodySize() * 1.3f ? 0.12 : 0;
    worth += cv.bodySize() == 0 && order == 0 ? 0.2 : 0;
    worth += agreement(NameShape.whole(span.text()), accounts) * 0.4;
    worth += isLabelled(row) ? 0.5 : 0;
    worth -= goesOn(row) || span.text().endsWith("-") ? 0.15 : 0;
    worth -= isAboveContent(row) ? 0 : agrees ? 0.25 : 0.4;
    candidates.add(new Candidate(span, worth));
  }

  /// The rows of the first page by their height on it; without layout, the first rows.
  private List<Row> fromTheTop() {
    var page = cv.rows().stream().filter(row -> row.line().page() == 1);
    return page.sorted(Comparator.comparingDouble(NameReader::height)).limit(DEEPEST).toList();
  }

  private static double height(Row row) {
    var box = row.line().box();
    return box == null ? 0 : box.y();
  }

  /// Whether `row` stands above the first heading on the page.
  private boolean isAboveContent(Row row) {
    if (row.index() < contentFirst || contentFirst >= cv.rows().size()) {
      return row.index() < contentFirst;
    }
    var first = cv.rows().get(contentFirst).line();
    return row.line().box() != null
        && row.line().page() == first.page()
        && height(row) < height(cv.rows().get(contentFirst)) - row.line().size();
  }

  private boolean isSomethingElse(String text) {
    return Titles.isPostNotName(text) || taxonomy.named(Text.single(text)).isPresent();
  }

  private float largest() {
    float largest = 0;
    for (var row : fromTheTop()) {
      if (row.line().size() > largest && NameShape.worth(first(row).text()) > 0) {
        largest = row.line().size();
      }
    }
    return largest;
  }

  /// What stands before the first separator, without "Curriculum Vitae of" and the like.
  private Span first(Row row) {
    var known = firsts[row.index()];
    var first = known == null ? firstOf(row) : known;
    firsts[row.index()] = first;
    return first;
  }

  private static Span firstOf(Row row) {
    var span = row.span();
    Matcher prefix = PREFIX.matcher(span.text());
    for (int i = 0; i < MOST_PREFIXES && prefix.find(); i++) {
      span = span.sub(prefix.end(), span.text().length()).strip();
      prefix = PREFIX.matcher(span.text());
    }
    return NameShape.isSpelled(span.text()) ? span : beforeBorder(span);
  }

  private static Span beforeBorder(Span span) {
    Matcher border = BORDER.matcher(span.text());
    return (border.find() ? span.sub(0, border.start()) : span).strip();
  }

  /// Whether `row` is not the first line of a name in large letters.
  private boolean goesOn(Row row) {
    if (row.index() == 0 || row.line().size() <= cv.bodySize() * 1.3f || cv.bodySize() == 0) {
      return false;
    }
    var above = cv.rows().get(row.index() - 1);
    boolean alike = Math.abs(above.line().size() - row.line().size()) < row.line().size() * 0.06f;
    return alike && above.number() == row.number() - 1 && NameShape.worth(above.text()) > 0;
  }

  private boolean isLabelled(Row row) {
    var before = row.index() == 0 ? null : cv.rows().get(row.index() - 1);
    return LABEL.matcher(row.text()).matches()
        || (before != null && LABEL_ALONE.matcher(before.text()).matches());
  }

  /// A name on two or three lines of its own, equally large, as the first `lines` from row `index`.
  private @Nullable Span joined(int index, Span span, int lines) {
    if (index + lines > cv.rows().size()) {
      return null;
    }
    var row = cv.rows().get(index);
    float size = row.line().size();
    if (size <= cv.bodySize() * 1.3f || span.end() != row.span().end()) {
      return null;
    }
    var whole = new StringBuilder(span.text());
    int end = span.end();
    for (var next : cv.rows().subList(index + 1, index + lines)) {
      boolean alike = Math.abs(size - next.line().size()) < size * 0.06f;
      if (!alike || next.span().start() != end + 1 || Text.words(next.text()) > 3) {
        return null;
      }
      whole.append('\n').append(next.text());
      end = next.span().end();
    }
    return Text.words(whole.toString()) <= MOST_WORDS + 1
        ? new Span(span.start(), whole.toString())
        : null;
  }

  /// 0 to 1: share of the name's words that an address repeats.
  private static double agreement(String name, List<String> accounts) {
    if (accounts.isEmpty()) {
      return 0;
    }
    var words = BETWEEN_WORDS.split(Vocabulary.fold(Text.single(name)), 8);
    double best = 0;
    for (String account : accounts) {
      int hits = 0;
      int counted = 0;
      for (String word : words) {
        if (word.length() >= 3) {
          counted++;
          hits += account.contains(word) ? 1 : 0;
        }
      }
      if (counted > 0) {
        best = Math.max(best, (double) hits / counted);
      }
    }
    return best;
  }
}
