package dev.shortlist.cli;

import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.jobdescription.JobDescriptionReader;
import dev.shortlist.match.LocalMatcher;
import dev.shortlist.match.Match;
import dev.shortlist.match.Weights;
import dev.shortlist.profile.LocalProfileReader;
import dev.shortlist.profile.Reading;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.VisibleText;
import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Measure how fast this machine matches made-up CVs.",
    sortOptions = false)
final class BenchCommand implements Runnable {
  private static final int ROUNDS = 5;
  private static final Weights OTHER_WEIGHTS = new Weights(30, 30, 20, 20, 0);

  private final Console console;
  private final Clock clock;

  @Spec private CommandSpec spec;

  @Option(
      names = "--cvs",
      paramLabel = "N",
      description = "CVs in the pool (default: ${DEFAULT-VALUE}).")
  private int cvs = 10_000;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "CVs matched at a time (default: one for each processor).")
  private @Nullable Integer threads;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      description = "CVs matched before, so that the code is compiled (default: ${DEFAULT-VALUE}).")
  private int warmUp = 400;

  BenchCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public void run() {
    int count = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    atLeastOne("--cvs", cvs);
    atLeastOne("--threads", count);
    atLeastOne("--warm-up", warmUp);
    var loading = Effort.of(Taxonomy::standard);
    var out = console.out();
    settings(out, count);
    print(out, "taxonomy loaded", loading);
    var pool = new Pool(Taxonomy.standard(), LocalDate.now(clock), count);
    pool.measure(out);
  }

  private void settings(PrintStream out, int count) {
    out.printf(
        "shortlist %s, Java %s, %d processors, load %.1f, %d made-up CVs, %d threads%n",
        Version.ofProgram(),
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        Effort.load(),
        cvs,
        count);
    out.printf("%-58s %12s %12s %12s%n", "", "time", "CPU", "each");
  }

  private static void print(PrintStream out, String what, Effort effort) {
    out.printf("%-58s %9.0f ms %9.0f ms%n", what, effort.millis(), effort.cpuMillis());
  }

  private static void print(PrintStream out, String what, Effort effort, int things) {
    out.printf(
        "%-58s %9.0f ms %9.0f ms %9.3f ms%n",
        what, effort.millis(), effort.cpuMillis(), effort.cpuMillis() / things);
  }

  private void atLeastOne(String option, int count) {
    if (count < 1) {
      throw new ParameterException(
          spec.commandLine(), "%s must be at least 1 but is %d".formatted(option, count));
    }
  }

  /// CVs as stored, and what is done with all of them.
  private final class Pool {
    private final Taxonomy taxonomy;
    private final LocalDate today;
    private final int threads;
    private final MadeUpCvs made;
    private final LocalProfileReader profiles;
    private final JobDescriptionReader jobDescriptions;

    Pool(Taxonomy taxonomy, LocalDate today, int threads) {
      this.taxonomy = taxonomy;
      this.today = today;
      this.threads = threads;
      this.made = new MadeUpCvs(taxonomy);
      this.profiles = new LocalProfileReader(taxonomy);
      this.jobDescriptions = new JobDescriptionReader(taxonomy);
    }

    void measure(PrintStream out) {
      warmUp();
      var numbers = IntStream.range(0, cvs).boxed().toList();
      var read = Effort.giving(() -> Parallel.map(numbers, threads, this::reading));
      print(out, "profiles read from text", read.effort(), cvs);
      var pool = read.result();
      try (var matcher = new LocalMatcher(taxonomy)) {
        for (int number = 0; number < 3; number++) {
          var post = post(number);
          var what =
              number == 0
                  ? "a job description, nothing known of the CVs"
                  : "another job description";
          print(out, what, Effort.of(() -> match(matcher, pool, post)), cvs);
        }
        one(out, matcher, pool.getFirst(), post(0));
        reweigh(out, match(matcher, pool, post(0)));
      }
    }

    // The code is compiled while it runs: it is measured once it has run often.
    private void warmUp() {
      try (var matcher = new LocalMatcher(taxonomy)) {
        var some = IntStream.range(cvs, cvs + warmUp).mapToObj(this::reading).toList();
        for (int round = 0; round < ROUNDS; round++) {
          match(matcher, some, post(100 + round));
        }
      }
    }

    private List<Match> match(LocalMatcher matcher, List<Reading> pool, JobDescription post) {
      return Parallel.map(pool, threads, cv -> matcher.match(cv, post, Weights.STANDARD));
    }

    private void one(PrintStream out, LocalMatcher matcher, Reading cv, JobDescription post) {
      var nanos = new long[2000];
      for (int i = 0; i < nanos.length; i++) {
        long began = System.nanoTime();
        matcher.match(cv, post, Weights.STANDARD);
        nanos[i] = System.nanoTime() - began;
      }
      Arrays.sort(nanos);
      out.printf(
          "%-58s %9.3f ms, 99 of 100 within %.3f ms%n",
          "one CV and one job description, warm, one thread",
          nanos[nanos.length / 2] / 1e6,
          nanos[nanos.length * 99 / 100] / 1e6);
    }

    private void reweigh(PrintStream out, List<Match> matches) {
      for (int round = 0; round < ROUNDS; round++) {
        matches.forEach(match -> match.reweighted(OTHER_WEIGHTS));
      }
      var effort =
          Effort.of(() -> matches.stream().map(match -> match.reweighted(OTHER_WEIGHTS)).toList());
      print(out, "all weighed anew, one thread", effort, matches.size());
    }

    private Reading reading(int number) {
      var source = made.cv(number);
      return new Reading(source, profiles.read(source, today));
    }

    private JobDescription post(int number) {
      return jobDescriptions.read(null, VisibleText.of(made.jobDescription(number)));
    }
  }
}
