package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Json;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What callers noted on screenings, by name: where a batch belongs, who it is for. Never part of a
/// score.
@Component
public class Labels {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  Labels(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  /// The labels of a screening, in the order of their names.
  ///
  /// @throws java.util.NoSuchElementException if the account has no such screening
  public Map<String, String> of(AccountId account, ScreeningId screening) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql("select labels from screening where account_id = :account and id = :screening")
                .param("account", account.value())
                .param("screening", screening.value())
                .query((row, number) -> labels(Rows.text(row, "labels")))
                .optional()
                .orElseThrow());
  }

  /// The newest `limit` screenings that have all of `labels`, newest first.
  public List<ScreeningId> find(AccountId account, Map<String, String> labels, int limit) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select id
                      from screening
                     where account_id = :account and labels @> cast(:labels as jsonb)
                     order by number desc
                     limit :limit
                    """)
                .param("account", account.value())
                .param("labels", Json.write(labels))
                .param("limit", limit)
                .query((row, number) -> new ScreeningId(Rows.id(row, "id")))
                .list());
  }

  private static Map<String, String> labels(String json) {
    return new TreeMap<>(JSON.readValue(json, new TypeReference<Map<String, String>>() {}));
  }
}
