package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Ids;
import dev.shortlist.database.Json;
import dev.shortlist.database.Rows;
import dev.shortlist.match.Dimension;
import dev.shortlist.match.Match;
import dev.shortlist.screening.Stages.Unit;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Matches by application, job description and version of the matcher, in the transaction that is
/// going on.
@Component
class Matches {
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Lately<Match> lately = new Lately<>();

  Matches(JdbcClient jdbc, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
  }

  Optional<UUID> find(Unit unit, JobDescriptionId jobDescription, String version) {
    return jdbc.sql(
            """
            select id
              from match
             where account_id = :account and application_id = :application
               and job_description_id = :jobDescription and version = :version
            """)
        .param("account", unit.account().value())
        .param("application", unit.application().value())
        .param("jobDescription", jobDescription.value())
        .param("version", version)
        .query((row, number) -> Rows.id(row, "id"))
        .optional();
  }

  /// Keeps a match, unless one of the same version is kept.
  ///
  /// @return the id of the one that is kept
  UUID keep(Unit unit, JobDescriptionId jobDescription, Match match) {
    return insert(unit, jobDescription, match)
        .orElseGet(() -> find(unit, jobDescription, match.version()).orElseThrow());
  }

  /// As [#keep], and a model may soon be asked about it.
  UUID keepForModel(Unit unit, JobDescriptionId jobDescription, Match match) {
    var inserted = insert(unit, jobDescription, match);
    inserted.ifPresent(id -> lately.keep(id, match));
    return inserted.orElseGet(() -> find(unit, jobDescription, match.version()).orElseThrow());
  }

  /// A match the account has, as [Lately#take].
  Match take(AccountId account, UUID id) {
    return lately.take(
        id,
        () ->
            jdbc.sql("select content from match where account_id = :account and id = :id")
                .param("account", account.value())
                .param("id", id)
                .query((row, number) -> Json.read(Rows.text(row, "content"), Match.class))
                .single());
  }

  /// @return its id; empty if one of the same version is kept
  private Optional<UUID> insert(Unit unit, JobDescriptionId jobDescription, Match match) {
    UUID id = ids.next();
    int inserted =
        jdbc.sql(
                """
                insert into match
                  (account_id, id, application_id, job_description_id, version, total,
                   technical_skills, experience, education, soft_skills, culture, recommendation, answers,
                   shares, flags, content, created_at)
                values (:account, :id, :application, :jobDescription, :version, :total,
                   :technical, :experience, :education, :soft, :culture, :recommendation,
                   cast(:answers as jsonb), cast(:shares as json), :flags, cast(:content as json), :now)
                    on conflict (account_id, application_id, job_description_id, version) do nothing
                """)
            .param("account", unit.account().value())
            .param("id", id)
            .param("application", unit.application().value())
            .param("jobDescription", jobDescription.value())
            .param("version", match.version())
            .param("total", match.total())
            .param("technical", match.dimension(Dimension.TECHNICAL_SKILLS).points())
            .param("experience", match.dimension(Dimension.EXPERIENCE).points())
            .param("education", match.dimension(Dimension.EDUCATION).points())
            .param("soft", match.dimension(Dimension.SOFT_SKILLS).points())
            .param("culture", match.dimension(Dimension.CULTURE).points())
            .param("answers", Json.write(match.answers()))
            .param("shares", Json.write(match.shares()))
            .param(
                "flags",
                match.flags().stream()
                    .map(flag -> flag.kind().name())
                    .distinct()
                    .toArray(String[]::new))
            .param("recommendation", match.recommendation().name())
            .param("content", Json.write(match))
            .param("now", Rows.time(clock.instant()))
            .update();
    return inserted == 1 ? Optional.of(id) : Optional.empty();
  }
}
