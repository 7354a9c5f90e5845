package dev.shortlist.judging;

import dev.shortlist.accounts.AccessSettings;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Audit;
import dev.shortlist.ai.Provider;
import dev.shortlist.database.Tenancy;
import dev.shortlist.database.Vault;
import java.net.URI;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Which language model each account uses: the installation's, or one with a key of its own, which
/// is encrypted and never shown again.
@Component
public class ModelSettings {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Vault vault;
  private final AiSettings settings;
  private final AccessSettings access;
  private final Audit audit;
  private final Clock clock;

  ModelSettings(
      JdbcClient jdbc,
      Tenancy tenancy,
      Vault vault,
      AiSettings settings,
      AccessSettings access,
      Audit audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.vault = vault;
    this.settings = settings;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  private record Kept(ModelChoice choice, @Nullable String sealedKey) {
    static final Kept NOTHING = new Kept(ModelChoice.NONE, null);
  }

  /// What the account chose.
  public ModelChoice choice(AccountId account) {
    return kept(account).choice();
  }

  /// Whether the account has a key of its own.
  public boolean hasKey(AccountId account) {
    return kept(account).sealedKey() != null;
  }

  /// The model the account uses; empty when it uses none.
  public Optional<ModelSetup> find(AccountId account) {
    var kept = kept(account);
    String sealed = kept.sealedKey();
    return Optional.ofNullable(
        ModelSetup.of(
            settings, kept.choice(), sealed == null ? null : vault.open(place(account), sealed)));
  }

  /// Chooses anew.
  ///
  /// @param key a new key of the account's own; absent to keep the one there is, which goes when
  ///   another address would get it
  /// @throws IllegalArgumentException if the choice is not possible; the message says why
  public void change(AccountId account, ModelChoice choice, @Nullable String key) {
    requireAllowed(choice.baseUrl());
    tenancy.inAccount(
        account.value(),
        () -> {
          var before = kept(account);
          String sealed =
              key != null && !key.isBlank()
                  ? vault.seal(place(account), key.strip())
                  : choice.reachesTheSameAs(before.choice()) ? before.sealedKey() : null;
          jdbc.sql(
                  """
                  insert into model_settings (account_id, choice, key, changed_at)
                  values (:account, :choice::jsonb, :key, :now)
                  on conflict (account_id) do update
                    set choice = excluded.choice, key = excluded.key,
                        changed_at = excluded.changed_at
                  """)
              .param("account", account.value())
              .param("choice", JSON.writeValueAsString(choice))
              .param("key", sealed, Types.VARCHAR)
              .param("now", clock.instant().atOffset(ZoneOffset.UTC))
              .update();
          audit.note(account, "model.set", "account/" + account, "" + choice.provider());
        });
  }

  /// Goes back to the installation's model and forgets the account's key.
  public void clear(AccountId account) {
    tenancy.inAccount(
        account.value(),
        () -> {
          jdbc.sql("delete from model_settings where account_id = :account")
              .param("account", account.value())
              .update();
          audit.note(account, "model.cleared", "account/" + account, "");
        });
  }

  private Kept kept(AccountId account) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql("select choice, key from model_settings where account_id = :account")
                .param("account", account.value())
                .query((row, number) ->
                    new Kept(JSON.readValue(row.getString(1), ModelChoice.class), row.getString(2)))
                .optional()
                .orElse(Kept.NOTHING));
  }

  /// Where several accounts share the machine, none of them may reach into its network.
  private void requireAllowed(@Nullable URI baseUrl) {
    if (baseUrl == null || !access.signIn()) {
      return;
    }
    String host = baseUrl.getAuthority();
    boolean allowed =
        settings.hosts().contains(host)
            || Arrays.stream(ModelProvider.values())
                .map(ModelProvider::protocol)
                .anyMatch(protocol ->
                    protocol != null
                        && protocol != Provider.OLLAMA
                        && protocol.address().getAuthority().equals(host));
    if (!allowed) {
      throw new IllegalArgumentException(
          "baseUrl names %s, which the operator has not allowed: leave it out, or have the operator add it to SHORTLIST_AI_HOSTS."
              .formatted(host));
    }
  }

  private static String place(AccountId account) {
    return "model-key/" + account;
  }
}
