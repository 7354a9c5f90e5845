package dev.shortlist.opening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Audit;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What applicants agree to, in every version anybody agreed to. The program has a text in each
/// language, beside this class, until the account writes its own.
@Component
public class Consents {
  public static final List<String> LANGUAGES = List.of("en", "de", "fr");
  public static final int LONGEST = 10_000;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Audit audit;
  private final Clock clock;

  Consents(JdbcClient jdbc, Tenancy tenancy, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.audit = audit;
    this.clock = clock;
  }

  /// What an applicant is asked now.
  public Consent current(AccountId account, String language) {
    return tenancy.inAccount(
        account.value(),
        () ->
            last(account, language).orElseGet(() -> new Consent(0, language, standard(language))));
  }

  /// A version somebody agreed to.
  public Optional<Consent> find(AccountId account, String language, int version) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select version, language, body from consent
                     where account_id = :account and language = :language and version = :version
                    """)
                .param("account", account.value())
                .param("language", language)
                .param("version", version)
                .query(Consents::row)
                .optional());
  }

  /// All versions of all languages, the newest of each language first, with how many receipts name
  /// them.
  public List<ConsentVersion> versions(AccountId account) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select c.version, c.language, c.body, c.created_at, count(r.reference) as agreed
                      from consent c
                      left join arrival r
                        on r.account_id = c.account_id and r.language = c.language
                       and r.version = c.version
                     where c.account_id = :account
                     group by c.language, c.version, c.body, c.created_at
                     order by c.language, c.version desc
                    """)
                .param("account", account.value())
                .query((row, number) ->
                    new ConsentVersion(
                        row(row, number), Rows.instant(row, "created_at"), row.getInt("agreed")))
                .list());
  }

  /// Asks for this from now on. Who agreed before, agreed to what it said then.
  ///
  /// @throws IllegalArgumentException if the text is empty or too long
  public Consent write(AccountId account, String language, String text) {
    String clean = text.replace("\r\n", "\n").strip();
    if (clean.isEmpty() || clean.length() > LONGEST || !LANGUAGES.contains(language)) {
      throw new IllegalArgumentException(
          "a consent text has 1 to %d characters and is in %s".formatted(LONGEST, LANGUAGES));
    }
    return tenancy.inAccount(
        account.value(),
        () -> {
          var before = current(account, language);
          if (before.text().equals(clean)) {
            return before;
          }
          var written = insert(account, new Consent(before.version() + 1, language, clean));
          audit.note(
              account, "consent.changed", "consent/" + language + "-" + written.version(), "");
          return written;
        });
  }

  /// The version of what an applicant agrees to, in the transaction that is going on.
  Consent agreed(AccountId account, Consent shown) {
    return shown.version() > 0
        ? shown
        : last(account, shown.language())
            .orElseGet(() -> insert(account, new Consent(1, shown.language(), shown.text())));
  }

  private Consent insert(AccountId account, Consent consent) {
    jdbc.sql(
            """
            insert into consent (account_id, language, version, body, created_at)
            values (:account, :language, :version, :body, :now)
                on conflict do nothing
            """)
        .param("account", account.value())
        .param("language", consent.language())
        .param("version", consent.version())
        .param("body", consent.text())
        .param("now", Rows.time(clock.instant()))
        .update();
    return last(account, consent.language()).orElseThrow();
  }

  private Optional<Consent> last(AccountId account, String language) {
    return jdbc.sql(
            """
            select version, language, body from consent
             where account_id = :account and language = :language
             order by version desc
             limit 1
            """)
        .param("account", account.value())
        .param("language", language)
        .query(Consents::row)
        .optional();
  }

  private static Consent row(ResultSet row, int number) throws SQLException {
    return new Consent(row.getInt("version"), Rows.text(row, "language"), Rows.text(row, "body"));
  }

  private static String standard(String language) {
    String name = "consent_%s.txt".formatted(language);
    try (var file = Objects.requireNonNull(Consents.class.getResourceAsStream(name), name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("the program holds " + name, e);
    }
  }
}
