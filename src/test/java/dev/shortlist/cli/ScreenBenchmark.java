package dev.shortlist.cli;

import com.sun.management.OperatingSystemMXBean;
import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.jobdescription.JobDescriptionReader;
import dev.shortlist.match.LocalMatcher;
import dev.shortlist.match.Weights;
import dev.shortlist.profile.LocalProfileReader;
import dev.shortlist.profile.Reading;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.Limits;
import dev.shortlist.text.TextExtractor;
import dev.shortlist.text.VisibleText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/// What the whole of `screen` costs beside plain PDFBox text extraction of the same files in the
/// same run: `ScreenBenchmark FOLDER [ROUNDS] [THREADS]`.
///
/// Processor time of this process and its children; of each step the best round counts, so that a
/// busy machine disturbs least. In each round the job descriptions are new and, where it says so,
/// no title was met before.
final class ScreenBenchmark {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final int JOBS = 3;
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final List<Path> files;
  private final int threads;
  private final Taxonomy taxonomy = Taxonomy.standard();
  private final LocalProfileReader profiles = new LocalProfileReader(taxonomy);
  private final MadeUpCvs madeUp = new MadeUpCvs(taxonomy);
  private final JobDescriptionReader jobDescriptions = new JobDescriptionReader(taxonomy);
  private final Map<String, Double> millis = new LinkedHashMap<>();
  private final Map<String, Double> cpuMillis = new LinkedHashMap<>();

  private ScreenBenchmark(List<Path> files, int threads) {
    this.files = files;
    this.threads = threads;
  }

  /// Measures and prints.
  ///
  /// @param arguments folder of PDFs, rounds, files at a time
  public static void main(String[] arguments) throws IOException {
    // As in a child: what PDFBox has to say must not count as its time.
    var logging = "org.apache.commons.logging.";
    System.setProperty(logging + "LogFactory", logging + "impl.LogFactoryImpl");
    System.setProperty(logging + "Log", logging + "impl.NoOpLog");
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 12;
    int threads = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2;
    List<Path> files;
    try (var listing = Files.list(Path.of(arguments[0]))) {
      files = listing.filter(file -> file.toString().endsWith(".pdf")).sorted().toList();
    }
    var benchmark = new ScreenBenchmark(files, threads);
    benchmark.measure(rounds);
    benchmark.print();
  }

  private void measure(int rounds) {
    try (var extractor = new TextExtractor(Limits.standard(), threads)) {
      for (int round = 0; round < rounds; round++) {
        round(round, extractor);
      }
    }
  }

  private void round(int round, TextExtractor extractor) {
    measure("plain PDFBox", () -> Parallel.map(files, threads, ScreenBenchmark::strip));
    var posts = IntStream.range(0, JOBS).mapToObj(i -> post(JOBS * round + i)).toList();
    var first = posts.getFirst();
    var texts = measure("text, in child processes", () -> each(files, text(extractor)));
    var read = measure("profile", () -> each(texts, text -> Stream.of(read(text))));
    try (var matcher = new LocalMatcher(taxonomy)) {
      load(matcher);
      measure("match, titles new", () -> match(read, matcher, List.of(first)));
      measure("match, titles known", () -> match(read, matcher, posts.subList(1, 2)));
    }
    var reader = new CvReader(extractor, profiles, TODAY);
    try (var matcher = new LocalMatcher(taxonomy)) {
      load(matcher);
      measure("screen, titles new", () -> screen(reader, matcher, List.of(first)));
      measure("screen, titles known", () -> screen(reader, matcher, posts.subList(1, 2)));
      measure("screen for three, titles known", () -> screen(reader, matcher, posts));
    }
  }

  // The model is loaded by the first match.
  private void load(LocalMatcher matcher) {
    var reading = read(madeUp.cv(1));
    matcher.match(reading, post(-1000), Weights.STANDARD);
  }

  private Reading read(Extraction.Text text) {
    return new Reading(text, profiles.read(text, TODAY));
  }

  private static Function<Path, Stream<Extraction.Text>> text(TextExtractor extractor) {
    return file ->
        extractor.extract(file, file.getFileName().toString()) instanceof Extraction.Text text
            ? Stream.of(text)
            : Stream.empty();
  }

  private <T, R> List<R> each(List<T> things, Function<T, Stream<R>> work) {
    return Parallel.map(things, threads, work).stream().flatMap(done -> done).toList();
  }

  private List<Reading> screen(CvReader reader, LocalMatcher matcher, List<JobDescription> posts) {
    return each(
        files,
        file ->
            switch (reader.read(file, file.getFileName().toString())) {
              case CvReader.Read(var reading, _) -> {
                posts.forEach(post -> matcher.match(reading, post, Weights.STANDARD));
                yield Stream.of(reading);
              }
              case CvReader.Unread _ -> Stream.empty();
            });
  }

  private List<Reading> match(
      List<Reading> read, LocalMatcher matcher, List<JobDescription> posts) {
    return each(
        read,
        reading -> {
          posts.forEach(post -> matcher.match(reading, post, Weights.STANDARD));
          return Stream.of(reading);
        });
  }

  private <T> T measure(String what, Supplier<T> work) {
    double cpu = cpu();
    long began = System.nanoTime();
    var result = work.get();
    millis.merge(what, (System.nanoTime() - began) / 1e6 / files.size(), Math::min);
    cpuMillis.merge(what, (cpu() - cpu) / files.size(), Math::min);
    return result;
  }

  private void print() {
    double plain = cpuMillis.getOrDefault("plain PDFBox", 1.0);
    System.out.printf(
        "%d files, %d threads, load %.1f%n%-34s %10s %10s %10s %10s%n",
        files.size(),
        threads,
        SYSTEM.getSystemLoadAverage(),
        "a file",
        "CPU ms",
        "x plain",
        "time ms",
        "a second");
    cpuMillis.forEach((what, cpu) ->
        System.out.printf(
            "%-34s %10.2f %10.2f %10.2f %10.0f%n",
            what, cpu, cpu / plain, millis.get(what), 1000 / millis.getOrDefault(what, 1.0)));
  }

  /// Milliseconds of this process and its children, those that live and those that ended.
  private static double cpu() {
    double living =
        ProcessHandle.current()
            .descendants()
            .mapToDouble(
                child -> child.info().totalCpuDuration().map(time -> time.toMillis()).orElse(0L))
            .sum();
    return SYSTEM.getProcessCpuTime() / 1e6 + living + ended();
  }

  private static double ended() {
    try {
      var stat = Files.readString(Path.of("/proc/self/stat"));
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return 10.0 * (Long.parseLong(fields[13]) + Long.parseLong(fields[14]));
    } catch (IOException e) {
      return 0; // not Linux: children end seldom
    }
  }

  private static int strip(Path file) {
    try (var document = Loader.loadPDF(Files.readAllBytes(file))) {
      return new PDFTextStripper().getText(document).length();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JobDescription post(int number) {
    return jobDescriptions.read(null, VisibleText.of(madeUp.jobDescription(number)));
  }
}
