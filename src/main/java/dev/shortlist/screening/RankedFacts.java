package dev.shortlist.screening;

import dev.shortlist.database.Json;
import dev.shortlist.database.Rows;
import dev.shortlist.match.Match;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What all ranked CVs of a screening showed, best first and as bare numbers: ten thousand take
/// some four megabytes, and are ranked anew within milliseconds.
final class RankedFacts {
  static final String COLUMNS =
      """
      a.id, a.document_hash, m.technical_skills, m.experience, m.education, m.soft_skills,
      m.culture, m.shares, case when m.shares is null then m.content end as content\
      """;

  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Integer> requirements = new HashMap<>();

  /// What is stored of one application.
  ///
  /// @param points of each dimension, in its order
  /// @param shares of each requirement, by its number; one that is not reached is 0
  @SuppressWarnings("ArrayRecordComponent") // of ten thousand rows
  record Row(UUID id, String hash, int former, double[] points, double[] shares) {
    double share(int requirement) {
      return requirement < shares.length ? shares[requirement] : 0;
    }
  }

  /// Adds the next best.
  void add(ResultSet row) throws SQLException {
    var given = new HashMap<String, Double>();
    String content = row.getString("content");
    if (content == null) {
      Json.numbers(Rows.text(row, "shares"), given::put);
    } else {
      given.putAll(Json.read(content, Match.class).shares());
    }
    rows.add(
        new Row(
            Rows.id(row, "id"),
            String.valueOf(row.getString("document_hash")),
            rows.size() + 1,
            new double[] {
              row.getDouble("technical_skills"),
              row.getDouble("experience"),
              row.getDouble("education"),
              row.getDouble("soft_skills"),
              row.getDouble("culture")
            },
            shares(given)));
  }

  private double[] shares(Map<String, Double> given) {
    given.keySet().forEach(name -> requirements.putIfAbsent(name, requirements.size()));
    var shares = new double[requirements.size()];
    given.forEach((name, share) -> shares[number(name)] = share);
    return shares;
  }

  List<Row> rows() {
    return rows;
  }

  /// The number of a requirement that nobody showed is one that no row has.
  int number(String requirement) {
    return requirements.getOrDefault(requirement, Integer.MAX_VALUE);
  }
}
