package dev.shortlist.applicants;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.candidate.Candidate;
import dev.shortlist.candidate.CandidateId;
import dev.shortlist.database.Json;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.match.Match;
import dev.shortlist.profile.Contact;
import dev.shortlist.profile.Profile;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.JobDescriptionId;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.text.Extraction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who applied: applications with the person behind them, of a screening or of all screenings for
/// one job description.
@Component
public class Applicants {
  private static final String FROM =
      """
      select %s, c.number, c.name, c.phone, c.created_at as known_since,
             array(select e.email from candidate_email e
                    where e.account_id = c.account_id and e.candidate_id = c.id
                    order by e.email) as emails,
             r.profile, m.content
        from application a
        join screening s on s.account_id = a.account_id and s.id = a.screening_id
        left join candidate c on c.account_id = a.account_id and c.id = a.candidate_id
        left join reading r on r.account_id = a.account_id and r.id = a.reading_id
        left join match m
          on m.account_id = a.account_id and m.id = a.match_id and a.stage = 'COMPLETED'
       where a.account_id = :account
      """
          .formatted(Applications.COLUMNS);
  private static final String ADDRESSED =
      """
      select %s, c.number, c.name, c.phone, c.created_at as known_since,
             array(select e.email from candidate_email e
                    where e.account_id = c.account_id and e.candidate_id = c.id
                    order by e.email) as emails,
             r.profile -> 'contact' as contact
        from application a
        left join candidate c on c.account_id = a.account_id and c.id = a.candidate_id
        left join reading r on r.account_id = a.account_id and r.id = a.reading_id
       where a.account_id = :account and a.id = any(:ids)
      """
          .formatted(Applications.COLUMNS);
  private static final String RANKED =
      " order by m.id is null, %s, a.id".formatted(Applications.BEST_FIRST);

  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  Applicants(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  /// All applications of a screening, best first, then those without a match in the order received.
  public List<Applicant> of(AccountId account, ScreeningId screening) {
    return list(account, "and a.screening_id = :key" + RANKED, screening.value());
  }

  /// All applications to a job description, whichever of its revisions, best first, then those
  /// without a match in the order received.
  public List<Applicant> of(AccountId account, JobDescriptionId jobDescription) {
    return list(
        account,
        """
        and s.job_description_id in (
          select revision.id
            from job_description asked
            join job_description revision
              on revision.account_id = asked.account_id and revision.number = asked.number
           where asked.account_id = :account and asked.id = :key)
        """
            + RANKED,
        jobDescription.value());
  }

  /// Whose CVs in a screening were read so far, in the order received.
  public List<CandidateId> candidates(AccountId account, ScreeningId screening) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select candidate_id
                      from application
                     where account_id = :account and screening_id = :screening
                       and candidate_id is not null
                     group by candidate_id
                     order by min(id::text)
                    """)
                .param("account", account.value())
                .param("screening", screening.value())
                .query((row, number) -> new CandidateId(Rows.id(row, "candidate_id")))
                .list());
  }

  /// The visible texts of the CVs in a screening that were read.
  public Map<ApplicationId, String> texts(AccountId account, ScreeningId screening) {
    var texts = new HashMap<ApplicationId, String>();
    tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select a.id, r.source
                      from application a
                      join reading r on r.account_id = a.account_id and r.id = a.reading_id
                     where a.account_id = :account and a.screening_id = :screening
                    """)
                .param("account", account.value())
                .param("screening", screening.value())
                .query(row -> {
                  var source = Json.read(Rows.text(row, "source"), Extraction.Text.class);
                  texts.put(new ApplicationId(Rows.id(row, "id")), source.text().text());
                }));
    return texts;
  }

  /// Where the files of a screening are stored.
  public Map<ApplicationId, Stored> stored(AccountId account, ScreeningId screening) {
    var stored = new HashMap<ApplicationId, Stored>();
    tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select a.id, d.hash, d.bytes
                      from application a
                      join document d on d.account_id = a.account_id and d.hash = a.document_hash
                     where a.account_id = :account and a.screening_id = :screening
                    """)
                .param("account", account.value())
                .param("screening", screening.value())
                .query(row -> {
                  stored.put(
                      new ApplicationId(Rows.id(row, "id")),
                      new Stored(Rows.text(row, "hash"), row.getLong("bytes")));
                }));
    return stored;
  }

  /// One application and whose it is.
  public Optional<Applicant> find(AccountId account, ApplicationId id) {
    return list(account, "and a.id = :key", id.value()).stream().findFirst();
  }

  /// Who is to be written to about these applications, without what is not needed for that; those
  /// the account does not have are left out.
  public Map<ApplicationId, Addressee> addressees(
      AccountId account, Collection<ApplicationId> applications) {
    var found = new HashMap<ApplicationId, Addressee>();
    tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(ADDRESSED)
                .param("account", account.value())
                .param("ids", values(applications))
                .query(row -> {
                  var application = Applications.application(row);
                  String contact = row.getString("contact");
                  found.put(
                      application.id(),
                      new Addressee(
                          application,
                          candidate(row, application.candidate()),
                          contact == null ? null : Json.read(contact, Contact.class)));
                }));
    return found;
  }

  /// Lets decisions about these applications wait until the transaction that is going on ends.
  public void hold(AccountId account, Collection<ApplicationId> applications) {
    tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select from application
                     where account_id = :account and id = any(:ids)
                     order by id
                       for no key update
                    """)
                .param("account", account.value())
                .param("ids", values(applications))
                .query(row -> {}));
  }

  private static UUID[] values(Collection<ApplicationId> applications) {
    return applications.stream().map(ApplicationId::value).toArray(UUID[]::new);
  }

  /// The last CV of a candidate that could be read, in whichever screening.
  public Optional<Applicant> latest(AccountId account, CandidateId candidate) {
    return list(
            account,
            "and a.candidate_id = :key and a.reading_id is not null order by a.id desc limit 1",
            candidate.value())
        .stream()
        .findFirst();
  }

  /// The first of the applications to the same job description that came before this one and name
  /// one of its e-mail addresses.
  public Optional<ApplicationId> earlier(AccountId account, ApplicationId id) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select other.id
                      from application a
                      join screening s on s.account_id = a.account_id and s.id = a.screening_id
                      join job_description j
                        on j.account_id = s.account_id and j.id = s.job_description_id
                      join reading r on r.account_id = a.account_id and r.id = a.reading_id
                      cross join json_array_elements(r.profile #> '{contact,emails}') said
                      join candidate_email e
                        on e.account_id = a.account_id and e.email = lower(said ->> 'value')
                      join application other
                        on other.account_id = a.account_id and other.candidate_id = e.candidate_id
                       and other.id < a.id
                      join screening os
                        on os.account_id = other.account_id and os.id = other.screening_id
                      join job_description oj
                        on oj.account_id = os.account_id and oj.id = os.job_description_id
                       and oj.number = j.number
                     where a.account_id = :account and a.id = :id
                     order by other.id
                     limit 1
                    """)
                .param("account", account.value())
                .param("id", id.value())
                .query((row, number) -> new ApplicationId(Rows.id(row, "id")))
                .optional());
  }

  /// A stored file.
  ///
  /// @param key what it is stored under
  public record Stored(String key, long bytes) {}

  private List<Applicant> list(AccountId account, String condition, Object key) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(FROM + condition)
                .param("account", account.value())
                .param("key", key)
                .query(Applicants::applicant)
                .list());
  }

  private static Applicant applicant(ResultSet row, int number) throws SQLException {
    var application = Applications.application(row);
    String profile = row.getString("profile");
    String match = row.getString("content");
    return new Applicant(
        application,
        candidate(row, application.candidate()),
        profile == null ? null : Json.read(profile, Profile.class),
        match == null ? null : Json.read(match, Match.class));
  }

  private static @Nullable Candidate candidate(ResultSet row, @Nullable CandidateId id)
      throws SQLException {
    return id == null
        ? null
        : new Candidate(
            id,
            row.getInt("number"),
            row.getString("name"),
            List.of((String[]) row.getArray("emails").getArray()),
            row.getString("phone"),
            Rows.instant(row, "known_since"));
  }
}
