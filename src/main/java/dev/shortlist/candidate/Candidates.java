package dev.shortlist.candidate;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Numbers;
import dev.shortlist.database.Ids;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.profile.Contact;
import dev.shortlist.profile.Fact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The candidates of an account.
///
/// A person is known again by the same file, else by an e-mail address under a name that has a word
/// in common: an agency's address stands in the CVs of many. Whoever is not known for certain is
/// somebody new; a person may [#merge] the two.
@Component
public class Candidates {
  private static final String SELECT =
      """
      select c.id, c.number, c.name, c.phone, c.created_at,
             array(select e.email from candidate_email e
                    where e.account_id = c.account_id and e.candidate_id = c.id
                    order by e.email) as emails
        from candidate c
       where c.account_id = :account
      """;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Numbers numbers;
  private final Ids ids;
  private final Clock clock;

  Candidates(JdbcClient jdbc, Tenancy tenancy, Numbers numbers, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.numbers = numbers;
    this.ids = ids;
    this.clock = clock;
  }

  /// Whose CV the file is: somebody known, or somebody new.
  ///
  /// @param documentHash the file, which the account has
  /// @param contact what the CV says of its person
  public CandidateId recognise(AccountId account, String documentHash, Contact contact) {
    return tenancy.inAccount(
        account.value(),
        () -> {
          // Two CVs of one new person, read at the same time, must not make two of them.
          lock(account);
          return ownerOf(account, documentHash)
              .orElseGet(() -> {
                var known = known(account, contact);
                var candidate = known.orElseGet(() -> add(account, contact));
                learn(account, candidate, emails(contact));
                own(account, candidate, documentHash);
                if (known.isPresent()) {
                  fill(account, candidate, Fact.valueOf(contact.name()), phone(contact));
                }
                return candidate;
              });
        });
  }

  /// Says that the file is a CV of `candidate`. Whoever it was taken for before is gone when that
  /// was all there was of them.
  ///
  /// @throws NoSuchElementException if the account has no such candidate
  public void assign(AccountId account, String documentHash, CandidateId candidate) {
    tenancy.inAccount(
        account.value(),
        () -> {
          lock(account);
          var now = find(account, candidate).orElseThrow().id();
          var before = ownerOf(account, documentHash);
          if (before.isPresent() && !before.get().equals(now)) {
            if (documents(account, before.get()) == 1) {
              merge(account, now, before.get());
            } else {
              moveDocument(account, documentHash, now);
            }
          } else if (before.isEmpty()) {
            own(account, now, documentHash);
          }
        });
  }

  /// Says whose CV the file is: somebody known by the e-mail address, or somebody new.
  public CandidateId introduce(
      AccountId account, String documentHash, String name, String email, @Nullable String phone) {
    return tenancy.inAccount(
        account.value(),
        () -> {
          lock(account);
          var emails = List.of(email.strip().toLowerCase(Locale.ROOT));
          var candidate = known(account, emails, name).orElseGet(() -> add(account, name, phone));
          learn(account, candidate, emails);
          fill(account, candidate, name, phone);
          assign(account, documentHash, candidate);
          return candidate;
        });
  }

  /// Finds a candidate by its id, else by its number.
  public Optional<Candidate> find(AccountId account, String key) {
    return tenancy.inAccount(
        account.value(),
        () ->
            Rows.idIn(key)
                .flatMap(id -> one(account, "and c.id = :key", id))
                .or(() ->
                    Rows.numberIn(key)
                        .flatMap(number -> one(account, "and c.number = :key", number))));
  }

  /// Finds a candidate by its id.
  public Optional<Candidate> find(AccountId account, CandidateId id) {
    return tenancy.inAccount(account.value(), () -> one(account, "and c.id = :key", id.value()));
  }

  /// A page of the candidates, oldest first.
  ///
  /// @param after number of the last candidate of the page before, 0 for the first page
  /// @param search part of a name or an e-mail address in any case, empty for all
  public List<Candidate> list(AccountId account, int after, String search, int limit) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    SELECT
                        + """
                          and c.number > :after
                          and (:search = '' or position(:search in lower(c.name)) > 0
                            or exists (select from candidate_email e
                                        where e.account_id = c.account_id and e.candidate_id = c.id
                                          and position(:search in e.email) > 0))
                        order by c.number
                        limit :limit
                        """)
                .param("account", account.value())
                .param("after", after)
                .param("search", search.strip().toLowerCase(Locale.ROOT))
                .param("limit", limit)
                .query(Candidates::row)
                .list());
  }

  /// Makes two candidates one: all CVs, addresses and applications of `other` become those of
  /// `kept`, and `other` is gone.
  ///
  /// @throws NoSuchElementException if the account has not both
  public Candidate merge(AccountId account, CandidateId kept, CandidateId other) {
    return tenancy.inAccount(
        account.value(),
        () -> {
          var into = find(account, kept).orElseThrow();
          var from = find(account, other).orElseThrow();
          if (!kept.equals(other)) {
            for (String table : List.of("candidate_email", "candidate_document", "application")) {
              move(account, table, from.id(), into.id());
            }
            fill(account, kept, from.name(), from.phone());
            remove(account, other);
          }
          return find(account, kept).orElseThrow();
        });
  }

  private void lock(AccountId account) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
        .param("key", "candidate" + account.value())
        .query((row, number) -> true)
        .single();
  }

  private Optional<CandidateId> ownerOf(AccountId account, String documentHash) {
    return jdbc.sql(
            """
            select candidate_id
              from candidate_document
             where account_id = :account and document_hash = :hash
            """)
        .param("account", account.value())
        .param("hash", documentHash)
        .query((row, number) -> new CandidateId(Rows.id(row, "candidate_id")))
        .optional();
  }

  private Optional<CandidateId> known(AccountId account, Contact contact) {
    return known(account, emails(contact), Fact.valueOf(contact.name()));
  }

  private Optional<CandidateId> known(
      AccountId account, List<String> emails, @Nullable String name) {
    if (emails.isEmpty()) {
      return Optional.empty();
    }
    return jdbc
        .sql(
            SELECT
                + """
                  and c.id in (select e.candidate_id from candidate_email e
                                where e.account_id = :account and e.email in (:emails))
                order by c.number
                """)
        .param("account", account.value())
        .param("emails", emails)
        .query(Candidates::row)
        .list()
        .stream()
        .filter(candidate -> NameWords.mayBeOne(candidate.name(), name))
        .map(Candidate::id)
        .findFirst();
  }

  private CandidateId add(AccountId account, Contact contact) {
    return add(account, Fact.valueOf(contact.name()), phone(contact));
  }

  private CandidateId add(AccountId account, @Nullable String name, @Nullable String phone) {
    UUID id = ids.next();
    jdbc.sql(
            """
            insert into candidate (account_id, id, number, name, phone, created_at)
            values (:account, :id, :number, :name, :phone, :now)
            """)
        .param("account", account.value())
        .param("id", id)
        .param("number", numbers.next(account, "candidate"))
        .param("name", name)
        .param("phone", phone)
        .param("now", Rows.time(clock.instant()))
        .update();
    return new CandidateId(id);
  }

  private void learn(AccountId account, CandidateId candidate, List<String> emails) {
    for (String email : emails) {
      jdbc.sql(
              """
              insert into candidate_email (account_id, email, candidate_id)
              values (:account, :email, :candidate)
                  on conflict do nothing
              """)
          .param("account", account.value())
          .param("email", email)
          .param("candidate", candidate.value())
          .update();
    }
  }

  private void own(AccountId account, CandidateId candidate, String documentHash) {
    jdbc.sql(
            """
            insert into candidate_document (account_id, document_hash, candidate_id)
            values (:account, :hash, :candidate)
            """)
        .param("account", account.value())
        .param("hash", documentHash)
        .param("candidate", candidate.value())
        .update();
  }

  private int documents(AccountId account, CandidateId candidate) {
    return jdbc.sql(
            """
            select count(*)
              from candidate_document
             where account_id = :account and candidate_id = :candidate
            """)
        .param("account", account.value())
        .param("candidate", candidate.value())
        .query((row, number) -> row.getInt(1))
        .single();
  }

  private void moveDocument(AccountId account, String documentHash, CandidateId into) {
    for (String table : List.of("candidate_document", "application")) {
      jdbc.sql(
              "update %s set candidate_id = :into where account_id = :account and document_hash = :hash"
                  .formatted(table))
          .param("account", account.value())
          .param("hash", documentHash)
          .param("into", into.value())
          .update();
    }
  }

  /// Notes what was not known of the candidate before.
  private void fill(
      AccountId account, CandidateId candidate, @Nullable String name, @Nullable String phone) {
    jdbc.sql(
            """
            update candidate set name = coalesce(name, :name), phone = coalesce(phone, :phone)
             where account_id = :account and id = :id and (name is null or phone is null)
            """)
        .param("account", account.value())
        .param("id", candidate.value())
        .param("name", name)
        .param("phone", phone)
        .update();
  }

  private void move(AccountId account, String table, CandidateId from, CandidateId into) {
    jdbc.sql(
            "update %s set candidate_id = :into where account_id = :account and candidate_id = :from"
                .formatted(table))
        .param("account", account.value())
        .param("from", from.value())
        .param("into", into.value())
        .update();
  }

  private void remove(AccountId account, CandidateId candidate) {
    jdbc.sql("delete from candidate where account_id = :account and id = :id")
        .param("account", account.value())
        .param("id", candidate.value())
        .update();
  }

  private Optional<Candidate> one(AccountId account, String condition, Object key) {
    return jdbc.sql(SELECT + condition)
        .param("account", account.value())
        .param("key", key)
        .query(Candidates::row)
        .optional();
  }

  private static Candidate row(ResultSet row, int number) throws SQLException {
    return new Candidate(
        new CandidateId(Rows.id(row, "id")),
        row.getInt("number"),
        row.getString("name"),
        List.of((String[]) row.getArray("emails").getArray()),
        row.getString("phone"),
        Rows.instant(row, "created_at"));
  }

  private static List<String> emails(Contact contact) {
    return contact.emails().stream()
        .map(email -> email.value().toLowerCase(Locale.ROOT))
        .distinct()
        .toList();
  }

  private static @Nullable String phone(Contact contact) {
    return contact.phones().isEmpty() ? null : contact.phones().getFirst().value();
  }
}
