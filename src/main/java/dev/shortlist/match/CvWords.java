package dev.shortlist.match;

import dev.shortlist.profile.Fact;
import dev.shortlist.profile.Reading;
import dev.shortlist.text.VisibleText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The words of a CV, line by line, without what says who the person is.
///
/// Left out are wishes ([Wishes]), the contact data with the lines between them at the head, and
/// lines such as `Date of birth: ...`, so that a name, an address or an age can never match a word
/// of a job description. They are the same for every job description.
final class CvWords {
  private static final Pattern PERSONAL =
      Pattern.compile(
          "(?i)^\\W*(date of birth|birth ?date|dob|d\\.o\\.b|born|age|gender|sex|marital status|married"
              + "|nationality|citizenship|religion|father'?s? name|mother'?s? name|spouse|children"
              + "|passport|(permanent |home |mailing |current )?address|place of birth|personal details)\\b.*");

  /// A header longer than this is no header.
  private static final int HEADER_LINES = 12;

  private final List<List<Said>> lines;
  private final BitSet wished;
  private final List<Said> all;
  private final long[] runs;

  /// A word of the CV with what is known of it, and where it stands.
  record Said(Lexicon.Word known, int start, int end) {
    boolean isSilent() {
      return known.isSilent();
    }

    String word() {
      return known.text();
    }

    String stem() {
      return known.stem();
    }
  }

  private CvWords(List<List<Said>> lines, BitSet wished) {
    this.wished = wished;
    this.lines = List.copyOf(lines);
    this.all = lines.stream().flatMap(List::stream).toList();
    this.runs = AskedWords.runsOf(all.stream().map(Said::word).toList());
  }

  static CvWords of(Reading cv, Lexicon lexicon) {
    var text = cv.source().text();
    var wished = Wishes.in(text);
    var masked = masked(cv, text);
    masked.or(wished);
    int header = headerEnd(cv, text);
    var headline = cv.profile().headline();
    var lines = new ArrayList<List<Said>>();
    for (int i = 0; i < text.lines().size(); i++) {
      int start = text.startOf(i);
      var line = text.lines().get(i).text();
      boolean isHeadline = headline != null && text.lineAt(headline.passage().start()) == i;
      if ((start < header && !isHeadline) || PERSONAL.matcher(line).matches()) {
        lines.add(List.of());
      } else {
        lines.add(said(line, start, masked, lexicon));
      }
    }
    return new CvWords(lines, wished);
  }

  private static List<Said> said(String line, int start, BitSet masked, Lexicon lexicon) {
    var said = new ArrayList<Said>();
    for (var token : Token.in(line, start)) {
      if (!masked.get(token.start())) {
        said.add(new Said(lexicon.word(token.word()), token.start(), token.end()));
      }
    }
    return List.copyOf(said);
  }

  /// Whether the character at `offset` of the text is part of a wish ([Wishes]).
  boolean isWished(int offset) {
    return wished.get(offset);
  }

  int size() {
    return lines.size();
  }

  List<Said> line(int index) {
    return lines.get(index);
  }

  /// All words in order, across lines.
  List<Said> all() {
    return all;
  }

  /// Characters of the words that stand in a run of [AskedWords#RUN] words of the job description.
  BitSet copied(Set<Long> runs) {
    var copied = new BitSet();
    for (int i = 0; i < this.runs.length; i++) {
      if (runs.contains(this.runs[i])) {
        copied.set(all.get(i).start(), all.get(i + AskedWords.RUN - 1).end());
      }
    }
    return copied;
  }

  private static BitSet masked(Reading cv, VisibleText text) {
    var masked = new BitSet();
    for (var fact : contactFacts(cv)) {
      masked.set(fact.passage().start(), fact.passage().end());
    }
    var name = cv.profile().contact().name();
    if (name != null) {
      maskAll(name, text.text(), masked);
    }
    return masked;
  }

  // The name stands in footers and headings of further pages too.
  private static void maskAll(Fact<String> name, String text, BitSet masked) {
    var wanted = name.passage().quote().toLowerCase(Locale.ROOT);
    var within = text.toLowerCase(Locale.ROOT);
    if (wanted.isBlank() || within.length() != text.length()) {
      return;
    }
    for (int at = within.indexOf(wanted); at >= 0; at = within.indexOf(wanted, at + 1)) {
      masked.set(at, at + wanted.length());
    }
  }

  /// Index after the last line with contact data above the first section; what stands between them
  /// is a name, an address, an age.
  private static int headerEnd(Reading cv, VisibleText text) {
    int section = firstSection(cv);
    int header = 0;
    for (var fact : contactFacts(cv)) {
      int line = text.lineAt(fact.passage().start());
      if (fact.passage().start() < section && line < HEADER_LINES) {
        header = Math.max(header, text.line(line).end());
      }
    }
    return header;
  }

  private static int firstSection(Reading cv) {
    var profile = cv.profile();
    var starts = new ArrayList<Integer>();
    if (profile.summary() != null) {
      starts.add(profile.summary().start());
    }
    profile.work().forEach(work -> starts.add(work.whole().start()));
    profile.education().forEach(education -> starts.add(education.whole().start()));
    return starts.stream().min(Comparator.naturalOrder()).orElse(Integer.MAX_VALUE);
  }

  private static List<Fact<String>> contactFacts(Reading cv) {
    var contact = cv.profile().contact();
    var facts = new ArrayList<Fact<String>>(contact.emails());
    facts.addAll(contact.phones());
    if (contact.location() != null) {
      facts.add(contact.location());
    }
    if (contact.name() != null) {
      facts.add(contact.name());
    }
    return facts;
  }
}
