package dev.shortlist.screening;

import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.profile.LocalProfileReader;
import dev.shortlist.profile.Reading;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.FileType;
import dev.shortlist.text.VisibleText;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// CVs as they are stored when they were read, without files: for tests of what is done with many.
public record StoredCvs(RunningShortlist shortlist, AccountId account) {

  /// Stores one that is in no screening, and says which reading it is.
  public UUID add(String hash, String text) {
    var source =
        new Extraction.Text(FileType.TEXT, 1, VisibleText.of(text), List.of(), null, List.of());
    var profile =
        new LocalProfileReader(Taxonomy.standard()).read(source, LocalDate.of(2026, 11, 22));
    update(
        """
        insert into document (account_id, hash, bytes, created_at)
        values (:account, '%s', 1, now())
        """
            .formatted(hash));
    return shortlist
        .get(Readings.class)
        .keep(account, hash, "made-up", new Reading(source, profile))
        .id();
  }

  /// Stores the reading of `hash` once more, as one that somebody corrected.
  public void correct(String hash, String version) {
    var readings = shortlist.get(Readings.class);
    var read = readings.find(account, hash, "made-up").orElseThrow().reading();
    readings.keep(account, hash, version, read);
  }

  /// Each that is there, so many times more.
  public void copy(int times) {
    update(
        """
        insert into document (account_id, hash, bytes, created_at)
        select account_id, hash || '-' || copy, bytes, created_at
          from document, generate_series(1, %d) copy where account_id = :account
        """
            .formatted(times));
    update(
        """
        insert into reading (account_id, id, document_hash, version, source, profile, name, years,
          marks, search, place, created_at)
        select account_id, md5(id::text || copy)::uuid, document_hash || '-' || copy, version,
               source, profile, name, years, marks, search, place, created_at
          from reading, generate_series(1, %d) copy where account_id = :account
        """
            .formatted(times));
  }

  /// Each a person's, who came with it in one screening.
  public Screening screened() {
    var screening = shortlist.get(Screenings.class).create(account, "All", null, null);
    update(
        """
        insert into candidate (account_id, id, number, created_at)
        select account_id, md5('person' || hash)::uuid, row_number() over (order by hash), now()
          from document where account_id = :account
        """);
    update(
        """
        insert into candidate_document (account_id, document_hash, candidate_id)
        select account_id, hash, md5('person' || hash)::uuid
          from document where account_id = :account
        """);
    update(
        """
        insert into application (account_id, id, screening_id, number, file, document_hash, stage,
          reading_id, candidate_id, created_at, finished_at)
        select r.account_id, md5('application' || r.document_hash)::uuid, '%s',
               row_number() over (order by r.document_hash), r.document_hash || '.txt',
               r.document_hash, 'COMPLETED', r.id, md5('person' || r.document_hash)::uuid, now(),
               now()
          from reading r where r.account_id = :account and r.version = 'made-up'
        """
            .formatted(screening.id()));
    return screening;
  }

  public void update(String statement) {
    shortlist.inAccount(
        account, jdbc -> jdbc.sql(statement).param("account", account.value()).update());
  }
}
