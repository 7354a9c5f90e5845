package dev.shortlist.jobdescription;

import dev.shortlist.skills.Occupation;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Line;
import dev.shortlist.text.Passage;
import dev.shortlist.text.VisibleText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a job description: what is asked, how much it matters, and which sentence says so.
///
/// Understands English best, German and French well enough for ordinary posts. Deterministic and
/// thread-safe. Time and memory grow with the length of the text, of which the first 60,000
/// characters are read.
public final class JobDescriptionReader {
  private static final String VERSION = "jd-9";
  private static final int CHARACTERS = 60_000;
  private static final int MOST_DUTIES = 80;
  private static final int LONGEST_DUTY = 400;
  private static final int LONGEST_REST = 25;

  /// A sentence of prose with no more words tells no duty: "Young, dynamic team!"
  private static final int FEW = 3;

  /// A sentence of a prose post that is kept in its own words when nothing in it is known.
  private static final int SHORT = 90;

  private static final Pattern NO_DUTY =
      Pattern.compile(
          "\\bduties as (?:assigned|required|needed)|\\bother (?:projects|tasks|duties)\\b|^(?:n/?a|none|show (?:less|more))\\W*$",
          Roles.FLAGS);

  // "A Master's degree may substitute for one year of experience" asks for neither.
  private static final Pattern SUBSTITUTE =
      Pattern.compile("\\b(?:may|can|will) (?:be )?substitut", Roles.FLAGS);

  // `the Copperfield mission` names the house
  private static final Pattern OF_HOUSE =
      Pattern.compile(
          "(?<!\\p{L})(\\p{Lu}[\\p{L}\\p{N}]+)(?:['’]s)? (?:mission|vision|values|family|culture|brand|story|(?:management|leadership) team)\\b");

  private static final Pattern INSTEAD =
      Pattern.compile(
          "\\b(?:or|oder|ou|o) (?:(?:at least|a minimum of|minimum|mindestens|au moins|equivalent|have) )?$",
          Roles.FLAGS);

  private final Taxonomy taxonomy;
  private final Headings headings = new Headings();
  private final Breaks breaks;
  private final Sentences sentences;
  private final Roles roles;
  private final SkillNeeds skills;
  private final ExperienceNeeds experience = new ExperienceNeeds();
  private final DegreeNeeds degrees = new DegreeNeeds();
  private final LanguageNeeds languages = new LanguageNeeds();
  private final ConditionNeeds conditions = new ConditionNeeds();
  private final Wordings wordings = new Wordings();
  private final ConcernFinder concerns = new ConcernFinder();
  private final TitleFinder titles;
  private final LikelyOccupation likely;

  public JobDescriptionReader(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
    this.breaks = new Breaks(headings, word -> taxonomy.named(word).isPresent());
    this.sentences = new Sentences(headings, breaks);
    this.roles = new Roles(breaks);
    this.skills = new SkillNeeds(taxonomy);
    this.likely = new LikelyOccupation(taxonomy);
    this.titles = new TitleFinder(taxonomy, headings, breaks);
  }

  /// Versions of this reader and its taxonomy: equal versions read equal texts alike.
  public String version() {
    return VERSION + "+" + taxonomy.version();
  }

  /// Reads a post.
  ///
  /// @param title the post's name if it is known apart from the text; it is cleaned of company,
  ///   place and gender marks
  /// @return requirements are empty if the text asks for nothing, which the caller should say
  public JobDescription read(@Nullable String title, VisibleText text) {
    var all = sentences.of(text, CHARACTERS);
    var lines =
        text.lines().stream().limit(60).map(Line::text).map(JobDescriptionReader::start).toList();
    var sorted =
        listed(all.stream().map(sentence -> new Sorted(sentence, roles.of(sentence))).toList());
    String found = titles.title(title, lines, all);
    String name =
        found.equals(TitleFinder.UNTITLED)
            ? likely(sorted).map(Occupation::name).orElse(found)
            : found;
    var card = card(name, sorted);
    var requirements = card.requirements(text, name);
    return new JobDescription(
        name,
        text,
        duties(sorted, name),
        Seniorities.of(name, all, requirements),
        occupation(name, requirements),
        requirements,
        concerns.in(text, all, name, requirements, card.disputes()),
        version());
  }

  // "Branch manager" is another one in a bank: what the experience should be in tells which.
  private @Nullable String occupation(String name, List<Requirement> requirements) {
    int comma = name.indexOf(',');
    var plain =
        taxonomy
            .usualTitle(name)
            .flatMap(taxonomy::occupation)
            .or(() -> taxonomy.occupation(name))
            .or(() -> comma < 0 ? Optional.empty() : taxonomy.occupation(name.substring(0, comma)));
    var inField =
        requirements.stream()
            .map(one -> one.need() instanceof Need.Experience need ? need.field() : null)
            .filter(Objects::nonNull)
            .findFirst()
            .flatMap(field -> taxonomy.occupation(name + ", " + field))
            .filter(occupation -> isCalled(occupation, name));
    return inField.or(() -> plain).map(Occupation::id).orElse(null);
  }

  private static boolean isCalled(Occupation occupation, String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return occupation.titles().stream()
        .anyMatch(title -> lower.contains(title.toLowerCase(Locale.ROOT)));
  }

  private Optional<Occupation> likely(List<Sorted> sorted) {
    return likely.of(
        sorted.stream()
            .filter(one -> one.role() != Role.OTHER)
            .map(one -> one.sentence().text())
            .toList());
  }

  /// Reads a post of which some requirements were stated apart from its text. They stand below the
  /// text; years of experience are a gate.
  public JobDescription read(@Nullable String title, String text, Stated stated) {
    var below = stated.below(text);
    if (stated.years() == 0) {
      return read(title, VisibleText.of(below));
    }
    var read = read(title, VisibleText.of(below));
    var whole = VisibleText.of(below + "\n\n" + stated.yearsLine());
    return new JobDescription(
        read.title(),
        whole,
        read.duties(),
        read.seniority(),
        read.occupation(),
        withGate(read.requirements(), stated.years(), whole.line(whole.lines().size() - 1)),
        read.concerns(),
        read.version());
  }

  private static List<Requirement> withGate(
      List<Requirement> requirements, int years, Passage asked) {
    var need = new Need.Experience(years, null);
    var all = new ArrayList<>(requirements);
    all.add(
        new Requirement(
            "r" + (all.size() + 1),
            Labels.experience(need, "in"),
            need,
            Importance.GATE,
            1,
            asked));
    return all;
  }

  private record Sorted(Sentence sentence, Role role) {}

  // A list without a heading in which something is asked asks for all of it, but for what the work
  // is: "Plan ...", "Planning ...".
  private List<Sorted> listed(List<Sorted> sorted) {
    var read = new ArrayList<Sorted>();
    for (int from = 0; from < sorted.size(); ) {
      int to = from + 1;
      while (to < sorted.size() && isListed(sorted.get(from)) && isListed(sorted.get(to))) {
        to++;
      }
      var list = sorted.subList(from, to);
      long asks =
          list.stream().filter(one -> one.role() == Role.ASK || one.role() == Role.WISH).count();
      boolean asked = list.size() > 2 && asks > 1 && 3 * asks >= list.size();
      list.forEach(one -> read.add(asked ? asked(one) : one));
      from = to;
    }
    return read;
  }

  private static boolean isListed(Sorted one) {
    return one.sentence().bullet() && one.sentence().section() == Section.INTRODUCTION;
  }

  private Sorted asked(Sorted one) {
    var text = one.sentence().text();
    int space = text.indexOf(' ');
    boolean duty = breaks.verb(space < 0 ? text : text.substring(0, space));
    boolean open = one.role() == Role.DUTY || one.role() == Role.PROSE;
    return open && !duty ? new Sorted(one.sentence(), Role.ASK) : one;
  }

  private Card card(String title, List<Sorted> sorted) {
    var card = new Card(taxonomy);
    var house = namesOfTheHouse(sorted, title);
    for (var one : sorted) {
      if (!one.sentence().text().equals(title)) {
        found(one, house).forEach(found -> card.add(one.sentence(), one.role(), found));
      }
    }
    card.dropProse();
    named(title, sorted).forEach(found -> card.addOfTitle(found.sentence(), found.found()));
    return card;
  }

  private record Named(Sentence sentence, Found found) {}

  // Who looks for an "ASP.NET developer" asks for ASP.NET.
  private List<Named> named(String title, List<Sorted> sorted) {
    var tools = new ArrayList<Named>();
    for (var found : skills.tools(title)) {
      String name = title.substring(found.start(), found.end());
      sorted.stream()
          .map(Sorted::sentence)
          .filter(sentence -> sentence.text().contains(name))
          .findFirst()
          .ifPresent(sentence -> tools.add(new Named(sentence, found)));
    }
    return tools;
  }

  private List<Found> found(Sorted one, Set<String> house) {
    var sentence = one.sentence();
    var emphasis =
        one.role() == Role.WISH ? Emphasis.wish(sentence.text()) : Emphasis.of(sentence.text());
    var found = new ArrayList<Found>(conditions.in(sentence, one.role(), emphasis));
    switch (one.role()) {
      case ASK, WISH -> asked(one, emphasis, house, found);
      case DUTY, PROSE ->
          addAll(
              skills.in(sentence.text(), List.of(), emphasis).stream()
                  .filter(skill -> skill.need() instanceof Need.Skill)
                  .toList(),
              found);
      case OTHER -> {}
    }
    return found;
  }

  private void asked(Sorted one, Emphasis emphasis, Set<String> house, List<Found> found) {
    var sentence = one.sentence();
    String text = sentence.text();
    if (SUBSTITUTE.matcher(text).find()) {
      return;
    }
    var degree = degrees.in(text, emphasis);
    var years =
        Years.in(text).stream().filter(span -> degree.isEmpty() || !isInstead(text, span)).toList();
    var spoken = languages.in(sentence, one.role(), emphasis);
    var able = skills.in(text, years, emphasis);
    addAll(degree, found);
    addAll(spoken, found);
    addAll(able, found);
    addAll(experience.in(text, years, able, emphasis), found);
    boolean listed =
        sentence.section() == Section.REQUIRED || sentence.section() == Section.PREFERRED;
    boolean worded = sentence.bullet() || text.length() < SHORT || (listed && roles.asks(text));
    var known = withFields(house, found);
    var names = wordings.names(text, List.copyOf(found), known, emphasis);
    boolean whole = listed || sentence.bullet() || names.isEmpty();
    if (found.isEmpty() && worded && whole && !concerns.unlawful(text)) {
      found.addAll(wordings.whole(text, emphasis));
    } else {
      if (listed || one.role() == Role.ASK) {
        found.addAll(wordings.items(text, List.copyOf(found), emphasis));
      }
      found.addAll(wordings.names(text, List.copyOf(found), known, emphasis));
    }
  }

  // What the experience should be in is asked for already.
  private static Set<String> withFields(Set<String> names, List<Found> found) {
    var known = new HashSet<>(names);
    for (var one : found) {
      if (one.need() instanceof Need.Experience need && need.field() != null) {
        known.addAll(List.of(need.field().split(" ", -1)));
      }
    }
    return known;
  }

  // "A degree or ten years in the work" asks for one of them.
  private static boolean isInstead(String text, Years span) {
    return INSTEAD.matcher(text.substring(0, span.start())).find();
  }

  // Of two needs in the same words the one found first stands: a condition before a skill.
  private static void addAll(List<Found> more, List<Found> found) {
    var before = List.copyOf(found);
    for (var one : more) {
      if (before.stream()
          .noneMatch(other -> one.start() < other.end() && other.start() < one.end())) {
        found.add(one);
      }
    }
  }

  // The employer's name stands in its own praise too.
  private static Set<String> namesOfTheHouse(List<Sorted> sorted, String title) {
    var names = new HashSet<String>();
    for (var one : sorted) {
      if (one.role() == Role.OTHER || one.role() == Role.PROSE) {
        names.addAll(List.of(one.sentence().text().split("[^\\p{L}\\p{N}+#./-]+", -1)));
      }
    }
    for (var one : sorted) {
      OF_HOUSE.matcher(one.sentence().text()).results().forEach(name -> names.add(name.group(1)));
    }
    names.addAll(List.of(title.split(" ", -1)));
    return names;
  }

  private static List<String> duties(List<Sorted> sorted, String title) {
    var duties = words(sorted, title, Role.DUTY);
    return duties.isEmpty()
        ? words(sorted, title, Role.PROSE).stream().filter(text -> !Roles.ofUs(text)).toList()
        : duties;
  }

  private static boolean isRemark(String text) {
    return Character.isUpperCase(text.charAt(0)) && text.split(" ", FEW + 1).length <= FEW;
  }

  // "LINE COOK - evenings and weekends" names the post and tells no duty.
  private static boolean isTitle(String text, String title) {
    return text.toLowerCase(Locale.ROOT).startsWith(title.toLowerCase(Locale.ROOT))
        && text.length() < title.length() + LONGEST_REST;
  }

  private static List<String> words(List<Sorted> sorted, String title, Role role) {
    return sorted.stream()
        .filter(one -> one.role() == role)
        .map(one -> one.sentence().text())
        .filter(text -> text.contains(" ") && !text.endsWith(":") && !NO_DUTY.matcher(text).find())
        .filter(text -> !isTitle(text, title))
        .filter(text -> role != Role.PROSE || !isRemark(text))
        .map(text -> text.length() > LONGEST_DUTY ? text.substring(0, LONGEST_DUTY) : text)
        .distinct()
        .limit(MOST_DUTIES)
        .toList();
  }

  private static String start(String line) {
    return line.length() > 400 ? line.substring(0, 400) : line;
  }
}
