package dev.shortlist.web;

import com.sun.management.OperatingSystemMXBean;
import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.blind.Blind;
import dev.shortlist.intake.Intake;
import dev.shortlist.intake.Upload;
import dev.shortlist.screening.Cursor;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.Many;
import dev.shortlist.screening.Order;
import dev.shortlist.screening.Rankings;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screenings;
import dev.shortlist.screening.Sought;
import dev.shortlist.screening.Verdict;
import dev.shortlist.skills.Taxonomy;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// How long the pages of a large screening take, names hidden and shown: `PageBenchmark [CVS
/// [WORD]]`, of those whose names have the word. Two hundred different CVs are read and ranked, and
/// their rows copied until there are enough.
final class PageBenchmark {
  private static final int DIFFERENT = 200;
  private static final int ROUNDS = 15;

  private static final String ASKED =
      """
      Senior Accountant

      Requirements
      - 5 years of experience as an accountant
      - SAP
      - Excel
      - VAT returns
      - Financial reporting
      - IFRS or US GAAP
      - Power BI
      - Budgeting
      - Bachelor's degree in accounting or finance
      - English
      - Work permit

      Nice to have
      - Python
      - SQL
      - German
      - Internal audit
      - Leadership
      """;

  private final RunningShortlist shortlist;
  private final AccountId account;
  private final HttpClient client = HttpClient.newHttpClient();

  private PageBenchmark(RunningShortlist shortlist) {
    this.shortlist = shortlist;
    this.account = shortlist.get(dev.shortlist.accounts.Accounts.class).local();
  }

  /// Measures and prints.
  ///
  /// @param arguments number of CVs, a word of the names of pages
  public static void main(String[] arguments) throws Exception {
    int cvs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    var shortlist = new RunningShortlist(Map.of());
    shortlist.beforeAll(null);
    try {
      var benchmark = new PageBenchmark(shortlist);
      var screening = benchmark.screened();
      Many.copy(shortlist, benchmark.account, screening.id(), cvs / DIFFERENT - 1);
      benchmark.decide(screening);
      benchmark.measure(screening, arguments.length > 1 ? arguments[1] : "");
    } finally {
      shortlist.afterAll(null);
    }
  }

  private Screening screened() throws Exception {
    var asked = shortlist.get(JobDescriptions.class).create(account, null, ASKED, null);
    var screenings = shortlist.get(Screenings.class);
    var screening = screenings.create(account, null, asked.id(), null);
    shortlist.get(Intake.class).add(account, screening.id(), uploads());
    while (screenings.find(account, screening.id()).orElseThrow().state()
        != Screening.State.COMPLETED) {
      Thread.sleep(200);
    }
    return screening;
  }

  private List<Upload> uploads() throws IOException {
    var uploads = new ArrayList<Upload>();
    for (int i = 0; i < DIFFERENT; i++) {
      Path file = Files.writeString(shortlist.data().resolve("cv-" + i), cv(i));
      uploads.add(new Upload(name(i).replace(' ', '-') + ".txt", file));
    }
    return uploads;
  }

  private void decide(Screening screening) {
    var some =
        shortlist.get(Rankings.class).ids(account, screening.id(), Sought.ALL, 900).reversed();
    var decisions = shortlist.get(dev.shortlist.deciding.Decisions.class);
    int each = some.size() / Verdict.values().length;
    int from = 0;
    for (var verdict : Verdict.values()) {
      decisions.decide(account, some.subList(from, from + each), verdict, "Made up.", "local");
      from += each;
    }
  }

  private void measure(Screening screening, String word) throws Exception {
    var page = "/screenings/" + screening.number();
    var rows =
        shortlist
            .get(Rankings.class)
            .page(account, screening.id(), Sought.ALL, Order.SCORE, Cursor.START, 5)
            .rows();
    var last =
        shortlist.get(Rankings.class).ids(account, screening.id(), Sought.ALL, 4950).getLast();
    var candidate = page + "/applications/" + rows.getFirst().application().id();
    var compared =
        rows.stream().map(row -> "with=" + row.application().id()).toList().stream()
            .reduce((a, b) -> a + "&" + b)
            .orElseThrow();
    var pages = new LinkedHashMap<String, String>();
    pages.put("table", page);
    pages.put("table, part that changes", page + "/live");
    pages.put("table, page 100", page + "?after=" + last);
    pages.put("board", page + "?view=board");
    pages.put("filtered by answers", page + "?answer=r2:met&answer=r3:met");
    pages.put("filtered by score and decision", page + "?minScore=40&verdict=none");
    pages.put("sorted by years", page + "?order=years");
    pages.put("sorted by name", page + "?order=name");
    pages.put("searched for words", page + "?q=budget");
    pages.put("candidate", candidate);
    pages.put("candidate, from a filtered list", candidate + "?minScore=40&order=years");
    pages.put("compare five", page + "/compare?" + compared);
    pages.put("what-if", page + "/what-if");
    pages.put("what-if, moved", page + "/what-if/ranking?technical=20&r.r2=80");
    pages.put("files", page + "/files");
    pages.keySet().removeIf(name -> !name.contains(word));
    for (boolean shown : new boolean[] {false, true}) {
      shortlist.get(Blind.class).show(account, screening.id(), shown, "local");
      System.out.println(shown ? "names shown" : "names hidden");
      for (var one : pages.entrySet()) {
        report(one.getKey(), () -> get(one.getValue()));
      }
    }
    report(
        "figures of the pool alone",
        () ->
            shortlist
                .get(dev.shortlist.figures.Overview.class)
                .of(account, screening.id())
                .total());
  }

  private static void report(String what, Callable<Integer> work) throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      work.call();
    }
    var millis = new ArrayList<Double>();
    int size = 0;
    long processor = processor();
    for (int i = 0; i < ROUNDS; i++) {
      long began = System.nanoTime();
      size = work.call();
      millis.add((System.nanoTime() - began) / 1e6);
    }
    processor = processor() - processor;
    millis.sort(null);
    System.out.printf(
        "  %-34s %7.1f ms (best %6.1f, worst %7.1f), processor %6.1f ms, %4d kB, load %.1f%n",
        what,
        millis.get(ROUNDS / 2),
        millis.getFirst(),
        millis.getLast(),
        processor / 1e6 / ROUNDS,
        size / 1024,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  /// Of this program, the browser's part of it too; the database's comes on top.
  private static long processor() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private int get(String path) throws Exception {
    var answer =
        client.send(
            HttpRequest.newBuilder(URI.create(shortlist.address() + path)).build(),
            HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + " answered " + answer.statusCode());
    }
    return answer.body().length;
  }

  private static String name(int number) {
    var given =
        List.of("Gesine", "Oyelaran", "Mirela", "Tomasz", "Aroha", "Joaquin", "Svea", "Idris");
    var family =
        List.of("Quandt", "Petrosyan", "Lindholm", "Okonjo", "Marchetti", "Vandermeer", "Szabo");
    return given.get(number % given.size()) + " " + family.get(number % family.size());
  }

  private static String cv(int number) {
    var occupations = Taxonomy.standard().occupations();
    var text =
        new StringBuilder(
            """
            %s
            Accountant and analyst
            someone%d@example.com | +49 151 5550 %04d | linkedin.com/in/someone%d
            Lindenstrasse %d, 50667 Fennhausen

            Profile
            Accountant with many years in reporting and budgeting, known for exact work and calm.

            Work experience
            """
                .formatted(name(number), number, number, number, number + 1));
    for (int post = 0; post < 5; post++) {
      var occupation = occupations.get((number * 7 + post / 2) % occupations.size());
      text.append(post % 2 == 0 ? "Accountant" : occupation.titles().getFirst())
          .append("\nNorthmoor Ceramics Ltd, Leeds\n")
          .append("03/%d - 02/%d\n".formatted(2020 - 3 * post, 2023 - 3 * post))
          .append(
              "- Prepared monthly accounts and VAT returns in SAP for %d sites\n"
                  .formatted(number % 9 + 2))
          .append("- Built dashboards in Power BI and Excel and presented them to the board\n");
      for (var duty : occupation.duties()) {
        text.append("- ").append(duty).append(", every day and for all departments\n");
      }
    }
    return text.append(
            """

            Education
            B.Sc. Accounting, University of Fennhausen, 2004 - 2007
            Nordstadt Grammar School, 1995 - 2004

            Skills
            Excel, Word, SAP, Power BI, SQL%s, Budgeting, Forecasting, IFRS, Internal audit, DATEV

            Languages
            English (C1), German (native), French (B1)
            """
                .formatted(number % 3 == 0 ? ", Python" : ""))
        .toString();
  }
}
