package dev.shortlist.notify;

import dev.shortlist.database.Erased;
import dev.shortlist.database.Eraser;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Mails to candidates go with them, sent or not.
@Component
class MailEraser implements Eraser {
  private final JdbcClient jdbc;

  MailEraser(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void erase(UUID account, Erased erased) {
    jdbc.sql("delete from email where account_id = :account and lower(recipient) = any(:addresses)")
        .param("account", account)
        .param("addresses", erased.addresses().toArray(String[]::new))
        .update();
  }
}
