package dev.shortlist.pool;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.candidate.CandidateId;
import dev.shortlist.database.Json;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.profile.Profile;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Names;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.screening.Sought;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The candidates of an account as their newest CVs tell of them, to be looked through.
@Component
public class People {
  private static final String FOUND =
      """
      with people as (
        select distinct on (f.candidate_id)
               f.candidate_id as id, r.id as reading, r.years, r.place, r.name, r.search
          from reading r
          join document d on d.account_id = :account and d.hash = r.document_hash
          join candidate_document f on f.account_id = :account and f.document_hash = r.document_hash
         where r.account_id = :account
           and (position(' corrected ' in r.version) = 0
                or exists (select from application a
                            where a.account_id = r.account_id and a.document_hash = r.document_hash
                              and a.reading_id = r.id))
         order by f.candidate_id, d.created_at desc, d.hash collate "C", r.created_at desc,
               r.id desc),
      found as (
        select p.id, p.reading, p.place
          from people p
          left join lateral (
            select a.id, a.screening_id
              from application a
             where a.account_id = :account and a.candidate_id = p.id
             order by a.id desc
             limit 1) seen on :telling
         where (p.years >= :least or :least = 0)
           and (:place = '' or position(:place in lower(p.place)) > 0)
           and not exists (select from unnest(cast(:words as text[])) as word
                            where position(word in p.search) = 0)
           and (not :telling
                or coalesce((seen.screening_id = any(:open)) <> (seen.id = any(:apart)), false)
                or :place = ''
                   and not exists (select from unnest(cast(:words as text[])) as word
                                    where position(word in %s) = 0))
           and (:label = '' or exists (
                 select from application a
                   join screening s on s.account_id = a.account_id and s.id = a.screening_id
                   cross join jsonb_each_text(s.labels) as noted (name, value)
                  where a.account_id = :account and a.candidate_id = p.id
                    and position(:label in lower(noted.name || '=' || noted.value)) > 0)))
      """
          .formatted(Sought.NAMELESS);

  private static final String PAGE =
      FOUND
          + """
          , page as (
            select f.id, c.number, c.created_at, f.reading, f.place, count(*) over () as total
              from found f
              join candidate c on c.account_id = :account and c.id = f.id
             order by c.number desc
            offset :offset limit :limit)
          select p.id, p.number, p.created_at, p.place, p.total, r.profile,
                 seen.screenings, last.id as application, last.screening_id, last.screening, last.title
            from page p
            join reading r on r.account_id = :account and r.id = p.reading
            left join lateral (
              select count(distinct a.screening_id) as screenings
                from application a
               where a.account_id = :account and a.candidate_id = p.id) seen on true
            left join lateral (
              select a.id, a.screening_id, s.number as screening, s.title
                from application a
                join screening s on s.account_id = a.account_id and s.id = a.screening_id
               where a.account_id = :account and a.candidate_id = p.id
               order by a.id desc
               limit 1) last on true
           order by p.number desc
          """;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  People(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  /// Who is wanted. What is empty does not narrow it.
  ///
  /// @param words all of these, in any case: in name, e-mail address, headline, skills, employers
  ///   or titles
  /// @param skills all of these, as the taxonomy calls them
  /// @param years of work at least
  /// @param place part of where they say to live
  /// @param label part of a label of a screening they are in: `team`, `team=north`
  public record Wanted(String words, List<String> skills, int years, String place, String label) {
    public static final Wanted ALL = new Wanted("", List.of(), 0, "", "");

    public Wanted {
      skills = List.copyOf(skills);
    }

    private String[] all() {
      return Stream.concat(
              Stream.of(lower(words).split("\\s+")), skills.stream().map(Wanted::lower))
          .filter(word -> !word.isEmpty())
          .toArray(String[]::new);
    }

    /// Whether whoever is found tells something by it that may be hidden.
    private boolean isTelling() {
      return !place.isBlank() || all().length > 0;
    }

    private static String lower(String text) {
      return text.strip().toLowerCase(Locale.ROOT);
    }
  }

  /// A page of those found, newest first.
  ///
  /// @param total how many are found
  public record Page(List<Person> people, int total) {
    public Page {
      people = List.copyOf(people);
    }
  }

  /// A candidate and what the newest CV says.
  ///
  /// @param screenings number of screenings the candidate is in
  /// @param last application of late, absent once all are deleted
  public record Person(
      CandidateId id,
      int number,
      Instant since,
      Profile profile,
      @Nullable String place,
      int screenings,
      @Nullable Seen last) {}

  /// Where a candidate was seen.
  ///
  /// @param number of the screening
  public record Seen(ApplicationId application, ScreeningId screening, int number, String title) {}

  /// Looks people up.
  ///
  /// @param offset number of those found to leave out
  public Page find(AccountId account, Wanted wanted, Names names, int offset, int limit) {
    return tenancy.inAccount(
        account.value(),
        () -> {
          var found =
              jdbc.sql(PAGE)
                  .param("account", account.value())
                  .param("least", wanted.years())
                  .param("place", Wanted.lower(wanted.place()))
                  .param("label", Wanted.lower(wanted.label()))
                  .param("words", wanted.all())
                  .param("telling", wanted.isTelling())
                  .param("open", ids(names.open(), ScreeningId::value))
                  .param("apart", ids(names.apart(), ApplicationId::value))
                  .param("offset", offset)
                  .param("limit", limit)
                  .query((row, number) -> new Found(person(row), row.getInt("total")))
                  .list();
          return new Page(
              found.stream().map(Found::person).toList(),
              found.isEmpty() ? 0 : found.getFirst().total());
        });
  }

  private static <T> UUID[] ids(Set<T> all, Function<T, UUID> id) {
    return all.stream().map(id).toArray(UUID[]::new);
  }

  private record Found(Person person, int total) {}

  private static Person person(ResultSet row) throws SQLException {
    UUID application = Rows.uuid(row, "application");
    return new Person(
        new CandidateId(Rows.id(row, "id")),
        row.getInt("number"),
        Rows.instant(row, "created_at"),
        Json.read(Rows.text(row, "profile"), Profile.class),
        row.getString("place"),
        row.getInt("screenings"),
        application == null
            ? null
            : new Seen(
                new ApplicationId(application),
                new ScreeningId(Rows.id(row, "screening_id")),
                row.getInt("screening"),
                Rows.text(row, "title")));
  }
}
