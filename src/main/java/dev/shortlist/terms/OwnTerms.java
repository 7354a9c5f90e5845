package dev.shortlist.terms;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Ids;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.skills.Taxonomy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The terms accounts added to the taxonomy.
@Component
public class OwnTerms {
  private static final int MOST = 500;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Taxonomy taxonomy;
  private final Ids ids;
  private final Clock clock;

  public OwnTerms(JdbcClient jdbc, Tenancy tenancy, Taxonomy taxonomy, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.taxonomy = taxonomy;
    this.ids = ids;
    this.clock = clock;
  }

  /// All of them, in the order they were added.
  public List<KeptTerm> list(AccountId account) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select id, content
                      from own_term
                     where account_id = :account
                     order by id
                    """)
                .param("account", account.value())
                .query((row, number) -> term(row))
                .list());
  }

  /// Adds a term. CVs and job descriptions that are read from now on know it; what was read before
  /// is read again when it is screened again.
  ///
  /// @throws TermRefused if a name has another meaning already, a broader or near skill is unknown,
  ///   or the account has as many terms as it may have
  public KeptTerm add(AccountId account, OwnTerm term) {
    return tenancy.inAccount(
        account.value(),
        () -> {
          var before = list(account);
          if (before.size() >= MOST) {
            throw new TermRefused(
                "the account has %s terms, which is as many as it may have: remove one first"
                    .formatted(MOST));
          }
          check(before, term);
          return insert(account, term);
        });
  }

  /// Removes a term; false if the account has none with this id.
  ///
  /// @throws TermRefused if another term names it as broader or near
  public boolean remove(AccountId account, UUID id) {
    return tenancy.inAccount(
        account.value(),
        () -> {
          var left =
              new ArrayList<>(
                  list(account).stream().filter(kept -> !kept.id().equals(id)).toList());
          checked(lines(left), "another term needs it: ");
          return jdbc.sql("delete from own_term where account_id = :account and id = :id")
                  .param("account", account.value())
                  .param("id", id)
                  .update()
              == 1;
        });
  }

  static String lines(List<KeptTerm> terms) {
    return terms.stream().map(kept -> kept.term().line()).collect(Collectors.joining("\n"));
  }

  private void check(List<KeptTerm> before, OwnTerm term) {
    var all = new ArrayList<>(before);
    all.add(new KeptTerm(ids.next(), term));
    checked(lines(all), "");
  }

  // The taxonomy itself knows best what it takes; its messages name the line first.
  private void checked(String lines, String why) {
    try {
      taxonomy.extendedBy(lines);
    } catch (IllegalArgumentException e) {
      throw new TermRefused(
          why
              + String.valueOf(e.getMessage())
                  .replaceFirst("^skills/own:\\d+: ", "")
                  .replaceFirst(
                      "skill (\\S+) is there twice", "the taxonomy or the account has $1 already"),
          e);
    }
  }

  private KeptTerm insert(AccountId account, OwnTerm term) {
    var id = ids.next();
    try {
      jdbc.sql(
              """
              insert into own_term (account_id, id, name, content, created_at)
              values (:account, :id, lower(:name), cast(:content as json), :now)
              """)
          .param("account", account.value())
          .param("id", id)
          .param("name", term.name())
          .param("content", JSON.writeValueAsString(term))
          .param("now", Rows.time(clock.instant()))
          .update();
    } catch (DuplicateKeyException e) {
      throw new TermRefused("the account has the term %s already".formatted(term.name()), e);
    }
    return new KeptTerm(id, term);
  }

  private static KeptTerm term(ResultSet row) throws SQLException {
    return new KeptTerm(
        Rows.id(row, "id"), JSON.readValue(Rows.text(row, "content"), OwnTerm.class));
  }
}
