package dev.shortlist.calls;

import dev.shortlist.ai.Model;
import dev.shortlist.ai.Prompt;
import dev.shortlist.ai.Reply;
import dev.shortlist.ai.Usage;
import dev.shortlist.database.Erased;
import dev.shortlist.database.Eraser;
import dev.shortlist.database.Tenancy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Answers that were paid for, kept word by word before anybody reads them, under everything that
/// was asked: an answer is not bought twice. They hold quotes from CVs and are each account's own.
public final class KeptAnswers implements Eraser {
  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Clock clock;
  private final Duration lifetime;

  /// @param lifetime time an answer is kept
  public KeptAnswers(JdbcClient jdbc, Tenancy tenancy, Clock clock, Duration lifetime) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.clock = clock;
    this.lifetime = lifetime;
  }

  Optional<Reply.Answered> find(UUID account, String key) {
    return tenancy.inAccount(
        account,
        () ->
            jdbc.sql(
                    """
                    select answer, input_tokens, output_tokens, cached_tokens
                      from model_answer
                     where account_id = :account and key = :key and made_at > :oldest
                    """)
                .param("account", account)
                .param("key", key)
                .param("oldest", clock.instant().minus(lifetime).atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                    new Reply.Answered(
                        row.getString(1), new Usage(row.getInt(2), row.getInt(3), row.getInt(4))))
                .optional());
  }

  /// Keeps one, unless a CV it speaks of was erased meanwhile.
  void keep(Purpose purpose, String key, Reply.Answered answer) {
    tenancy.inAccount(
        purpose.account(),
        () ->
            jdbc.sql(
                    """
                    insert into model_answer
                      (account_id, key, answer, input_tokens, output_tokens, cached_tokens, made_at,
                       screening_id, application_ids)
                    select :account, :key, :answer, :input, :output, :cached, :now, :screening, ids
                      from (select cast(:applications as uuid[]) as ids) asked
                     where not exists (
                             select from unnest(ids) as one(id)
                              where not exists (select from application a
                                                 where a.account_id = :account and a.id = one.id))
                    on conflict (account_id, key) do update
                      set answer = excluded.answer, application_ids = excluded.application_ids,
                          made_at = excluded.made_at
                    """)
                .param("account", purpose.account())
                .param("screening", purpose.screening())
                .param("applications", purpose.applications().toArray(UUID[]::new))
                .param("key", key)
                // PostgreSQL's text holds every character but this one.
                .param("answer", answer.text().replace("\0", ""))
                .param("input", answer.usage().input())
                .param("output", answer.usage().output())
                .param("cached", answer.usage().cached())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update());
  }

  /// Answers about several CVs go with the first of them; those of which is not known whose CVs
  /// they speak of go, too.
  @Override
  public void erase(UUID account, Erased erased) {
    jdbc.sql(
            """
            delete from model_answer
             where account_id = :account
               and (application_ids && cast(:applications as uuid[]) or application_ids = '{}')
            """)
        .param("account", account)
        .param("applications", erased.applicationIds())
        .update();
  }

  /// Deletes what is older than its lifetime.
  ///
  /// @return how many answers
  public int forget(UUID account) {
    return tenancy.inAccount(
        account,
        () ->
            jdbc.sql("delete from model_answer where account_id = :account and made_at <= :oldest")
                .param("account", account)
                .param("oldest", clock.instant().minus(lifetime).atOffset(ZoneOffset.UTC))
                .update());
  }

  /// What an answer is kept under: everything that was asked.
  static String key(Model model, Prompt prompt) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var part :
          List.of(
              model.provider().name(),
              model.address().toString(),
              model.name(),
              prompt.version(),
              prompt.instructions(),
              prompt.material(),
              prompt.schema(),
              Integer.toString(prompt.answerTokens()))) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update("%d:".formatted(bytes.length).getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
