package dev.shortlist.skills;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Checks that broader skills exist and that none is broader than itself.
final class Parents {
  private final Map<String, Skill> skills = new HashMap<>();
  private final Set<String> sound = new HashSet<>();

  private Parents(Collection<Skill> all) {
    all.forEach(skill -> skills.put(skill.id(), skill));
  }

  static void check(Collection<Skill> all) {
    var parents = new Parents(all);
    all.forEach(skill -> parents.climb(skill, new HashSet<>()));
  }

  private void climb(Skill skill, Set<String> below) {
    if (sound.contains(skill.id())) {
      return;
    }
    if (!below.add(skill.id())) {
      throw new IllegalArgumentException("skill " + skill.id() + " is broader than itself");
    }
    for (String id : skill.parents()) {
      var parent = skills.get(id);
      if (parent == null) {
        throw new IllegalArgumentException(
            "skill %s has an unknown parent %s".formatted(skill.id(), id));
      }
      climb(parent, below);
    }
    below.remove(skill.id());
    sound.add(skill.id());
  }
}
