package dev.shortlist.cli;

import dev.shortlist.report.HtmlReport;
import dev.shortlist.report.RankingCsv;
import dev.shortlist.report.RankingTable;
import dev.shortlist.report.Report;
import dev.shortlist.report.ReportJson;
import dev.shortlist.report.Row;
import dev.shortlist.translation.Translation;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "screen",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Rank CVs for one or more job descriptions, and say why.",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all files were read",
      "1:could not run",
      "2:wrong usage",
      "3:done, with files in the review tray"
    })
final class ScreenCommand implements Callable<Integer> {
  /// A PDF is laid out in memory.
  private static final int MOST_PRINTED = 100;

  private final Console console;
  private final Clock clock;
  private final ReadingSetup reading;

  @Spec private CommandSpec spec;
  @Mixin private PileOptions pileOptions;

  @Option(
      names = "--job",
      paramLabel = "JD",
      required = true,
      description =
          "Job description: a PDF, Word or text file, or - for standard input. Once for each.")
  private List<String> jobs;

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "Show the best N in the table and the report; CSV and JSON hold all.")
  private int top = Integer.MAX_VALUE;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json",
      description = "How to write the ranking (default: table).")
  private Format format = Format.TABLE;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the ranking there instead of to standard output.")
  private @Nullable Path out;

  @Option(
      names = "--report",
      paramLabel = "FILE.html|FILE.pdf",
      description = {
        "Write a page that explains each score, to read, send and print,",
        "or the same as a PDF of the best 100 at most."
      })
  private @Nullable Path page;

  ScreenCommand(Console console, Clock clock, ReadingSetup reading) {
    this.console = console;
    this.clock = clock;
    this.reading = reading;
  }

  enum Format {
    TABLE,
    CSV,
    JSON
  }

  @Override
  public Integer call() {
    pileOptions.atLeastOne("--top", top);
    var paths = pileOptions.paths();
    checkJobs();
    var outFile = out == null ? null : OutputFile.checked("--out", out);
    var pageFile = page == null ? null : OutputFile.checked("--report", page);
    checkReport();
    var report = screen(paths);
    if (pageFile != null) {
      explain(report, pageFile);
    }
    if (outFile != null) {
      outFile.write(writer -> write(report, writer));
    } else {
      print(report);
    }
    if (outFile != null || format != Format.TABLE) {
      account(report);
    }
    return report.review().isEmpty() ? Exit.ALL_READ : Exit.SOME_TO_REVIEW;
  }

  private void checkReport() {
    boolean device = page != null && Files.exists(page) && !Files.isRegularFile(page);
    if (page != null && !device && !endsWith(".html", ".htm", ".pdf")) {
      throw new ParameterException(
          spec.commandLine(),
          "--report %s: a report is a page or a PDF, so its name ends with .html or .pdf"
              .formatted(page));
    }
  }

  private void explain(Report report, OutputFile file) {
    if (isPdf()) {
      var printed = new HtmlReport(Math.min(top, MOST_PRINTED), Translation.ENGLISH);
      file.bytes(out -> printed.pdf(report, out));
    } else {
      file.write(writer -> new HtmlReport(top, Translation.ENGLISH).write(report, writer));
    }
  }

  private boolean isPdf() {
    return endsWith(".pdf");
  }

  private boolean endsWith(String... endings) {
    String name = page == null ? "" : page.toString().toLowerCase(Locale.ROOT);
    return Arrays.stream(endings).anyMatch(name::endsWith);
  }

  private Report screen(List<Path> paths) {
    int threads = pileOptions.threads();
    var asOf = pileOptions.asOf(clock);
    var setup = pileOptions.setup(reading);
    try (var scratch = new Scratch();
        var engine = Engine.start(setup)) {
      var read = NamedJob.readAll(jobs, threads, console, engine, scratch.folder());
      var pile = Pile.of(paths, setup.limits(), scratch.folder());
      if (pile.items().isEmpty()) {
        throw new CouldNotRun("no file in %s: give CVs, a folder or a ZIP of CVs".formatted(paths));
      }
      try (var progress = new ProgressBar(console, pile.fresh().size())) {
        return new Screener(engine.cvReader(asOf), engine.matcher(), read)
            .screen(pile, threads, asOf, progress);
      }
    }
  }

  private void checkJobs() {
    if (jobs.stream().filter(NamedJob.STANDARD_INPUT::equals).count() > 1) {
      throw new ParameterException(
          spec.commandLine(), "--job - can be given once, as there is one standard input");
    }
    for (var job : jobs) {
      if (!job.equals(NamedJob.STANDARD_INPUT) && !Files.isRegularFile(Path.of(job))) {
        throw new ParameterException(spec.commandLine(), "no such file: --job %s".formatted(job));
      }
    }
  }

  private void print(Report report) {
    try {
      var writer = new OutputStreamWriter(console.out(), StandardCharsets.UTF_8);
      write(report, writer);
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Report report, Writer writer) throws IOException {
    switch (format) {
      case TABLE -> new RankingTable(console.columns(), top).write(report, new PrintWriter(writer));
      case CSV -> {
        var csv = new RankingCsv(writer);
        for (var row : (Iterable<Row>) report.rows()::iterator) {
          csv.add(row);
        }
      }
      case JSON -> ReportJson.write(report, writer);
    }
  }

  private void account(Report report) {
    var writer = new PrintWriter(console.err(), true, StandardCharsets.UTF_8);
    RankingTable.unranked(report, writer);
    writer.println(RankingTable.account(report));
  }
}
