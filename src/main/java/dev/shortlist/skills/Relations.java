package dev.shortlist.skills;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How skills stand to each other, over parents, links and siblings.
///
/// - Below the asked skill: 0.95 for each step down.
/// - Above it: 0.4 for the first step up, half of that for each further step.
/// - Beside it: the strength in the data of a link, or of siblings below a common parent; then 0.95
///   for each step down from there; and 0.4 of that where the link is the parent's.
///
/// The strongest way counts; under 0.2 there is no relation.
final class Relations {
  private static final double DOWN = 0.95;
  private static final double UP = 0.4;
  private static final double FURTHER_UP = 0.5;
  private static final double LEAST = 0.2;

  private final Map<String, List<String>> parents = new HashMap<>();
  private final Map<String, List<String>> children = new HashMap<>();
  private final Map<String, Map<String, Double>> links = new HashMap<>();
  private final Map<String, Double> siblings = new HashMap<>();
  private final Map<String, Map<String, Relation>> known = new ConcurrentHashMap<>();

  void parent(String child, String parent) {
    parents.computeIfAbsent(child, _ -> new ArrayList<>()).add(parent);
    children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(child);
  }

  void link(String one, String other, double strength) {
    links.computeIfAbsent(one, _ -> new HashMap<>()).merge(other, strength, Math::max);
    links.computeIfAbsent(other, _ -> new HashMap<>()).merge(one, strength, Math::max);
  }

  void siblings(String parent, double strength) {
    siblings.put(parent, strength);
  }

  Relation between(String asked, String found) {
    if (asked.equals(found)) {
      return SAME;
    }
    return known.computeIfAbsent(asked, this::around).getOrDefault(found, Relation.NONE);
  }

  private static final Relation SAME = new Relation(Relation.Kind.SAME, 1);

  private Map<String, Relation> around(String asked) {
    var around = new HashMap<String, Relation>();
    down(asked, 1, Relation.Kind.NARROWER, around);
    up(asked, UP, around);
    beside(asked, 1, around);
    for (String parent : parentsOf(asked)) {
      linked(parent, UP, around);
    }
    around.remove(asked);
    return Map.copyOf(around);
  }

  private void down(
      String skill, double strength, Relation.Kind kind, Map<String, Relation> around) {
    for (String child : children.getOrDefault(skill, List.of())) {
      if (keep(child, strength * DOWN, kind, around)) {
        down(child, strength * DOWN, kind, around);
      }
    }
  }

  private void up(String skill, double strength, Map<String, Relation> around) {
    for (String parent : parentsOf(skill)) {
      if (keep(parent, strength, Relation.Kind.BROADER, around)) {
        up(parent, strength * FURTHER_UP, around);
      }
    }
  }

  private void beside(String skill, double share, Map<String, Relation> around) {
    linked(skill, share, around);
    for (String parent : parentsOf(skill)) {
      double strength = siblings.getOrDefault(parent, 0.0);
      for (String sibling : children.getOrDefault(parent, List.of())) {
        if (!sibling.equals(skill)) {
          related(sibling, strength * share, around);
        }
      }
    }
  }

  private void linked(String skill, double share, Map<String, Relation> around) {
    links
        .getOrDefault(skill, Map.of())
        .forEach((other, strength) -> related(other, strength * share, around));
  }

  private void related(String skill, double strength, Map<String, Relation> around) {
    if (keep(skill, strength, Relation.Kind.RELATED, around)) {
      down(skill, strength, Relation.Kind.RELATED, around);
    }
  }

  private boolean keep(
      String skill, double strength, Relation.Kind kind, Map<String, Relation> around) {
    var before = around.get(skill);
    if (strength < LEAST || (before != null && before.strength() >= strength)) {
      return false;
    }
    around.put(skill, new Relation(kind, strength));
    return true;
  }

  private List<String> parentsOf(String skill) {
    return parents.getOrDefault(skill, List.of());
  }
}
