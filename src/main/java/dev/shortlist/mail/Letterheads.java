package dev.shortlist.mail;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Audit;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.notify.Emails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The letterhead of each account.
@Component
public class Letterheads {
  private static final int LONGEST = 100;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Audit audit;

  Letterheads(JdbcClient jdbc, Tenancy tenancy, Audit audit) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.audit = audit;
  }

  public Letterhead get(AccountId account) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql("select organisation, contact from letterhead where account_id = :account")
                .param("account", account.value())
                .query((row, number) ->
                    new Letterhead(Rows.text(row, "organisation"), Rows.text(row, "contact")))
                .optional()
                .orElse(new Letterhead("", "")));
  }

  /// Sets who writes.
  ///
  /// @throws TemplateRefused if the organisation is not one line, or the contact not one address
  public Letterhead set(AccountId account, String organisation, String contact) {
    var letterhead = new Letterhead(organisation.strip(), contact.strip());
    if (letterhead.organisation().isEmpty()
        || letterhead.organisation().length() > LONGEST
        || letterhead.organisation().chars().anyMatch(Character::isISOControl)) {
      throw new TemplateRefused(
          "The organisation's name is one line of up to %d characters.".formatted(LONGEST));
    }
    if (!Emails.isAddress(letterhead.contact())) {
      throw new TemplateRefused(
          "\"%s\" is not one e-mail address.".formatted(letterhead.contact()));
    }
    tenancy.inAccount(
        account.value(),
        () -> {
          jdbc.sql(
                  """
                  insert into letterhead (account_id, organisation, contact)
                  values (:account, :organisation, :contact)
                      on conflict (account_id) do update
                     set organisation = excluded.organisation, contact = excluded.contact
                  """)
              .param("account", account.value())
              .param("organisation", letterhead.organisation())
              .param("contact", letterhead.contact())
              .update();
          audit.note(account, "letterhead.changed", "account/" + account, "");
        });
    return letterhead;
  }
}
