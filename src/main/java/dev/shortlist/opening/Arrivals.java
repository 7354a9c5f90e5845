package dev.shortlist.opening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Erased;
import dev.shortlist.database.Eraser;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.mail.GivenContact;
import dev.shortlist.screening.ApplicationId;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What came by the pages to apply on: whose, by which words, and what they agreed to.
@Component
public class Arrivals implements GivenContact, Eraser {
  private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int REFERENCE_LENGTH = 16;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Duration ONE_MAIL = Duration.ofDays(1);
  private static final String SELECT =
      """
      select application_id, job_number, reference, name, email, language, version, created_at
        from arrival
       where account_id = :account
      """;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Clock clock;

  Arrivals(JdbcClient jdbc, Tenancy tenancy, Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /// How an application came; empty when not by such a page. A file that had come in another way
  /// before is nobody's who sends it again.
  public Optional<Arrival> find(AccountId account, ApplicationId application) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(SELECT + "and application_id = :application and first")
                .param("account", account.value())
                .param("application", application.value())
                .query(Arrivals::row)
                .optional());
  }

  /// What a receipt is for.
  ///
  /// @param words the reference, as people write it: in small letters, without its dashes
  public Optional<Arrival> find(Opening opening, String words) {
    return referenceIn(words).flatMap(reference -> at(opening, reference));
  }

  private Optional<Arrival> at(Opening opening, String reference) {
    return tenancy.inAccount(
        opening.account().value(),
        () ->
            jdbc.sql(SELECT + "and job_number = :job and reference = :reference")
                .param("account", opening.account().value())
                .param("job", opening.job())
                .param("reference", reference)
                .query(Arrivals::row)
                .optional());
  }

  /// What the account gave a receipt for.
  Optional<Arrival> find(AccountId account, String reference) {
    return jdbc.sql(SELECT + "and reference = :reference")
        .param("account", account.value())
        .param("reference", reference)
        .query(Arrivals::row)
        .optional();
  }

  @Override
  public Map<ApplicationId, Contact> of(AccountId account, Collection<ApplicationId> applications) {
    var contacts = new HashMap<ApplicationId, Contact>();
    tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(SELECT + "and application_id = any(:applications) and first")
                .param("account", account.value())
                .param(
                    "applications",
                    applications.stream().map(ApplicationId::value).toArray(UUID[]::new))
                .query(row -> {
                  var arrival = row(row, 0);
                  contacts.put(arrival.application(), new Contact(arrival.name(), arrival.email()));
                }));
    return contacts;
  }

  /// Those who go take along what they wrote; rows of applications go with these.
  @Override
  public void erase(UUID account, Erased erased) {
    jdbc.sql("delete from arrival where account_id = :account and lower(email) = any(:addresses)")
        .param("account", account)
        .param("addresses", erased.addresses().toArray(String[]::new))
        .update();
  }

  /// Writes down what came, in the transaction that is going on; what this person sent before is
  /// what it was.
  ///
  /// @param first whether the application is made by it; else the file had come in another way
  /// @return whether it is new
  boolean add(AccountId account, Arrival arrival, boolean first) {
    return jdbc.sql(
                """
                insert into arrival (account_id, application_id, job_number, reference, name, email,
                  language, version, first, created_at)
                values (:account, :application, :job, :reference, :name, :email, :language, :version,
                  :first, :now)
                    on conflict (account_id, application_id, email) do nothing
                """)
            .param("account", account.value())
            .param("application", arrival.application().value())
            .param("job", arrival.job())
            .param("reference", arrival.reference())
            .param("name", arrival.name())
            .param("email", arrival.email())
            .param("language", arrival.language())
            .param("version", arrival.version())
            .param("first", first)
            .param("now", Rows.time(arrival.at()))
            .update()
        == 1;
  }

  Arrival get(AccountId account, ApplicationId application, String email) {
    return jdbc.sql(SELECT + "and application_id = :application and email = :email")
        .param("account", account.value())
        .param("application", application.value())
        .param("email", email)
        .query(Arrivals::row)
        .single();
  }

  /// Whether this address was told lately that an application for the job came: nobody is sent many
  /// mails by filling a form.
  boolean wasTold(AccountId account, Arrival arrival) {
    return Boolean.TRUE.equals(
        jdbc.sql(
                """
                select exists (
                  select from arrival
                   where account_id = :account and email = :email and application_id <> :application
                     and created_at > :since)
                """)
            .param("account", account.value())
            .param("email", arrival.email())
            .param("application", arrival.application().value())
            .param("since", Rows.time(clock.instant().minus(ONE_MAIL)))
            .query((row, number) -> row.getBoolean(1))
            .single());
  }

  /// Easy to read out: `K7QM-2XRB-9TFD-HW4P`.
  static String reference() {
    return RANDOM
        .ints(REFERENCE_LENGTH, 0, LETTERS.length())
        .mapToObj(at -> String.valueOf(LETTERS.charAt(at)))
        .collect(Collectors.joining())
        .replaceAll("(.{4})(?=.)", "$1-");
  }

  /// The reference somebody wrote, if it can be one: `k7qm 2xrb 9tfd hw4p`.
  static Optional<String> referenceIn(String words) {
    String letters = words.toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}]", "");
    return letters.matches("[%s]{%d}".formatted(LETTERS, REFERENCE_LENGTH))
        ? Optional.of(letters.replaceAll("(.{4})(?=.)", "$1-"))
        : Optional.empty();
  }

  static String address(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  private static Arrival row(ResultSet row, int number) throws SQLException {
    return new Arrival(
        new ApplicationId(Rows.id(row, "application_id")),
        row.getInt("job_number"),
        Rows.text(row, "reference"),
        Rows.text(row, "name"),
        Rows.text(row, "email"),
        Rows.text(row, "language"),
        row.getInt("version"),
        Rows.instant(row, "created_at"));
  }
}
