package dev.shortlist.jobdescription;

import dev.shortlist.skills.Occupation;
import dev.shortlist.skills.SkillMention;
import dev.shortlist.skills.Taxonomy;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tells the occupation from what the work takes, for posts without a name the taxonomy knows.
///
/// A skill counts more the fewer occupations need it: `ln(occupations / those that need it)`.
final class LikelyOccupation {
  /// Fewer skills in common are chance.
  private static final int LEAST = 3;

  private final Taxonomy taxonomy;
  private final Map<String, Double> weights = new HashMap<>();

  LikelyOccupation(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
    var needed = new HashMap<String, Integer>();
    for (var occupation : taxonomy.occupations()) {
      occupation.skills().forEach(skill -> needed.merge(skill, 1, Integer::sum));
    }
    int all = taxonomy.occupations().size();
    needed.forEach((skill, count) -> weights.put(skill, Math.log((double) all / count)));
  }

  /// The occupation that has most of the skills in `sentences`; absent when none has three.
  Optional<Occupation> of(List<String> sentences) {
    var named = new HashSet<String>();
    for (String sentence : sentences) {
      taxonomy.mentions(sentence).stream().map(SkillMention::skill).forEach(named::add);
    }
    return taxonomy.occupations().stream()
        .filter(one -> one.skills().stream().filter(named::contains).count() >= LEAST)
        .max(Comparator.comparingDouble(one -> share(one, named)));
  }

  private double share(Occupation occupation, Set<String> named) {
    double found = 0;
    double all = 0;
    for (String skill : occupation.skills()) {
      double weight = weights.getOrDefault(skill, 0.0);
      all += weight;
      found += named.contains(skill) ? weight : 0;
    }
    return found / Math.sqrt(all);
  }
}
