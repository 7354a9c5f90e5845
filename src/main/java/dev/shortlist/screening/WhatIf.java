package dev.shortlist.screening;

import static dev.shortlist.screening.Applications.BEST_FIRST;
import static dev.shortlist.screening.Applications.COLUMNS;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Json;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.match.Dimension;
import dev.shortlist.match.Match;
import dev.shortlist.match.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A ranking as it would be with other weights. It is told from the points of each dimension, which
/// are stored: nothing is read, matched or kept.
@Component
public class WhatIf {
  private static final String REWEIGHTED =
      """
      select %1$s, p.rank, p.former, m.content, r.profile, r.marks
        from (select id, rank, former
                from (select a.id,
                             row_number() over (order by %2$s) as former,
                             row_number() over (order by %3$s) as rank
                        from application a
                        join match m on m.account_id = a.account_id and m.id = a.match_id
                       where a.account_id = :account and a.screening_id = :screening
                         and a.stage = 'COMPLETED') ranked
               order by rank
              offset :offset limit :limit) p
        join application a on a.account_id = :account and a.id = p.id
        join match m on m.account_id = a.account_id and m.id = a.match_id
        join reading r on r.account_id = a.account_id and r.id = a.reading_id
       order by p.rank
      """
          .formatted(
              COLUMNS,
              BEST_FIRST,
              // Summed in the order of Match.reweighted, so that both give the same double.
              BEST_FIRST.replaceFirst(
                  "m\\.total",
                  """
                  ((cast(:technical as double precision) * m.technical_skills
                    + cast(:experience as double precision) * m.experience
                    + cast(:education as double precision) * m.education
                    + cast(:soft as double precision) * m.soft_skills
                    + cast(:culture as double precision) * m.culture) / :sum)\
                  """));

  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  WhatIf(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  /// An application as it would stand.
  ///
  /// @param former place from 1 that it has
  /// @param now place and match that it would have
  public record Moved(int former, RankedApplication now) {}

  /// A page of the ranking as it would be; empty in a screening without job description.
  ///
  /// @param offset number of places to leave out
  public List<Moved> ranking(
      AccountId account, ScreeningId screening, Weights weights, int offset, int limit) {
    return tenancy.inAccount(
        account.value(),
        () ->
            sample(account, screening)
                .map(sample ->
                    page(account, screening, weights, new Asked(sample, weights), offset, limit))
                .orElse(List.of()));
  }

  private List<Moved> page(
      AccountId account,
      ScreeningId screening,
      Weights weights,
      Asked asked,
      int offset,
      int limit) {
    return jdbc.sql(REWEIGHTED)
        .param("account", account.value())
        .param("screening", screening.value())
        .param("technical", asked.weight(Dimension.TECHNICAL_SKILLS))
        .param("experience", asked.weight(Dimension.EXPERIENCE))
        .param("education", asked.weight(Dimension.EDUCATION))
        .param("soft", asked.weight(Dimension.SOFT_SKILLS))
        .param("culture", asked.weight(Dimension.CULTURE))
        .param("sum", asked.sum())
        .param("offset", offset)
        .param("limit", limit)
        .query((row, number) -> {
          var ranked = Applications.ranked(row);
          return new Moved(
              row.getInt("former"),
              new RankedApplication(
                  ranked.rank(),
                  ranked.application(),
                  ranked.profile(),
                  ranked.match().reweighted(weights),
                  ranked.notices()));
        })
        .list();
  }

  /// Any match of the screening: what is asked is the same for all.
  private Optional<Match> sample(AccountId account, ScreeningId screening) {
    return jdbc.sql(
            """
            select m.content
              from application a
              join match m on m.account_id = a.account_id and m.id = a.match_id
             where a.account_id = :account and a.screening_id = :screening
               and a.stage = 'COMPLETED'
             limit 1
            """)
        .param("account", account.value())
        .param("screening", screening.value())
        .query((row, number) -> Json.read(Rows.text(row, "content"), Match.class))
        .optional();
  }

  /// What the dimensions weigh of which the job description asks anything.
  private record Asked(Match sample, Weights weights) {
    double weight(Dimension dimension) {
      return sample.dimension(dimension).asked() ? weights.of(dimension) : 0;
    }

    /// 1 where nothing weighs anything: all points are 0 then.
    double sum() {
      return Math.max(1, Arrays.stream(Dimension.values()).mapToDouble(this::weight).sum());
    }
  }
}
