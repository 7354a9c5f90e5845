package dev.shortlist.retention;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Audit;
import dev.shortlist.candidate.CandidateId;
import dev.shortlist.database.Erased;
import dev.shortlist.database.Eraser;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Removal;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.screening.Stage;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Deletes what a person asked to have deleted, at once and everywhere: rows, what other modules
/// keep beside them, and then the bytes nobody else needs.
@Component
public class Erasure {
  private static final Logger log = LoggerFactory.getLogger(Erasure.class);

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Removal removal;
  private final Expiry expiry;
  private final StoredFiles files;
  private final ObjectProvider<Eraser> erasers;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  Erasure(
      JdbcClient jdbc,
      Tenancy tenancy,
      Removal removal,
      Expiry expiry,
      StoredFiles files,
      ObjectProvider<Eraser> erasers,
      Audit audit,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.removal = removal;
    this.expiry = expiry;
    this.files = files;
    this.erasers = erasers;
    this.audit = audit;
    this.events = events;
  }

  /// What is gone.
  ///
  /// @param files bytes of that many files
  public record Gone(int applications, int candidates, int files) {}

  /// Deletes a screening, and with it the candidates and CVs that are in no other. What is being
  /// read is cancelled first.
  ///
  /// @throws NoSuchElementException if the account has no such screening
  public Gone screening(AccountId account, ScreeningId screening) {
    end(account, screening);
    return finish(
        tenancy.inAccount(
            account.value(),
            () -> {
              var left = remove(account, screening);
              audit.note(account, "screening.delete", "screening/" + screening, left.say());
              return left;
            }));
  }

  /// Deletes a screening that ended, in the transaction that is going on; then call [#finish].
  Left remove(AccountId account, ScreeningId screening) {
    removal.hold(account, screening);
    var of = Part.of(applications(account, "screening_id", screening.value()));
    removal.remove(account, screening);
    return rest(account, Set.of(screening.value()), of, Set.of(), Set.of());
  }

  /// Deletes a candidate with all CVs and applications.
  ///
  /// @throws NoSuchElementException if the account has no such candidate
  /// @throws BeingRead if a CV of theirs is being read
  public Gone candidate(AccountId account, CandidateId candidate) {
    return finish(
        tenancy.inAccount(
            account.value(),
            () -> {
              var rows = held(account, "candidate_id", candidate.value());
              remove(account, rows);
              var part = Part.of(rows);
              part.hashes().addAll(documents(account, candidate));
              var left = rest(account, Set.of(), part, Set.of(candidate.value()), Set.of());
              if (left.candidates() == 0) {
                throw new NoSuchElementException("no candidate " + candidate);
              }
              audit.note(account, "candidate.delete", "candidate/" + candidate, left.say());
              return left;
            }));
  }

  /// Deletes an application with all that no other one needs, read or not.
  ///
  /// @param whose asked once nothing can be added to it any more: e-mail addresses whose owner goes
  ///   with it, or empty when it stays after all
  /// @return empty when it stays
  /// @throws NoSuchElementException if the account has no such application
  /// @throws BeingRead if it is being read
  public Optional<Gone> application(
      AccountId account, ApplicationId application, Supplier<Optional<Set<String>>> whose) {
    return tenancy
        .inAccount(
            account.value(),
            () -> {
              var rows = held(account, "id", application.value());
              if (rows.isEmpty()) {
                throw new NoSuchElementException("no application " + application);
              }
              return whose
                  .get()
                  .map(addresses -> {
                    remove(account, rows);
                    var left = rest(account, Set.of(), Part.of(rows), Set.of(), addresses);
                    audit.note(
                        account, "application.delete", "application/" + application, left.say());
                    return left;
                  });
            })
        .map(this::finish);
  }

  /// Forgets what is kept under e-mail addresses alone.
  public void addresses(AccountId account, Set<String> addresses) {
    tenancy.inAccount(
        account.value(), () -> forget(account, new Erased(Set.of(), Set.of(), addresses)));
  }

  /// Applications that are through, whose screenings are held.
  private List<Row> held(AccountId account, String column, UUID of) {
    applications(account, column, of).stream()
        .map(Row::screening)
        .distinct()
        .sorted()
        .forEach(one -> removal.hold(account, new ScreeningId(one)));
    var rows = applications(account, column, of);
    if (!rows.stream().allMatch(row -> row.stage().isFinal())) {
      throw new BeingRead();
    }
    return rows;
  }

  private void remove(AccountId account, List<Row> rows) {
    for (Row row : rows) {
      removal.remove(account, new ScreeningId(row.screening()), new ApplicationId(row.id()));
    }
  }

  /// Removes the bytes nobody needs any more; what the store does not remove now, a sweep does.
  Gone finish(Left left) {
    int removed = 0;
    try {
      removed = files.remove(left.hashes());
    } catch (UncheckedIOException e) {
      log.warn("files of what was deleted are removed later count={}", left.hashes().size(), e);
    }
    return new Gone(left.applications(), left.candidates(), removed);
  }

  /// Deletes candidates, readings and documents no screening needs.
  ///
  /// @param before how old they must be
  void unused(AccountId account, Instant before) {
    tenancy.inAccount(account.value(), () -> tell(account, expiry.removeUnused(account, before)));
  }

  private void tell(AccountId account, Set<CandidateId> gone) {
    if (!gone.isEmpty()) {
      events.publishEvent(new CandidatesDeleted(account, gone));
    }
  }

  /// Cancels what is under way.
  void end(AccountId account, ScreeningId screening) {
    tenancy.inAccount(account.value(), () -> removal.end(account, screening));
  }

  /// What only the removed applications needed.
  ///
  /// @param named candidates that go whatever else they are in
  /// @param given addresses that go whoever's they are
  private Left rest(
      AccountId account, Set<UUID> screenings, Part part, Set<UUID> named, Set<String> given) {
    var candidates = new HashSet<>(part.candidates());
    candidates.addAll(named);
    var unneeded = unneeded(account, candidates);
    var addresses = new HashSet<>(given);
    addresses.addAll(addressesOf(account, unneeded));
    var gone = delete(account, unneeded);
    var hashes = deleteDocuments(account, part.hashes());
    forget(account, new Erased(screenings, part.ids(), addresses));
    tell(account, gone);
    return new Left(part.ids().size(), gone.size(), hashes);
  }

  private List<Row> applications(AccountId account, String column, UUID of) {
    return jdbc.sql(
            """
            select id, screening_id, candidate_id, document_hash, stage
              from application
             where account_id = :account and %s = :of
             order by id
            """
                .formatted(column))
        .param("account", account.value())
        .param("of", of)
        .query((row, number) ->
            new Row(
                Rows.id(row, "id"),
                Rows.id(row, "screening_id"),
                Rows.uuid(row, "candidate_id"),
                row.getString("document_hash"),
                Stage.valueOf(Rows.text(row, "stage"))))
        .list();
  }

  private List<String> documents(AccountId account, CandidateId candidate) {
    return jdbc.sql(
            """
            select document_hash
              from candidate_document
             where account_id = :account and candidate_id = :candidate
            """)
        .param("account", account.value())
        .param("candidate", candidate.value())
        .query((row, number) -> Rows.text(row, "document_hash"))
        .list();
  }

  private Set<UUID> unneeded(AccountId account, Collection<UUID> candidates) {
    return Set.copyOf(
        jdbc.sql(
                """
                select c.id
                  from candidate c
                 where c.account_id = :account and c.id = any(cast(:ids as uuid[]))
                   and not exists (select from application a
                                    where a.account_id = :account and a.candidate_id = c.id)
                """)
            .param("account", account.value())
            .param("ids", strings(candidates))
            .query((row, number) -> Rows.id(row, "id"))
            .list());
  }

  private void forget(AccountId account, Erased erased) {
    erasers.orderedStream().forEach(eraser -> eraser.erase(account.value(), erased));
  }

  private Set<String> addressesOf(AccountId account, Collection<UUID> candidates) {
    return Set.copyOf(
        jdbc.sql(
                """
                select distinct lower(email) as email
                  from candidate_email
                 where account_id = :account and candidate_id = any(cast(:ids as uuid[]))
                """)
            .param("account", account.value())
            .param("ids", strings(candidates))
            .query((row, number) -> Rows.text(row, "email"))
            .list());
  }

  private Set<CandidateId> delete(AccountId account, Collection<UUID> candidates) {
    return Set.copyOf(
        jdbc.sql(
                """
                delete from candidate
                 where account_id = :account and id = any(cast(:ids as uuid[]))
                returning id
                """)
            .param("account", account.value())
            .param("ids", strings(candidates))
            .query((row, number) -> new CandidateId(Rows.id(row, "id")))
            .list());
  }

  private List<String> deleteDocuments(AccountId account, Collection<String> hashes) {
    var unneeded =
        jdbc.sql(
                """
                select d.hash
                  from document d
                 where d.account_id = :account and d.hash = any(:hashes)
                   and not exists (select from application a
                                    where a.account_id = :account and a.document_hash = d.hash)
                 order by d.hash
                   for update
                """)
            .param("account", account.value())
            .param("hashes", hashes.toArray(String[]::new))
            .query((row, number) -> Rows.text(row, "hash"))
            .list();
    for (String statement :
        List.of(
            "delete from candidate_document where account_id = :account and document_hash = any(:hashes)",
            "delete from reading where account_id = :account and document_hash = any(:hashes)",
            "delete from document where account_id = :account and hash = any(:hashes)")) {
      jdbc.sql(statement)
          .param("account", account.value())
          .param("hashes", unneeded.toArray(String[]::new))
          .update();
    }
    return unneeded;
  }

  private static String[] strings(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).toArray(String[]::new);
  }

  /// A CV of theirs is being read: a moment later it can be deleted.
  public static final class BeingRead extends RuntimeException {
    private static final long serialVersionUID = 1;

    BeingRead() {
      super("A CV of this person is being read: delete them when it is through");
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }

  /// Rows are gone, bytes are not yet.
  record Left(int applications, int candidates, List<String> hashes) {
    String say() {
      return "applications=%d candidates=%d files=%d"
          .formatted(applications, candidates, hashes.size());
    }
  }

  private record Row(
      UUID id, UUID screening, @Nullable UUID candidate, @Nullable String hash, Stage stage) {}

  private record Part(Set<UUID> ids, Set<UUID> candidates, Set<String> hashes) {
    static Part of(List<Row> rows) {
      return new Part(
          rows.stream().map(Row::id).collect(Collectors.toSet()),
          rows.stream()
              .flatMap(row -> Stream.ofNullable(row.candidate()))
              .collect(Collectors.toSet()),
          rows.stream()
              .flatMap(row -> Stream.ofNullable(row.hash()))
              .collect(Collectors.toCollection(HashSet::new)));
    }
  }
}
