package dev.shortlist.deciding;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Audit;
import dev.shortlist.database.Ids;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.screening.ApplicationId;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Notes on applications. They are never part of a score.
@Component
public class Notes {
  /// Letters of one note.
  public static final int LONGEST = 5000;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Ids ids;
  private final Clock clock;
  private final Audit audit;

  Notes(JdbcClient jdbc, Tenancy tenancy, Ids ids, Clock clock, Audit audit) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
  }

  /// Writes a note; one without words is not kept.
  ///
  /// @param words cut at [#LONGEST]
  /// @param by who writes it
  /// @throws NoSuchElementException if the account has no such application
  public void write(AccountId account, ApplicationId application, String words, String by) {
    String kept = words.strip();
    if (kept.isEmpty()) {
      return;
    }
    tenancy.inAccount(
        account.value(),
        () -> {
          int written =
              jdbc.sql(
                      """
                      insert into note
                        (account_id, id, application_id, words, written_by, created_at)
                      select account_id, :id, id, :words, :by, :now
                        from application
                       where account_id = :account and id = :application
                      """)
                  .param("account", account.value())
                  .param("id", ids.next())
                  .param("application", application.value())
                  .param("words", kept.length() > LONGEST ? kept.substring(0, LONGEST) : kept)
                  .param("by", by)
                  .param("now", Rows.time(clock.instant()))
                  .update();
          if (written == 0) {
            throw new NoSuchElementException("There is no application " + application + ".");
          }
          audit.note(account, "application.note", "application/" + application, "");
        });
  }

  /// Removes a note; only who wrote it can.
  public void remove(AccountId account, ApplicationId application, UUID note, String by) {
    tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    delete from note
                     where account_id = :account and application_id = :application and id = :id
                       and written_by = :by
                    """)
                .param("account", account.value())
                .param("application", application.value())
                .param("id", note)
                .param("by", by)
                .update());
  }

  /// The notes on an application, oldest first.
  public List<Note> of(AccountId account, ApplicationId application) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select id, application_id, words, written_by, created_at
                      from note
                     where account_id = :account and application_id = :application
                     order by id
                    """)
                .param("account", account.value())
                .param("application", application.value())
                .query((row, number) ->
                    new Note(
                        Rows.id(row, "id"),
                        new ApplicationId(Rows.id(row, "application_id")),
                        Rows.text(row, "words"),
                        Rows.text(row, "written_by"),
                        Rows.instant(row, "created_at")))
                .list());
  }
}
