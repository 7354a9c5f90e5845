package dev.shortlist.pool;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.match.Answer;
import dev.shortlist.match.Weights;
import dev.shortlist.screening.Readings;
import dev.shortlist.terms.Engines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// All people whose CVs an account keeps. What is said of them is told from stored readings: no
/// file is opened. Of each person the newest CV counts, in its newest reading.
@Component
public class Pool {
  private static final int AT_ONCE = 50;

  /// The newest reading of each person; a CV of nobody known stands for itself. A correction that
  /// was taken back left a reading nobody refers to any more.
  static final String NEWEST =
      """
      with newest as (
        select distinct on (
                 c.candidate_id, case when c.candidate_id is null then r.document_hash end collate "C")
               r.id, r.document_hash
          from reading r
          join document d on d.account_id = :account and d.hash = r.document_hash
          left join candidate_document c
            on c.account_id = :account and c.document_hash = r.document_hash
         where r.account_id = :account
           and (position(' corrected ' in r.version) = 0
                or exists (select from application a
                            where a.account_id = r.account_id and a.document_hash = r.document_hash
                              and a.reading_id = r.id))
         order by c.candidate_id,
               case when c.candidate_id is null then r.document_hash end collate "C",
               d.created_at desc, d.hash collate "C", r.created_at desc, r.id desc)
      """;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Readings readings;
  private final Engines engines;

  Pool(JdbcClient jdbc, Tenancy tenancy, Readings readings, Engines engines) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.readings = readings;
    this.engines = engines;
  }

  /// How a part of the pool answers each requirement.
  ///
  /// @param cvs number of CVs that were looked at: the newest
  /// @param all number of CVs in the pool
  /// @param answers how many of them answer in which way, by the id of the requirement
  public record Shown(int cvs, int all, Map<String, Map<Answer, Integer>> answers) {}

  /// Looks how the newest CVs of the pool answer what is asked; nothing is kept.
  ///
  /// @param most how many CVs to look at
  public Shown shown(AccountId account, JobDescription asked, int most) {
    var all = newest(account);
    var looked = all.stream().sorted(Comparator.reverseOrder()).limit(most).toList();
    var matcher = engines.of(account).matcher();
    var answers =
        chunks(looked).parallelStream()
            .flatMap(chunk -> readings.list(account, chunk).stream())
            .map(reading -> matcher.match(reading.reading(), asked, Weights.STANDARD).answers())
            .toList();
    var counts = new TreeMap<String, Map<Answer, Integer>>();
    for (var one : answers) {
      one.forEach((id, answer) ->
          counts
              .computeIfAbsent(id, _ -> new EnumMap<>(Answer.class))
              .merge(answer, 1, Integer::sum));
    }
    return new Shown(looked.size(), all.size(), counts);
  }

  private List<UUID> newest(AccountId account) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(NEWEST + "select id from newest")
                .param("account", account.value())
                .query((row, number) -> Rows.id(row, "id"))
                .list());
  }

  private static List<List<UUID>> chunks(List<UUID> ids) {
    var chunks = new ArrayList<List<UUID>>();
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      chunks.add(List.copyOf(ids.subList(from, Math.min(ids.size(), from + AT_ONCE))));
    }
    return chunks;
  }
}
