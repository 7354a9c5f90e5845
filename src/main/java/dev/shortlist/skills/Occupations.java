package dev.shortlist.skills;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// All occupations, by their titles and by how near they are.
final class Occupations {
  private static final double BETWEEN = 0.8;
  private static final double SAME_FIELD = 0.15;

  private final Map<String, Occupation> byId = new LinkedHashMap<>();
  private final Map<String, Map<String, Double>> near = new HashMap<>();
  private final Consumer<String> problem;
  private final Phrases<String> titles = new Phrases<>();
  private final TurnedTitles turned;

  /// @param skillId turns the name of a skill into its id
  /// @param problem is told what is wrong with the data
  Occupations(
      List<OccupationFile.Entry> entries, UnaryOperator<String> skillId, Consumer<String> problem) {
    this.problem = problem;
    for (var entry : entries) {
      if (near.put(entry.id(), new HashMap<>()) != null) {
        problem.accept("occupation " + entry.id() + " is there twice");
      }
      titles.add(entry.id(), entry.name().text(), entry.name().rule(), true, 0);
      entry.titles().forEach(title -> titles.add(entry.id(), title.text(), title.rule(), false, 0));
    }
    titles.ready();
    titles.ambiguities().forEach(problem);
    group(entries);
    entries.forEach(this::link);
    entries.forEach(entry -> byId.put(entry.id(), occupation(entry, skillId)));
    turned =
        new TurnedTitles(
            entries.stream()
                .map(entry ->
                    Stream.concat(Stream.of(entry.name()), entry.titles().stream())
                        .map(Alias::text)
                        .toList())
                .toList());
  }

  private void group(List<OccupationFile.Entry> entries) {
    var groups = new HashMap<String, List<OccupationFile.Entry>>();
    for (var entry : entries) {
      var before = groups.computeIfAbsent(entry.group(), _ -> new ArrayList<>());
      if (!entry.group().isEmpty()) {
        before.forEach(other -> link(entry.id(), other.id(), entry.groupStrength()));
      }
      before.add(entry);
    }
  }

  private void link(OccupationFile.Entry entry) {
    for (var link : entry.near()) {
      link(entry.id(), idOf(link.name()), link.strength());
    }
  }

  private void link(String one, String other, double strength) {
    near.computeIfAbsent(one, _ -> new HashMap<>()).merge(other, strength, Math::max);
    near.computeIfAbsent(other, _ -> new HashMap<>()).merge(one, strength, Math::max);
  }

  private String idOf(String name) {
    var id = Slug.of(name);
    if (near.containsKey(id)) {
      return id;
    }
    var named = titles.named(name);
    if (named.isEmpty()) {
      problem.accept("no occupation is called " + name);
    }
    return named.orElse(id);
  }

  private Occupation occupation(OccupationFile.Entry entry, UnaryOperator<String> skillId) {
    return new Occupation(
        entry.id(),
        entry.name().text(),
        entry.titles().stream().map(Alias::text).toList(),
        near.getOrDefault(entry.id(), Map.of()).entrySet().stream()
            .sorted(
                Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList(),
        entry.field(),
        entry.duties(),
        entry.skills().stream().map(skillId).distinct().toList());
  }

  List<Occupation> list() {
    return List.copyOf(byId.values());
  }

  Optional<Occupation> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  Optional<Occupation> named(String title) {
    for (String form : Titles.forms(title)) {
      var found = longest(titles.find(form));
      if (found.isPresent()) {
        return found.map(byId::get);
      }
    }
    return Optional.empty();
  }

  Optional<String> usual(String title) {
    return turned.usual(title).filter(usual -> named(usual).isPresent());
  }

  boolean isRole(String words) {
    return turned.isRole(words);
  }

  // Of titles with as many words the first: "Cook / cleaner" is a cook.
  private static Optional<String> longest(List<Phrases.Hit<String>> hits) {
    return hits.stream()
        .sorted(Comparator.comparingInt(hit -> -hit.words()))
        .findFirst()
        .map(Phrases.Hit::value);
  }

  double nearness(String one, String other) {
    if (one.equals(other)) {
      return 1;
    }
    var first = near.getOrDefault(one, Map.of());
    var second = near.getOrDefault(other, Map.of());
    double best = Math.max(first.getOrDefault(other, 0.0), sameField(one, other) ? SAME_FIELD : 0);
    for (var between : first.entrySet()) {
      double onward = second.getOrDefault(between.getKey(), 0.0);
      best = Math.max(best, between.getValue() * onward * BETWEEN);
    }
    return best;
  }

  private boolean sameField(String one, String other) {
    var first = byId.get(one);
    var second = byId.get(other);
    return first != null && second != null && first.field().equals(second.field());
  }
}
