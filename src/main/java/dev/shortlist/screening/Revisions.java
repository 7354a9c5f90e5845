package dev.shortlist.screening;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Json;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.match.Weights;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What CVs are held against, read once for many of them: a revision of a job description never
/// changes.
///
/// Thread-safe.
@Component
class Revisions {
  private static final int MOST = 64;
  private static final Duration IDLE = Duration.ofMinutes(10);

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Cache<Key, Revision> known =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(IDLE).build();

  Revisions(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  /// What is asked for, and what the dimensions weigh.
  record Revision(JobDescriptionId id, JobDescription content, Weights weights) {}

  private record Key(AccountId account, JobDescriptionId id) {}

  /// One the account has, as it has just been told by its database.
  Revision get(AccountId account, JobDescriptionId id) {
    return known.get(new Key(account, id), this::read);
  }

  private Revision read(Key key) {
    return tenancy.inAccount(
        key.account().value(),
        () ->
            jdbc.sql(
                    """
                    select content, weights from job_description
                     where account_id = :account and id = :id
                    """)
                .param("account", key.account().value())
                .param("id", key.id().value())
                .query((row, number) ->
                    new Revision(
                        key.id(),
                        Json.read(Rows.text(row, "content"), JobDescription.class),
                        Json.read(Rows.text(row, "weights"), Weights.class)))
                .single());
  }
}
