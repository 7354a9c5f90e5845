package dev.shortlist.screening;

import com.sun.management.OperatingSystemMXBean;
import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.profile.LocalProfileReader;
import dev.shortlist.profile.Reading;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.FileType;
import dev.shortlist.text.VisibleText;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// How long all stored CVs take against a new job description, and then against the same again:
/// `PoolBenchmark [CVS]`. Rows of two hundred CVs are stored and copied until there are enough.
final class PoolBenchmark {
  private static final int DIFFERENT = 200;

  private PoolBenchmark() {}

  /// Measures and prints.
  ///
  /// @param arguments number of CVs
  public static void main(String[] arguments) throws Exception {
    int cvs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    var shortlist = new RunningShortlist(Map.of());
    shortlist.beforeAll(null);
    try {
      var account = new AccountId(shortlist.database().account());
      for (int i = 0; i < DIFFERENT; i++) {
        store(shortlist, account, i);
      }
      copy(shortlist, account, cvs / DIFFERENT - 1);
      rank(shortlist, account);
    } finally {
      shortlist.afterAll(null);
    }
  }

  private static void rank(RunningShortlist shortlist, AccountId account) {
    var posts = shortlist.get(JobDescriptions.class);
    var load = ManagementFactory.getOperatingSystemMXBean();
    for (var title : List.of("Cook", "Accountant", "Staff nurse")) {
      var text = title + "\n\nRequirements\n- 3 years of experience as " + title + "\n- Excel\n";
      var asked = posts.create(account, null, text, null);
      for (var what : List.of("first", "again")) {
        long began = System.nanoTime();
        long processor = processor();
        var ranked = shortlist.get(Pool.class).rank(account, asked, 20);
        System.out.printf(
            "%s, %s: %d CVs ranked in %.0f ms, processor time %.0f ms, load %.1f%n",
            title,
            what,
            ranked.cvs(),
            (System.nanoTime() - began) / 1e6,
            (processor() - processor) / 1e6,
            load.getSystemLoadAverage());
      }
    }
  }

  /// Of this program; the database's comes on top.
  private static long processor() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static void store(RunningShortlist shortlist, AccountId account, int number) {
    update(
        shortlist,
        account,
        "insert into document (account_id, hash, bytes, created_at)"
            + " values (:account, :number, 1, now())",
        number);
    var text = VisibleText.of(cv(number));
    var source = new Extraction.Text(FileType.TEXT, 1, text, List.of(), null, List.of());
    var profile =
        new LocalProfileReader(Taxonomy.standard()).read(source, LocalDate.of(2026, 11, 22));
    shortlist
        .get(Readings.class)
        .keep(account, "" + number, "made-up", new Reading(source, profile));
  }

  private static void copy(RunningShortlist shortlist, AccountId account, int times) {
    update(
        shortlist,
        account,
        "insert into document (account_id, hash, bytes, created_at)"
            + " select account_id, hash || '-' || copy, bytes, created_at"
            + " from document, generate_series(1, :number) copy where account_id = :account",
        times);
    update(
        shortlist,
        account,
        "insert into reading (account_id, id, document_hash, version, source, profile, name, years,"
            + " marks, search, created_at)"
            + " select account_id, gen_random_uuid(), document_hash || '-' || copy, version, source,"
            + " profile, name, years, marks, search, created_at"
            + " from reading, generate_series(1, :number) copy where account_id = :account",
        times);
  }

  private static void update(
      RunningShortlist shortlist, AccountId account, String statement, int number) {
    shortlist
        .database()
        .tenancy()
        .inAccount(
            account.value(),
            () ->
                shortlist
                    .database()
                    .jdbc()
                    .sql(statement)
                    .param("account", account.value())
                    .param("number", number)
                    .update());
  }

  private static String cv(int number) {
    var occupations = Taxonomy.standard().occupations();
    var text = new StringBuilder("Ann Archer\nann@example.com\n\nWork experience\n");
    for (int post = 0; post < 4; post++) {
      var occupation = occupations.get((number * 7 + post / 2) % occupations.size());
      text.append(occupation.titles().get(post % occupation.titles().size()))
          .append("\nAcme Ltd, Leeds\n03/%s - 02/%s\n".formatted(2020 - 3 * post, 2023 - 3 * post));
      for (var duty : occupation.duties()) {
        text.append("- ").append(duty).append(", every day and for all departments\n");
      }
    }
    return text.append("\nSkills\nExcel, Word, SAP\n").toString();
  }
}
