package dev.shortlist.opening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Audit;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.retention.Erasure;
import dev.shortlist.screening.Stage;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Those who applied by a page, known by the reference on their receipt: how far what they sent is,
/// and how they are forgotten, though nobody could read their CV.
@Component
public class Senders {
  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Arrivals arrivals;
  private final Erasure erasure;
  private final OpeningSettings settings;
  private final Audit audit;
  private final Clock clock;

  Senders(
      JdbcClient jdbc,
      Tenancy tenancy,
      Arrivals arrivals,
      Erasure erasure,
      OpeningSettings settings,
      Audit audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.arrivals = arrivals;
    this.erasure = erasure;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
  }

  /// What the receipt is for; empty when the account gave none like that.
  ///
  /// @param words the reference, as people write it: in small letters, without its dashes
  public Optional<Sent> find(AccountId account, String words) {
    return Arrivals.referenceIn(words)
        .flatMap(reference ->
            tenancy.inAccount(
                account.value(),
                () -> arrivals.find(account, reference).map(arrival -> sent(account, arrival))));
  }

  private Sent sent(AccountId account, Arrival arrival) {
    return jdbc.sql(
            """
            select s.number, a.stage,
                   (select first from arrival
                     where account_id = :account and reference = :reference) as first,
                   (select count(*) from arrival
                     where account_id = :account and application_id = a.id
                       and reference <> :reference) as others
              from application a
              join screening s on s.account_id = a.account_id and s.id = a.screening_id
             where a.account_id = :account and a.id = :application
            """)
        .param("account", account.value())
        .param("reference", arrival.reference())
        .param("application", arrival.application().value())
        .query((row, number) ->
            new Sent(
                arrival,
                row.getInt("number"),
                Stage.valueOf(Rows.text(row, "stage")),
                row.getBoolean("first"),
                row.getInt("others")))
        .single();
  }

  /// How far it is, for whoever holds the receipt.
  ///
  /// Nobody can tell by it whether a file had come before: nothing but `RECEIVED` is said for a
  /// while, and of a file that was known already nothing else until all that came before its sender
  /// is read.
  public Fate fate(Opening opening, Arrival arrival) {
    if (clock.instant().isBefore(arrival.at().plus(settings.quiet()))) {
      return Fate.RECEIVED;
    }
    return tenancy.inAccount(
        opening.account().value(),
        () ->
            jdbc.sql(
                    """
                    select case
                             when not r.first and exists (
                                    select from application b
                                     where b.account_id = :account
                                       and b.screening_id = a.screening_id
                                       and b.stage in ('QUEUED', 'EXTRACTING', 'PROFILING', 'MATCHING')
                                       and b.created_at <= r.created_at) then 'RECEIVED'
                             when a.stage = 'COMPLETED' then 'READ'
                             when a.stage in ('NEEDS_REVIEW', 'FAILED') then 'UNREADABLE'
                             else 'RECEIVED'
                           end as fate
                      from arrival r
                      join application a on a.account_id = r.account_id and a.id = r.application_id
                     where r.account_id = :account and r.reference = :reference
                    """)
                .param("account", opening.account().value())
                .param("reference", arrival.reference())
                .query((row, number) -> Fate.valueOf(Rows.text(row, "fate")))
                .optional()
                .orElse(Fate.RECEIVED));
  }

  /// Forgets a sender: name, address, mails, and the CV with all that was made of it, unless
  /// somebody else sent the same file; theirs it then is.
  ///
  /// @throws Erasure.BeingRead if the CV is being read
  public Erasure.Gone erase(AccountId account, Sent sent) {
    var arrival = sent.arrival();
    return erasure
        .application(account, arrival.application(), () -> going(account, arrival))
        .orElse(new Erasure.Gone(0, 0, 0));
  }

  private Optional<Set<String>> going(AccountId account, Arrival arrival) {
    var addresses = addresses(account, arrival);
    if (!leave(account, arrival)) {
      return Optional.of(addresses);
    }
    erasure.addresses(account, addresses);
    audit.note(account, "receipt.delete", "application/" + arrival.application(), "");
    return Optional.empty();
  }

  /// Takes this sender off an application that others sent too, or that had come in another way.
  ///
  /// @return false if the application is this sender's alone
  private boolean leave(AccountId account, Arrival arrival) {
    var sent = sent(account, arrival);
    if (sent.first() && sent.others() == 0) {
      return false;
    }
    jdbc.sql("delete from arrival where account_id = :account and reference = :reference")
        .param("account", account.value())
        .param("reference", arrival.reference())
        .update();
    if (sent.first()) {
      jdbc.sql(
              """
              update arrival set first = true
               where account_id = :account and reference = (
                 select reference from arrival
                  where account_id = :account and application_id = :application
                  order by created_at, reference
                  limit 1)
              """)
          .param("account", account.value())
          .param("application", arrival.application().value())
          .update();
    }
    return true;
  }

  /// The sender's address, unless it is also that of somebody who stays: a page to apply on
  /// believes whatever address is written there.
  private Set<String> addresses(AccountId account, Arrival arrival) {
    return Set.copyOf(
        jdbc.sql(
                """
                select r.email
                  from arrival r
                 where r.account_id = :account and r.reference = :reference
                   and not exists (select from arrival other
                                    where other.account_id = :account and other.email = r.email
                                      and other.reference <> r.reference)
                   and not exists (select from candidate_email e
                                    join application a
                                      on a.account_id = e.account_id
                                     and a.candidate_id = e.candidate_id
                                   where e.account_id = :account and lower(e.email) = r.email
                                     and a.id <> r.application_id)
                """)
            .param("account", account.value())
            .param("reference", arrival.reference())
            .query((row, number) -> Rows.text(row, "email"))
            .list());
  }
}
