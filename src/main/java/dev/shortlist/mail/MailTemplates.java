package dev.shortlist.mail;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Audit;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The templates of an account; the program's where it has none of its own. Those stand beside this
/// class, the subject in the first line.
@Component
public class MailTemplates {
  public static final List<String> LANGUAGES = List.of("en", "de", "fr");

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Clock clock;
  private final Audit audit;

  MailTemplates(JdbcClient jdbc, Tenancy tenancy, Clock clock, Audit audit) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.clock = clock;
    this.audit = audit;
  }

  /// All kinds in all languages.
  public List<MailTemplate> list(AccountId account) {
    var all = new ArrayList<MailTemplate>();
    for (var kind : MailKind.values()) {
      for (String language : LANGUAGES) {
        all.add(get(account, kind, language));
      }
    }
    return all;
  }

  /// What mails of a kind say in a language.
  ///
  /// @throws IllegalArgumentException if there are no mails in this language
  public MailTemplate get(AccountId account, MailKind kind, String language) {
    requireLanguage(language);
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select subject, body from mail_template
                     where account_id = :account and kind = :kind and language = :language
                    """)
                .param("account", account.value())
                .param("kind", kind.name())
                .param("language", language)
                .query((row, number) ->
                    new MailTemplate(
                        kind, language, Rows.text(row, "subject"), Rows.text(row, "body"), true))
                .optional()
                .orElseGet(() -> standard(kind, language)));
  }

  /// Keeps what mails of a kind say from now on.
  ///
  /// @throws TemplateRefused if there is nothing in it, too much, or a placeholder nobody knows
  public MailTemplate save(
      AccountId account, MailKind kind, String language, String subject, String body) {
    var template = standard(kind, language).saying(subject, body);
    tenancy.inAccount(
        account.value(),
        () -> {
          jdbc.sql(
                  """
                  insert into mail_template (account_id, kind, language, subject, body, changed_at)
                  values (:account, :kind, :language, :subject, :body, :now)
                      on conflict (account_id, kind, language) do update
                     set subject = excluded.subject, body = excluded.body,
                         changed_at = excluded.changed_at
                  """)
              .param("account", account.value())
              .param("kind", kind.name())
              .param("language", language)
              .param("subject", template.subject())
              .param("body", template.body())
              .param("now", Rows.time(clock.instant()))
              .update();
          audit.note(account, "mail-template.changed", subject(kind, language), "");
        });
    return template;
  }

  /// Goes back to the program's template.
  public MailTemplate reset(AccountId account, MailKind kind, String language) {
    requireLanguage(language);
    tenancy.inAccount(
        account.value(),
        () -> {
          jdbc.sql(
                  """
                  delete from mail_template
                   where account_id = :account and kind = :kind and language = :language
                  """)
              .param("account", account.value())
              .param("kind", kind.name())
              .param("language", language)
              .update();
          audit.note(account, "mail-template.reset", subject(kind, language), "");
        });
    return standard(kind, language);
  }

  private static String subject(MailKind kind, String language) {
    return "mail-template/" + kind.category() + "-" + language;
  }

  private static void requireLanguage(String language) {
    if (!LANGUAGES.contains(language)) {
      throw new IllegalArgumentException(
          "there are mails in %s, not in \"%s\"".formatted(LANGUAGES, language));
    }
  }

  private static MailTemplate standard(MailKind kind, String language) {
    requireLanguage(language);
    String name = "%s_%s.txt".formatted(kind.category(), language);
    try (var file = Objects.requireNonNull(MailTemplates.class.getResourceAsStream(name), name)) {
      String[] parts =
          new String(file.readAllBytes(), StandardCharsets.UTF_8).strip().split("\n", 2);
      return new MailTemplate(kind, language, parts[0].strip(), parts[1].strip(), false);
    } catch (IOException e) {
      throw new UncheckedIOException("the program holds " + name, e);
    }
  }
}
