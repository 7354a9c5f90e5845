package dev.shortlist.judging;

import dev.shortlist.Shortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.database.TestDatabase;
import dev.shortlist.intake.Intake;
import dev.shortlist.intake.Upload;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.Judged;
import dev.shortlist.screening.Order;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.screening.Screenings;
import dev.shortlist.screening.Sought;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ConfigurableApplicationContext;

/// Reads a folder of CVs with a provider that counts, from some nodes at once, and says what came
/// of it.
///
/// Arguments: base URL of OpenAI's protocol, folder of CVs, nodes, longest seconds (0: until all is
/// done), then settings such as `requests-per-minute=15`. With `-Djudging.data=FOLDER` the database
/// stays there, so that a run that was killed goes on.
final class JudgingEvaluation {
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final String JOB =
      "Software Engineer\n\nRequirements\n- Python\n- SQL\n- Docker\n- English\n";

  private JudgingEvaluation() {}

  public static void main(String[] args) throws Exception {
    String kept = System.getProperty("judging.data");
    if (kept != null) {
      var context = Shortlist.start(settings(args, "", Path.of(kept)));
      run(context, cvs(Path.of(args[1])), Duration.ofSeconds(Long.parseLong(args[3])));
      context.close();
      return;
    }
    var database = new TestDatabase();
    database.beforeAll(null);
    var folder = Files.createTempDirectory("judging");
    var nodes = new ArrayList<ConfigurableApplicationContext>();
    for (int node = 0; node < Integer.parseInt(args[2]); node++) {
      nodes.add(Shortlist.start(settings(args, database.url(), folder)));
    }
    run(nodes.getFirst(), cvs(Path.of(args[1])), Duration.ofSeconds(Long.parseLong(args[3])));
    nodes.forEach(ConfigurableApplicationContext::close);
    database.afterAll(null);
  }

  private static Map<String, String> settings(String[] args, String url, Path folder) {
    var settings = new HashMap<String, String>();
    settings.put("shortlist.port", "0");
    settings.put("shortlist.data", folder.toString());
    settings.put("shortlist.database.url", url);
    settings.put("shortlist.ai.provider", "openai");
    settings.put("shortlist.ai.model", "gpt-4o-mini");
    settings.put("shortlist.ai.api-key", "k");
    settings.put("shortlist.ai.base-url", args[0]);
    settings.put("shortlist.ai.cascade", "all");
    settings.put("shortlist.ai.readings", "1");
    settings.put("logging.level.dev.shortlist", "warn");
    for (int i = 4; i < args.length; i++) {
      String[] parts = args[i].split("=", 2);
      settings.put("shortlist.ai." + parts[0], parts[1]);
    }
    return settings;
  }

  private static List<Upload> cvs(Path folder) throws Exception {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".pdf"))
          .sorted()
          .map(file -> new Upload(file.getFileName().toString(), file))
          .toList();
    }
  }

  private record Look(double seconds, int judged, double promised) {}

  private static void run(ConfigurableApplicationContext node, List<Upload> cvs, Duration longest) {
    var account = node.getBean(Accounts.class).local();
    var screenings = node.getBean(Screenings.class);
    long start = System.nanoTime();
    var screening =
        screenings.list(account, 1).stream()
            .findFirst()
            .map(Screening::id)
            .orElseGet(() -> begin(node, account, cvs));
    var looks = new ArrayList<Look>();
    double matched = 0;
    while (true) {
      LockSupport.parkNanos(LOOK.toNanos());
      double now = (System.nanoTime() - start) / 1e9;
      var progress = screenings.progress(account, screening);
      var models = progress.models();
      if (matched == 0 && models.waiting() > 0) {
        matched = now;
      }
      var remaining = progress.remaining();
      if (remaining != null && models.waiting() > 0) {
        looks.add(new Look(now, models.judged() + models.local(), remaining.toMillis() / 1e3));
      }
      if (progress.state() == Screening.State.COMPLETED
          || (!longest.isZero() && now - matched > longest.toSeconds())) {
        report(node, account, screening, looks, matched, now);
        return;
      }
    }
  }

  private static ScreeningId begin(
      ConfigurableApplicationContext node, AccountId account, List<Upload> cvs) {
    var job = node.getBean(JobDescriptions.class).create(account, null, JOB, null);
    var screening = node.getBean(Screenings.class).create(account, null, job.id(), null).id();
    node.getBean(Intake.class).add(account, screening, cvs);
    return screening;
  }

  private static void report(
      ConfigurableApplicationContext node,
      AccountId account,
      ScreeningId screening,
      List<Look> looks,
      double matched,
      double end) {
    var progress = node.getBean(Screenings.class).progress(account, screening);
    var ranking =
        node.getBean(Applications.class)
            .ranking(account, screening, Sought.ALL, Order.SCORE, 0, 10_000);
    long wrong =
        ranking.stream()
            .filter(one -> {
              var judged = one.judged();
              return judged == null
                  || (judged.state() == Judged.State.JUDGED
                      ? !one.match().version().contains("judge-3")
                      : one.match().score() != judged.local());
            })
            .count();
    var spent = node.getBean(ModelCosts.class).of(account, screening);
    System.out.printf(
        "RESULT state=%s ranked=%d wrong=%d models=%s calls=%d matched=%.1fs all=%.1fs%n",
        progress.state(), ranking.size(), wrong, progress.models(), spent.calls(), matched, end);
    int total = ranking.size();
    for (int percent : new int[] {25, 50, 75}) {
      looks.stream()
          .filter(look -> look.judged() * 100 >= percent * total)
          .findFirst()
          .ifPresent(look ->
              System.out.printf(
                  "ETA at %d %%: promised %.1f s, real %.1f s, ratio %.2f%n",
                  percent,
                  look.promised(),
                  end - look.seconds(),
                  look.promised() / (end - look.seconds())));
    }
  }
}
