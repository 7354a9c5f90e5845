package dev.shortlist.profile;

import dev.shortlist.profile.Section.Kind;
import dev.shortlist.profile.SkillUse.Mention;
import dev.shortlist.profile.SkillUse.Place;
import dev.shortlist.skills.Languages;
import dev.shortlist.skills.Skill;
import dev.shortlist.skills.SkillMention;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Passage;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Collects the skills a CV names: items of skill lists, and what the taxonomy finds in the text.
final class SkillsReader {
  private static final int MOST_WORDS = 5;
  private static final int LONGEST = 48;

  private final Cv cv;
  private final Taxonomy taxonomy;
  private final SkillRows skillRows;
  private final YearMonth now;
  private final List<SkillMention> found;
  private final Map<String, Named> skills = new LinkedHashMap<>();

  /// End of each stretch of text that was read as an item, or must not be, by its start.
  private final TreeMap<Integer, Integer> taken = new TreeMap<>();

  /// Names of people and organisations, which page headers repeat anywhere.
  private final Set<String> names = new HashSet<>();

  /// Rows that name a group of skills.
  private final Set<Integer> groups = new HashSet<>();

  private record Named(String name, boolean known, List<Mention> mentions) {}

  SkillsReader(Cv cv, Taxonomy taxonomy, Wraps wraps, YearMonth now) {
    this.cv = cv;
    this.taxonomy = taxonomy;
    this.skillRows = new SkillRows(taxonomy, wraps);
    this.now = now;
    this.found = taxonomy.mentions(cv.text().text());
  }

  /// Skills in the order the CV names them, listed ones first.
  ///
  /// @param apart passages that name people, addresses and organisations
  List<SkillUse> read(List<Section> sections, List<Work> work, List<Passage> apart) {
    for (var passage : apart) {
      taken.put(passage.start(), passage.end());
      names.add(Vocabulary.fold(Text.single(passage.quote())));
    }
    for (var section : sections) {
      if (section.heading() >= 0) {
        var heading = cv.rows().get(section.heading()).span();
        taken.put(heading.start(), heading.end());
      }
      if (section.kind() == Kind.SKILLS) {
        var lists = skillRows.in(section.rows(cv));
        groups.addAll(lists.groups());
        lists.rows().forEach(rows -> list(rows, Place.LISTED, true));
      } else {
        labelled(section);
      }
    }
    for (var section : sections) {
      mentions(section);
    }
    return skills.entrySet().stream()
        .map(entry -> use(entry.getKey(), entry.getValue(), work))
        .sorted(Comparator.comparing(SkillsReader::isUnlisted))
        .toList();
  }

  private static boolean isUnlisted(SkillUse skill) {
    return skill.mentions().stream().noneMatch(mention -> mention.place() == Place.LISTED);
  }

  private void labelled(Section section) {
    for (var row : section.rows(cv)) {
      var label = SkillList.label(row.text());
      if (label != null && Headings.named(label) == Kind.SKILLS && !isWholeRow(row, label)) {
        boolean own =
            section.kind() == Kind.TOP
                || section.kind() == Kind.OTHER
                || section.kind() == Kind.SUMMARY;
        list(List.of(row), own ? Place.LISTED : place(section.kind(), row), own);
      }
    }
  }

  private static boolean isWholeRow(Row row, String label) {
    return row.text().length() <= label.length() + 2;
  }

  private void list(List<Row> rows, Place place, boolean withUnknown) {
    var first = rows.getFirst();
    var whole = new Span(first.span().start(), joined(rows));
    if (whole.text().endsWith(":")) {
      return;
    }
    var list = SkillList.unlabelled(whole);
    boolean sentence = Text.words(list.text()) > 7 && !SkillList.isDelimited(list.text());
    if (sentence || isTalk(list.text())) {
      return;
    }
    var items = SkillList.items(list);
    boolean plain = items.stream().allMatch(item -> Text.words(item.span().text()) <= MOST_WORDS);
    for (var item : items) {
      item(item, place, withUnknown && plain);
    }
  }

  private String joined(List<Row> rows) {
    int start = rows.getFirst().span().start();
    int end = Math.max(start, rows.getLast().span().end());
    return cv.text().text().substring(start, end);
  }

  /// Sentences have few commas for their words.
  private static boolean isTalk(String text) {
    int words = Text.words(text);
    if (words < 9) {
      return false;
    }
    int items = SkillList.items(new Span(0, text)).size();
    return words > items * 4.5;
  }

  private void item(SkillList.Item item, Place place, boolean withUnknown) {
    var span = item.span();
    String words = Text.single(span.text());
    if (words.length() > LONGEST || Text.words(words) > MOST_WORDS) {
      return;
    }
    var known = taxonomy.named(words);
    if (known.isPresent()) {
      add(known.get(), span, place);
      return;
    }
    var parts = within(span);
    if (parts.size() > 1 || (parts.size() == 1 && covered(parts, span) < 0.34)) {
      boolean most = covered(parts, span) >= 0.6;
      if (most || parts.size() == 1 || !withUnknown) {
        return;
      }
    }
    if (parts.size() == 1) {
      taxonomy.find(parts.getFirst().skill()).ifPresent(skill -> add(skill, span, place));
    } else if (withUnknown && isPlausible(words, item.inner())) {
      unknown(words, span, place);
    }
  }

  private boolean isPlausible(String words, boolean inner) {
    int count = Text.words(words);
    boolean starts = Character.isLetter(words.charAt(0)) || words.charAt(0) == '.';
    boolean letters = words.codePoints().filter(Character::isLetter).count() >= 2 || count == 1;
    return count <= 4
        && starts
        && letters
        && !words.endsWith(":")
        && !names.contains(Vocabulary.fold(words))
        && Languages.standard().named(words).isEmpty()
        && (!inner || Text.isCaps(words) || count == 1);
  }

  private List<SkillMention> within(Span span) {
    int low = 0;
    int high = found.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (found.get(middle).start() < span.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    var within = new ArrayList<SkillMention>();
    for (int i = low; i < found.size() && found.get(i).start() < span.end(); i++) {
      if (found.get(i).end() <= span.end()) {
        within.add(found.get(i));
      }
    }
    return within;
  }

  private static double covered(List<SkillMention> parts, Span span) {
    int letters = parts.stream().mapToInt(part -> part.end() - part.start()).sum();
    return (double) letters / span.text().length();
  }

  private void mentions(Section section) {
    for (var row : section.rows(cv)) {
      for (var mention : within(row.span())) {
        if (!isTaken(mention) && !isHost(mention)) {
          int from = mention.start() - row.span().start();
          var span = row.span().sub(from, from + mention.end() - mention.start());
          var place = isInLabel(span, row) ? Place.OTHER : place(section.kind(), row);
          taxonomy.find(mention.skill()).ifPresent(skill -> add(skill, span, place));
        }
      }
    }
  }

  /// Whether `span` is in the name of a group of skills rather than in the list of them.
  private boolean isInLabel(Span span, Row row) {
    return groups.contains(row.index()) || span.end() <= SkillList.unlabelled(row.span()).start();
  }

  /// `linkedin.com/in/someone` is an address, not a skill.
  private boolean isHost(SkillMention mention) {
    String text = cv.text().text();
    return text.startsWith(".com/", mention.end()) || text.startsWith(".org/", mention.end());
  }

  private boolean isTaken(SkillMention mention) {
    var before = taken.floorEntry(mention.start());
    return before != null && mention.end() <= before.getValue();
  }

  private void add(Skill skill, Span span, Place place) {
    add(skill.id(), skill.name(), true, span, place);
  }

  private void unknown(String words, Span span, Place place) {
    add(words.toLowerCase(Locale.ROOT), words, false, span, place);
  }

  private void add(String id, String name, boolean known, Span span, Place place) {
    if (!isTaken(new SkillMention(id, span.start(), span.end(), false))) {
      taken.put(span.start(), span.end());
      skills
          .computeIfAbsent(id, _ -> new Named(name, known, new ArrayList<>()))
          .mentions
          .add(new Mention(cv.passage(span), place));
    }
  }

  private SkillUse use(String id, Named named, List<Work> work) {
    var periods = new ArrayList<Period>();
    for (var post : work) {
      var period = post.period();
      if (period != null
          && named.mentions.stream()
              .filter(mention -> mention.place() != Place.EDUCATION)
              .anyMatch(mention -> isIn(mention.passage(), post.whole()))) {
        periods.add(period.value());
      }
    }
    return new SkillUse(
        id, named.name, named.known, named.mentions, Experience.years(periods, now), last(periods));
  }

  private static boolean isIn(Passage passage, Passage whole) {
    return passage.start() >= whole.start() && passage.end() <= whole.end();
  }

  static @Nullable YearMonth last(List<Period> periods) {
    YearMonth last = null;
    for (var period : periods) {
      var end = period.end() == null ? period.start() : period.end();
      if (end != null && (last == null || end.isAfter(last))) {
        last = end;
      }
    }
    return last;
  }

  private static Place place(Kind kind, Row row) {
    var place = place(kind);
    return place == Place.WORK && Training.isIn(row.text()) ? Place.EDUCATION : place;
  }

  private static Place place(Kind kind) {
    return switch (kind) {
      case SKILLS -> Place.LISTED;
      case WORK -> Place.WORK;
      case PROJECTS -> Place.PROJECT;
      case EDUCATION -> Place.EDUCATION;
      case TOP,
          LANGUAGES,
          CERTIFICATES,
          SUMMARY,
          VOLUNTEERING,
          AWARDS,
          PUBLICATIONS,
          INTERESTS,
          REFERENCES,
          CONTACT,
          OTHER ->
          Place.OTHER;
    };
  }
}
