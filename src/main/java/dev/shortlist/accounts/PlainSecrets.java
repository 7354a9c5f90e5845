package dev.shortlist.accounts;

import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.database.Vault;
import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Encrypts the secrets of authenticator apps that older versions wrote as they are.
@Component
class PlainSecrets {
  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Accounts accounts;
  private final Vault vault;

  PlainSecrets(JdbcClient jdbc, Tenancy tenancy, Accounts accounts, Vault vault) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.accounts = accounts;
    this.vault = vault;
  }

  @EventListener(ApplicationReadyEvent.class)
  void seal() {
    for (var account : accounts.list()) {
      tenancy.inAccount(account.value(), () -> seal(account));
    }
  }

  private void seal(AccountId account) {
    record Plain(UUID user, String secret) {}
    jdbc.sql(
            """
            select id, totp from app_user
             where account_id = :account and totp is not null and totp not like 'v1:%'
               for update
            """)
        .param("account", account.value())
        .query((row, number) -> new Plain(Rows.id(row, "id"), Rows.text(row, "totp")))
        .list()
        .forEach(plain ->
            jdbc.sql("update app_user set totp = :sealed where account_id = :account and id = :id")
                .param("sealed", vault.seal(SignIn.totpOf(plain.user()), plain.secret()))
                .param("account", account.value())
                .param("id", plain.user())
                .update());
  }
}
