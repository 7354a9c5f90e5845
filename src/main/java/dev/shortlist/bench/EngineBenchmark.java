package dev.shortlist.bench;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.database.Ids;
import dev.shortlist.database.Tenancy;
import dev.shortlist.intake.Intake;
import dev.shortlist.intake.Upload;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.LifeCycle;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screenings;
import dev.shortlist.tasks.TaskQueue;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Measures the engine of a running program: one part after the other, each with its target.
public final class EngineBenchmark {
  /// Threads of the lane of the light tasks.
  public static final int LIGHT_THREADS = 50;

  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final String ASKED =
      """
      Accountant

      Requirements
      - SAP
      - Excel
      - 3 years of experience in accounting
      """;

  private final ApplicationContext program;
  private final BenchSizes sizes;
  private final Path scratch;
  private final PrintStream out;
  private final AccountId large;
  private final Uploads uploads;

  /// @param program started with `shortlist.bench`, on a database nobody else uses
  /// @param address where it answers
  /// @param scratch folder for the files that are made up
  public EngineBenchmark(
      ApplicationContext program, String address, BenchSizes sizes, Path scratch, PrintStream out) {
    this.program = program;
    this.sizes = sizes;
    this.scratch = scratch;
    this.out = out;
    this.large = program.getBean(Accounts.class).local();
    this.uploads = new Uploads(address);
  }

  /// What is to be set to measure a program.
  public static Map<String, String> settings() {
    return Map.of(
        "shortlist.bench", "true",
        "shortlist.tasks.llm.threads", String.valueOf(LIGHT_THREADS),
        "shortlist.database.connections", "24");
  }

  /// Runs all parts and prints what they measure.
  public void run() {
    out.printf(
        "%d processors, load %.1f, heap %d MB, embedded PostgreSQL with fsync on, %s%n",
        Runtime.getRuntime().availableProcessors(),
        load(),
        Runtime.getRuntime().maxMemory() >> 20,
        sizes);
    try {
      lightTasks();
      latency();
      zip();
      fairness();
      progress();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void lightTasks() {
    var tasks = program.getBean(LightTasks.class);
    var account = account();
    var subjects = Stream.generate(UUID::randomUUID).limit(sizes.tasks()).toList();
    long start = System.nanoTime();
    tasks.add(program.getBean(TaskQueue.class), account.value(), subjects);
    double enqueued = seconds(start);
    await(
        () -> tasks.written() >= subjects.size() && tasks.kept(account.value()) >= subjects.size());
    line(
        "light tasks through the fence",
        "%,.0f/s of %,d in %d threads, enqueued in %.2f s, results %,d"
            .formatted(
                subjects.size() / (seconds(start) - enqueued),
                subjects.size(),
                LIGHT_THREADS,
                enqueued,
                tasks.kept(account.value())),
        ">= 1,000/s");
  }

  private void latency() {
    var tasks = program.getBean(LightTasks.class);
    var queue = program.getBean(TaskQueue.class);
    var account = account();
    var millis = new ArrayList<Double>();
    for (int i = 0; i < sizes.latencies(); i++) {
      var subject = UUID.randomUUID();
      tasks.add(queue, account.value(), List.of(subject));
      long committed = System.nanoTime();
      await(() -> tasks.hasStarted(subject));
      millis.add(Math.max(0, (tasks.startOf(subject) - committed) / 1e6));
    }
    line("commit to start", percentiles(millis), "p50 <= 10 ms");
  }

  private void zip() throws IOException {
    Path zip = scratch.resolve("upload.zip");
    MadeUpPile.write(zip, sizes.zip(), 1);
    uploads.warmUp(scratch);
    var answer = uploads.send(zip);
    var screening = program.getBean(Screenings.class).find(large, answer.screening()).orElseThrow();
    long answered = System.nanoTime();
    await(() -> finished(screening) > 0);
    line(
        "ZIP of %,d CVs (%,d kB)".formatted(sizes.zip(), Files.size(zip) >> 10),
        "answered %.2f s after the last byte, first result %.2f s after that"
            .formatted(answer.seconds(), seconds(answered)),
        "2 s, 1 s");
    await(() -> isCompleted(large, screening));
    line(
        "all of them read and matched",
        "%.1f s, %.1f CVs/s".formatted(seconds(answered), sizes.zip() / seconds(answered)),
        "");
  }

  /// An account with few CVs behind one with many; then the many are paused and cancelled.
  private void fairness() throws IOException {
    var alone = few(2);
    double solo = handIn(account(), alone);
    Path zip = scratch.resolve("queue.zip");
    MadeUpPile.write(zip, sizes.queue(), 3);
    System.gc();
    long before = heap();
    var many = screening(large);
    long start = System.nanoTime();
    intake(large, many, zip);
    double accepted = seconds(start);
    System.gc();
    long after = heap();
    line("taken in", "%,d CVs in %.2f s".formatted(sizes.queue(), accepted), "");
    line("memory kept by that", "%,d kB".formatted(Math.max(0, after - before) >> 10), "flat");

    double behind = handIn(account(), few(4));
    line(
        "5 CVs behind %,d of another account".formatted(sizes.queue()),
        "%.2f s, alone %.2f s: %.1f times".formatted(behind, solo, behind / solo),
        "<= 3 times");

    var lifeCycle = program.getBean(LifeCycle.class);
    line("pause", millis(() -> lifeCycle.pause(large, many.id())), "<= 500 ms");
    line("resume", millis(() -> lifeCycle.resume(large, many.id())), "");
    line("cancel", millis(() -> lifeCycle.cancel(large, many.id())), "<= 500 ms");
  }

  private void progress() {
    var screening = screening(large);
    fill(screening);
    var screenings = program.getBean(Screenings.class);
    var millis = new ArrayList<Double>();
    for (int i = 0; i < 40; i++) {
      long start = System.nanoTime();
      screenings.progress(large, screening.id());
      millis.add(seconds(start) * 1000);
    }
    line(
        "progress of %,d applications, half of them waiting".formatted(sizes.applications()),
        percentiles(millis),
        "<= 15 ms");
  }

  /// Applications that are through, and as many that wait and whose tasks are not due.
  private void fill(Screening screening) {
    var jdbc = program.getBean(JdbcClient.class);
    inAccount(() -> {
      jdbc.sql(
              """
              insert into application (account_id, id, screening_id, file, stage, created_at,
                                       started_at, finished_at)
              select :account, gen_random_uuid(), :screening, n || '.pdf',
                     case when n % 2 = 0 then 'COMPLETED' else 'QUEUED' end, now(),
                     case when n % 2 = 0 then now() end,
                     case when n % 2 = 0 then now() - make_interval(secs => n / 100.0) end
                from generate_series(1, :count) n
              """)
          .param("account", large.value())
          .param("screening", screening.id().value())
          .param("count", sizes.applications())
          .update();
      jdbc.sql(
              """
              insert into task_cpu (task_name, task_instance, execution_time, picked, version,
                                    priority)
              select 'application', concat_ws('/', account_id, screening_id, id),
                     now() + interval '1 day', false, 1, -1000000 - row_number() over ()
                from application
               where account_id = :account and screening_id = :screening and stage = 'QUEUED'
              """)
          .param("account", large.value())
          .param("screening", screening.id().value())
          .update();
      return jdbc.sql(
              "update screening set state = 'RUNNING' where account_id = :account and id = :id")
          .param("account", large.value())
          .param("id", screening.id().value())
          .update();
    });
  }

  private void inAccount(Supplier<Integer> work) {
    program.getBean(Tenancy.class).inAccount(large.value(), work);
  }

  private double handIn(AccountId account, Path zip) {
    var screening = screening(account);
    long start = System.nanoTime();
    intake(account, screening, zip);
    await(() -> isCompleted(account, screening));
    return seconds(start);
  }

  private Path few(int seed) throws IOException {
    Path zip = scratch.resolve("few-%d.zip".formatted(seed));
    MadeUpPile.write(zip, 5, seed);
    return zip;
  }

  private void intake(AccountId account, Screening screening, Path zip) {
    var upload = new Upload(String.valueOf(zip.getFileName()), zip);
    program.getBean(Intake.class).add(account, screening.id(), List.of(upload));
  }

  private Screening screening(AccountId account) {
    var job = program.getBean(JobDescriptions.class).create(account, null, ASKED, null);
    return program.getBean(Screenings.class).create(account, null, job.id(), null);
  }

  private int finished(Screening screening) {
    return program.getBean(Screenings.class).progress(large, screening.id()).finished();
  }

  private boolean isCompleted(AccountId account, Screening screening) {
    return program.getBean(Screenings.class).find(account, screening.id()).orElseThrow().state()
        == Screening.State.COMPLETED;
  }

  private AccountId account() {
    var id = program.getBean(Ids.class).next();
    program
        .getBean(JdbcClient.class)
        .sql("insert into account (id, name, created_at) values (:id, 'Bench', now())")
        .param("id", id)
        .update();
    return new AccountId(id);
  }

  private void line(String what, String measured, String target) {
    out.printf(
        "%-58s %s%s  (load %.1f)%n",
        what, measured, target.isEmpty() ? "" : ", target " + target, load());
    out.flush();
  }

  private static String millis(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return "%.0f ms".formatted(seconds(start) * 1000);
  }

  private static String percentiles(List<Double> millis) {
    var sorted = millis.stream().sorted().toList();
    return "p50 %.1f ms, p95 %.1f ms, most %.1f ms"
        .formatted(
            sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 95 / 100), sorted.getLast());
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static long heap() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static void await(BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new IllegalStateException("it did not come to an end within " + PATIENCE);
      }
      LockSupport.parkNanos(2_000_000); // asking costs what is measured
    }
  }
}
