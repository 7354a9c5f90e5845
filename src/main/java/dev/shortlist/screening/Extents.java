package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How far many screenings are, however many in two statements.
@Component
public class Extents {
  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  Extents(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  /// How far these screenings are; each has an entry.
  public Map<ScreeningId, Extent> of(AccountId account, Collection<Screening> screenings) {
    var ids = screenings.stream().map(one -> one.id().value()).toArray(UUID[]::new);
    return tenancy.inAccount(
        account.value(),
        () -> {
          var stages = stages(account, ids);
          var judging = judging(account, ids);
          var extents = new HashMap<ScreeningId, Extent>();
          for (var screening : screenings) {
            var counted = stages.getOrDefault(screening.id().value(), Map.of());
            boolean goesOn =
                screening.state() == Screening.State.RUNNING
                    && judging.contains(screening.id().value());
            extents.put(screening.id(), extent(counted, goesOn));
          }
          return extents;
        });
  }

  static Extent extent(Map<Stage, Integer> stages, boolean judging) {
    int percent = Count.percent(stages);
    return new Extent(
        stages.values().stream().mapToInt(Integer::intValue).sum(),
        judging ? Math.min(99, percent) : percent);
  }

  private Map<UUID, Map<Stage, Integer>> stages(AccountId account, UUID[] ids) {
    var stages = new HashMap<UUID, Map<Stage, Integer>>();
    jdbc.sql(
            """
            select screening_id, stage, sum(count) as count
              from tally
             where account_id = :account and screening_id = any(:ids)
             group by screening_id, stage
            """)
        .param("account", account.value())
        .param("ids", ids)
        .query(
            (RowCallbackHandler)
                row ->
                    stages
                        .computeIfAbsent(
                            Rows.id(row, "screening_id"), _ -> new EnumMap<>(Stage.class))
                        .put(Stage.valueOf(Rows.text(row, "stage")), row.getInt("count")));
    return stages;
  }

  private Set<UUID> judging(AccountId account, UUID[] ids) {
    return jdbc.sql(
            """
            select distinct j.screening_id
              from judgement j
              join application a on a.account_id = j.account_id and a.id = j.application_id
               and a.match_id in (j.match_id, j.judged_match_id)
             where j.account_id = :account and j.screening_id = any(:ids) and j.state = 'WAITING'
            """)
        .param("account", account.value())
        .param("ids", ids)
        .query((row, number) -> Rows.id(row, "screening_id"))
        .set();
  }
}
