package dev.shortlist.pool;

import com.sun.management.OperatingSystemMXBean;
import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.Names;
import dev.shortlist.screening.StoredCvs;
import dev.shortlist.screening.StoredJobDescription;
import dev.shortlist.skills.Taxonomy;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/// How long all stored CVs take against a new job description, and then against the same again, and
/// how long the pages of the pool take: `PoolBenchmark [CVS]`. Rows of two hundred CVs are stored
/// and copied until there are enough.
final class PoolBenchmark {
  private static final int DIFFERENT = 200;
  private static final int PLACES = 50;

  private PoolBenchmark() {}

  /// Measures and prints.
  ///
  /// @param arguments number of CVs
  public static void main(String[] arguments) throws Exception {
    int cvs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    var shortlist = new RunningShortlist(Map.of());
    shortlist.beforeAll(null);
    try {
      var account = shortlist.get(Accounts.class).local();
      var stored = new StoredCvs(shortlist, account);
      for (int i = 0; i < DIFFERENT; i++) {
        stored.add("" + i, cv(i));
      }
      stored.copy(cvs / DIFFERENT - 1);
      stored.screened();
      shortlist.database().jdbc().sql("analyze").update();
      rank(shortlist, account);
      search(shortlist, account);
      pages(shortlist);
    } finally {
      shortlist.afterAll(null);
    }
  }

  private static void rank(RunningShortlist shortlist, AccountId account) {
    var posts = shortlist.get(JobDescriptions.class);
    for (var title : List.of("Cook", "Accountant", "Staff nurse")) {
      var text = title + "\n\nRequirements\n- 3 years of experience as " + title + "\n- Excel\n";
      var asked = posts.create(account, null, text, null);
      for (var what : List.of("ranked first", "ranked again")) {
        measure(title + " " + what, () -> rank(shortlist.get(PoolRankings.class), account, asked));
      }
      for (int page : List.of(0, 100)) {
        measure(title + ", page " + page, () -> page(shortlist, account, asked, page));
      }
    }
  }

  private static void rank(PoolRankings rankings, AccountId account, StoredJobDescription asked) {
    var ranking = rankings.begin(account, asked);
    while (ranking.isRunning()) {
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
      ranking = rankings.get(account, asked);
    }
  }

  private static void page(
      RunningShortlist shortlist, AccountId account, StoredJobDescription asked, int page) {
    var rankings = shortlist.get(PoolRankings.class);
    rankings.get(account, asked);
    rankings.page(account, asked, page * PLACES, PLACES);
  }

  private static void search(RunningShortlist shortlist, AccountId account) {
    var people = shortlist.get(People.class);
    var hidden = new Names(Set.of(), Set.of());
    for (var words : List.of("", "nurse", "excel", "zebra")) {
      var wanted = new People.Wanted(words, List.of(), 0, "", "");
      for (int i = 0; i < 3; i++) {
        measure(
            "people with \"%s\"".formatted(words),
            () -> people.find(account, wanted, hidden, 0, PLACES));
      }
    }
    var living = new People.Wanted("", List.of("Excel"), 3, "leeds", "all");
    measure("people by all fields", () -> people.find(account, living, hidden, 0, PLACES));
  }

  private static void pages(RunningShortlist shortlist) {
    try (var client = HttpClient.newHttpClient()) {
      for (var path :
          List.of(
              "/candidates",
              "/candidates?page=150",
              "/candidates?q=nurse",
              "/candidates?job=1",
              "/candidates?job=1&page=150")) {
        var request = HttpRequest.newBuilder(URI.create(shortlist.address() + path)).build();
        for (int i = 0; i < 8; i++) {
          measure(path, () -> get(client, request));
        }
      }
    }
  }

  private static void get(HttpClient client, HttpRequest request) {
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
      if (status != 200) {
        throw new IllegalStateException(request.uri() + " answered " + status);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void measure(String what, Runnable work) {
    long began = System.nanoTime();
    long processor = processor();
    work.run();
    System.out.printf(
        "%s: %.0f ms, processor time %.0f ms, load %.1f%n",
        what,
        (System.nanoTime() - began) / 1e6,
        (processor() - processor) / 1e6,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  /// Of this program; the database's comes on top.
  private static long processor() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
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
