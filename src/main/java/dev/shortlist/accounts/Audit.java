package dev.shortlist.accounts;

import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// The log of who did what: sign-ins, users, keys, decisions, exports, deletions, settings. It is
/// only added to, which the database sees to; and as every entry carries the hash of the one
/// before, a change made past the database shows.
///
/// An entry says what was done to which id. It holds no names, addresses or words of candidates.
@Component
public class Audit {
  private static final String START = "0".repeat(64);

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Clock clock;

  Audit(JdbcClient jdbc, Tenancy tenancy, Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// Adds an entry, in the transaction that does what it says, if one is going on.
  ///
  /// @param action such as `key.created`
  /// @param subject what it is done to, by kind and id: `key/ID`
  /// @param detail values without personal data of candidates
  public void record(Principal principal, String action, String subject, String detail) {
    record(principal.account(), principal.actor(), action, subject, detail);
  }

  /// Adds an entry in the name of whoever's request is being answered; nothing is added for what
  /// the program does by itself. Do it last in a transaction: others who add wait for its end.
  ///
  /// @param action such as `screening.pause`
  /// @param subject what it is done to, by kind and id: `screening/ID`
  /// @param detail values without personal data of candidates
  public void note(AccountId account, String action, String subject, String detail) {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null && authentication.getPrincipal() instanceof Principal principal) {
      record(account, principal.actor(), action, subject, detail);
    }
  }

  /// Adds an entry for each of `deeds`, as [#note(AccountId, String, String, String)] does for one.
  public void note(AccountId account, String action, List<Deed> deeds) {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null && authentication.getPrincipal() instanceof Principal principal) {
      record(account, principal.actor(), action, deeds);
    }
  }

  /// Notes, in the transaction that does it, that an exported account was taken in for somebody who
  /// waits for it no more.
  ///
  /// @param actor who began it
  /// @param export its id
  public void imported(AccountId account, String actor, String export) {
    record(account, actor, "account.imported", "account/" + account, export);
  }

  void record(AccountId account, String actor, String action, String subject, String detail) {
    record(account, actor, action, List.of(new Deed(subject, detail)));
  }

  private void record(AccountId account, String actor, String action, List<Deed> deeds) {
    tenancy.inAccount(
        account.value(),
        () -> {
          var last = last(account);
          var at = clock.instant();
          var hashes = new ArrayList<String>();
          String hash = last.hash();
          for (var deed : deeds) {
            long position = last.position() + 1 + hashes.size();
            hash = hash(hash, position, at, actor, action, deed.subject(), deed.detail());
            hashes.add(hash);
          }
          jdbc.sql(
                  """
                  insert into audit_entry (account_id, position, at, actor, action, subject, detail,
                    hash)
                  select :account, :last + deed.nth, :at, :actor, :action, deed.subject,
                         deed.detail, deed.hash
                    from unnest(cast(:subjects as text[]), cast(:details as text[]),
                                cast(:hashes as text[])) with ordinality
                      as deed (subject, detail, hash, nth)
                  """)
              .param("account", account.value())
              .param("last", last.position())
              .param("at", Rows.time(at))
              .param("actor", actor)
              .param("action", action)
              .param("subjects", deeds.stream().map(Deed::subject).toArray(String[]::new))
              .param("details", deeds.stream().map(Deed::detail).toArray(String[]::new))
              .param("hashes", hashes.toArray(String[]::new))
              .update();
        });
  }

  /// What was done to one of several.
  ///
  /// @param subject by kind and id: `application/ID`
  /// @param detail values without personal data of candidates
  public record Deed(String subject, String detail) {}

  /// A page of the log, newest first.
  ///
  /// @param before position of the last entry of the page before; above all for the first page
  public List<AuditEntry> list(AccountId account, long before, int limit) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select position, at, actor, action, subject, detail, hash
                      from audit_entry
                     where account_id = :account and position < :before
                     order by position desc
                     limit :limit
                    """)
                .param("account", account.value())
                .param("before", before)
                .param("limit", limit)
                .query(Audit::entry)
                .list());
  }

  /// The position of the first entry that is not as it was written; empty when all are.
  public OptionalLong firstBroken(AccountId account) {
    return tenancy.inAccount(
        account.value(),
        () -> {
          var chain = new Chain();
          jdbc.sql(
                  """
                  select position, at, actor, action, subject, detail, hash
                    from audit_entry
                   where account_id = :account
                   order by position
                  """)
              .param("account", account.value())
              .query(row -> {
                chain.add(entry(row, 0));
              });
          return chain.broken;
        });
  }

  /// The account's last entry. Who adds holds a lock until the end of the transaction, so that
  /// entries take turns.
  private Last last(AccountId account) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('audit ' || :account, 0))")
        .param("account", account.toString())
        .query(row -> {});
    return jdbc.sql(
            """
            select position, hash from audit_entry
             where account_id = :account
             order by position desc
             limit 1
            """)
        .param("account", account.value())
        .query((row, number) -> new Last(row.getLong("position"), Rows.text(row, "hash")))
        .optional()
        .orElse(new Last(0, START));
  }

  private static String hash(
      String before,
      long position,
      Instant at,
      String actor,
      String action,
      String subject,
      String detail) {
    return Secret.hash(
        String.join("\n", before, "" + position, "" + at, actor, action, subject, detail));
  }

  private static AuditEntry entry(ResultSet row, int number) throws SQLException {
    return new AuditEntry(
        row.getLong("position"),
        Rows.instant(row, "at"),
        Rows.text(row, "actor"),
        Rows.text(row, "action"),
        Rows.text(row, "subject"),
        Rows.text(row, "detail"),
        Rows.text(row, "hash"));
  }

  private record Last(long position, String hash) {}

  private static final class Chain {
    private String before = START;
    private long position;
    private OptionalLong broken = OptionalLong.empty();

    void add(AuditEntry entry) {
      position++;
      String expected =
          hash(
              before,
              position,
              entry.at(),
              entry.actor(),
              entry.action(),
              entry.subject(),
              entry.detail());
      if (broken.isEmpty() && !expected.equals(entry.hash())) {
        broken = OptionalLong.of(entry.position());
      }
      before = entry.hash();
    }
  }
}
