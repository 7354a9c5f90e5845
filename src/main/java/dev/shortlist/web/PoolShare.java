package dev.shortlist.web;

import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.match.Answer;
import dev.shortlist.pool.Pool;
import java.util.List;
import java.util.Map;

/// How many of the pool meet each requirement of a card.
///
/// @param cvs number of CVs that were looked at; 0 when the pool is empty, so that nothing is known
/// @param all number of CVs in the pool
record PoolShare(int cvs, int all, List<Row> rows) {

  static PoolShare of(JobDescription asked, Pool.Shown shown) {
    return new PoolShare(
        shown.cvs(),
        shown.all(),
        asked.requirements().stream()
            .map(one ->
                new Row(one.id(), shown.cvs(), shown.answers().getOrDefault(one.id(), Map.of())))
            .toList());
  }

  boolean isSample() {
    return cvs < all;
  }

  /// One requirement.
  record Row(String id, int cvs, Map<Answer, Integer> answers) {
    int count(Answer answer) {
      return answers.getOrDefault(answer, 0);
    }

    /// Width of an answer in a bar of 100.
    double share(Answer answer) {
      return cvs == 0 ? 0 : 100.0 * count(answer) / cvs;
    }

    boolean isNobody() {
      return cvs > 0 && count(Answer.MET) + count(Answer.PARTLY) == 0;
    }
  }
}
