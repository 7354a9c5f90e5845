package dev.shortlist.match;

import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.profile.Reading;

/// Scores CVs against job descriptions.
///
/// Deterministic: equal arguments give an equal match on any node, in any locale, in any order.
public interface Matcher {

  /// Scores one CV; the formulas are in `docs/scoring.md`.
  Match match(Reading cv, JobDescription jobDescription, Weights weights);

  /// Names the matcher and its data: equal versions give equal matches.
  String version();
}
