package dev.shortlist.skills;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What people can do in all kinds of work, and what those kinds are called.
///
/// Thread-safe; it never changes. The data are text files under `dev/shortlist/skills/`, written
/// for people to read and extend.
public final class Taxonomy {
  private final Sources sources;
  private final Map<String, Skill> skills = new LinkedHashMap<>();
  private final Map<String, String> fields = new HashMap<>();
  private final Phrases<String> names = new Phrases<>();
  private final Relations relations = new Relations();
  private volatile @Nullable Occupations occupations;
  private final List<String> problems = new ArrayList<>();

  private Taxonomy(Sources sources) {
    this.sources = sources;
    var entries = sources.skills();
    var groups = new HashMap<String, Integer>();
    for (var entry : entries) {
      name(entry, groups.computeIfAbsent(entry.field(), _ -> groups.size()));
    }
    names.ready();
    problems.addAll(names.ambiguities());
    for (var entry : entries) {
      var skill = skill(entry);
      skills.put(skill.id(), skill);
      relate(entry, skill);
    }
    complain();
    Parents.check(skills.values());
  }

  private void complain() {
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
  }

  // Reading CVs needs none, so they are read when first asked for.
  private Occupations known() {
    var before = occupations;
    return before == null ? read() : before;
  }

  private synchronized Occupations read() {
    var before = occupations;
    if (before != null) {
      return before;
    }
    var made = new Occupations(sources.occupations(), this::idOf, problems::add);
    complain();
    occupations = made;
    return made;
  }

  /// The taxonomy that comes with the project.
  public static Taxonomy standard() {
    return Standard.TAXONOMY;
  }

  /// This taxonomy with more skills, in the format of the data files.
  ///
  /// @throws IllegalArgumentException naming the line, if a line is not understood or gives a name
  ///   a second meaning without a rule
  public Taxonomy extendedBy(String lines) {
    return new Taxonomy(sources.and(lines));
  }

  /// Year, month and a hash over all data: equal versions find equal skills.
  public String version() {
    return sources.version();
  }

  public Collection<Skill> skills() {
    return Collections.unmodifiableCollection(skills.values());
  }

  public Optional<Skill> find(String id) {
    return Optional.ofNullable(skills.get(id));
  }

  /// The skill with this name, whatever the context; capitals, plural and British or American
  /// spelling make no difference.
  public Optional<Skill> named(String nameOrAlias) {
    return names.named(nameOrAlias).flatMap(this::find);
  }

  /// The field of work whose file lists the skill: `health`; empty for an unknown skill.
  public Optional<String> fieldOf(String skill) {
    return Optional.ofNullable(fields.get(skill));
  }

  /// Every place in `text` that names a skill: the longest names, none over another, in the order
  /// of the text. Ambiguous names count only where their rule in the data says so.
  public List<SkillMention> mentions(String text) {
    return names.find(text).stream()
        .map(hit -> new SkillMention(hit.value(), hit.start(), hit.end(), !hit.canonical()))
        .toList();
  }

  /// How the skill `found` stands to the skill `asked`; both are ids.
  public Relation relation(String asked, String found) {
    return relations.between(asked, found);
  }

  public List<Occupation> occupations() {
    return known().list();
  }

  public Optional<Occupation> findOccupation(String id) {
    return known().find(id);
  }

  /// The occupation a job title names: the whole title without seniority, grade and gender marks,
  /// or else the longest title it contains; absent if it contains none.
  public Optional<Occupation> occupation(String title) {
    return known().named(title);
  }

  /// A title that names the role first, the usual way round: `Human Resources Manager` of `Manager,
  /// Human Resources`; absent for other titles, and where no occupation is called so.
  public Optional<String> usualTitle(String title) {
    return known().usual(title);
  }

  /// Whether the words name a role and no work, as `Manager` and `Senior consultant` do.
  public boolean isRole(String words) {
    return known().isRole(words);
  }

  /// How near two occupations are, 0 to 1, by their ids; the same either way round.
  ///
  /// 1 for the same, the strength in the data for near ones, the product over one in between times
  /// 0.8, and at least 0.15 within a field of work.
  public double occupationNearness(String one, String other) {
    return known().nearness(one, other);
  }

  private void name(SkillFile.Entry entry, int group) {
    if (fields.put(entry.id(), entry.field()) != null) {
      problems.add("skill " + entry.id() + " is there twice");
    }
    names.add(entry.id(), entry.name().text(), entry.name().rule(), true, group);
    for (var alias : entry.aliases()) {
      names.add(entry.id(), alias.text(), alias.rule(), false, group);
    }
  }

  private Skill skill(SkillFile.Entry entry) {
    var aliases = new LinkedHashSet<String>();
    entry.aliases().forEach(alias -> aliases.add(alias.text()));
    var parents = new LinkedHashSet<String>();
    entry.parents().forEach(parent -> parents.add(idOf(parent)));
    return new Skill(
        entry.id(), entry.name().text(), entry.kind(), List.copyOf(aliases), List.copyOf(parents));
  }

  private void relate(SkillFile.Entry entry, Skill skill) {
    for (String parent : skill.parents()) {
      relations.parent(skill.id(), parent);
    }
    for (var link : entry.links()) {
      relations.link(skill.id(), idOf(link.name()), link.strength());
    }
    if (entry.siblings() > 0) {
      relations.siblings(skill.id(), entry.siblings());
    }
  }

  private String idOf(String name) {
    var id = Slug.of(name);
    if (fields.containsKey(id)) {
      return id;
    }
    var named = names.named(name);
    if (named.isEmpty()) {
      problems.add("no skill is called " + name);
    }
    return named.orElse(id);
  }

  private static final class Standard {
    static final Taxonomy TAXONOMY = new Taxonomy(Sources.standard());
  }
}
