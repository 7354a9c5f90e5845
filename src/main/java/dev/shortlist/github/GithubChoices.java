package dev.shortlist.github;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Audit;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.database.Vault;
import java.sql.Types;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whether each account has GitHub looked up, and by which token, which is encrypted and never
/// shown again.
@Component
public class GithubChoices {
  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Vault vault;
  private final GithubSettings settings;
  private final Audit audit;
  private final Clock clock;

  GithubChoices(
      JdbcClient jdbc,
      Tenancy tenancy,
      Vault vault,
      GithubSettings settings,
      Audit audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.vault = vault;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
  }

  private record Kept(@Nullable Boolean chosen, @Nullable String sealed) {}

  /// What holds for the account.
  public GithubChoice find(AccountId account) {
    var kept = kept(account);
    var chosen = kept.chosen();
    return new GithubChoice(
        chosen, chosen == null ? settings.enabled() : chosen, kept.sealed() != null);
  }

  boolean isOn(AccountId account) {
    return find(account).on();
  }

  /// The token to ask by, empty to ask as anybody.
  String token(AccountId account) {
    String sealed = kept(account).sealed();
    if (sealed != null) {
      return vault.open(place(account), sealed);
    }
    String token = settings.token();
    return token == null ? "" : token.strip();
  }

  /// Chooses anew.
  ///
  /// @param on absent to leave it to the installation
  /// @param token a new token of the account's own; absent or blank to keep the one there is
  public void change(AccountId account, @Nullable Boolean on, @Nullable String token) {
    if (token != null && !token.strip().matches("[\\x21-\\x7E]*")) {
      throw new IllegalArgumentException(
          "token holds blanks or signs no token has: copy it again from GitHub");
    }
    tenancy.inAccount(
        account.value(),
        () -> {
          String sealed =
              token == null || token.isBlank()
                  ? kept(account).sealed()
                  : vault.seal(place(account), token.strip());
          jdbc.sql(
                  """
                  insert into github_settings (account_id, chosen, token, changed_at)
                  values (:account, :chosen, :token, :now)
                  on conflict (account_id) do update
                    set chosen = excluded.chosen, token = excluded.token,
                        changed_at = excluded.changed_at
                  """)
              .param("account", account.value())
              .param("chosen", on, Types.BOOLEAN)
              .param("token", sealed, Types.VARCHAR)
              .param("now", Rows.time(clock.instant()))
              .update();
          audit.note(account, "github.set", "account/" + account, "" + on);
        });
  }

  /// Leaves it to the installation again and forgets the account's token.
  public void clear(AccountId account) {
    tenancy.inAccount(
        account.value(),
        () -> {
          jdbc.sql("delete from github_settings where account_id = :account")
              .param("account", account.value())
              .update();
          audit.note(account, "github.cleared", "account/" + account, "");
        });
  }

  private Kept kept(AccountId account) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql("select chosen, token from github_settings where account_id = :account")
                .param("account", account.value())
                .query((row, number) ->
                    new Kept((Boolean) row.getObject("chosen"), row.getString("token")))
                .optional()
                .orElse(new Kept(null, null)));
  }

  private static String place(AccountId account) {
    return "github-token/" + account;
  }
}
