package dev.shortlist.cli;

import dev.shortlist.report.Row.State;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Read CVs into JSON Resume files and plain text.",
    sortOptions = false,
    footer = {
      "%nWrites NAME.json and NAME.txt for each CV, and manifest.csv with a line for each file."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all files were read",
      "1:could not run",
      "2:wrong usage",
      "3:done, with files in the review tray"
    })
final class ReadCommand implements Callable<Integer> {
  private static final String MANIFEST = "manifest.csv";

  private final Console console;
  private final Clock clock;
  private final ReadingSetup reading;

  @Mixin private PileOptions pileOptions;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for what is read; it is made when missing.")
  private Path out;

  ReadCommand(Console console, Clock clock, ReadingSetup reading) {
    this.console = console;
    this.clock = clock;
    this.reading = reading;
  }

  @Override
  public Integer call() {
    var paths = pileOptions.paths();
    int threads = pileOptions.threads();
    makeFolder();
    var setup = pileOptions.setup(reading);
    try (var scratch = new Scratch();
        var engine = Engine.start(setup)) {
      var pile = Pile.of(paths, setup.limits(), scratch.folder());
      if (pile.items().isEmpty()) {
        throw new CouldNotRun("no file in %s: give CVs, a folder or a ZIP of CVs".formatted(paths));
      }
      var lines = write(pile, threads, engine);
      OutputFile.checked("--out", out.resolve(MANIFEST))
          .write(writer -> ManifestLine.write(lines, writer));
      account(lines, pile);
      return isWhole(lines) ? Exit.ALL_READ : Exit.SOME_TO_REVIEW;
    }
  }

  private List<ManifestLine> write(Pile pile, int threads, Engine engine) {
    var reader = engine.cvReader(pileOptions.asOf(clock));
    try (var progress = new ProgressBar(console, pile.fresh().size())) {
      return new Profiles(reader, engine.extractor().version(), out).write(pile, threads, progress);
    }
  }

  private static boolean isWhole(List<ManifestLine> lines) {
    return lines.stream().noneMatch(line -> line.state() == State.REVIEW);
  }

  /// Says on standard error what became of every file.
  private void account(List<ManifestLine> lines, Pile pile) {
    var review = lines.stream().filter(line -> line.state() == State.REVIEW).toList();
    if (!review.isEmpty()) {
      console.err().println("Review tray (not read):");
      for (var line : review) {
        console.err().println("  " + line.path());
        console.err().println("      " + line.reason() + "; " + line.advice());
      }
      console.err().println();
    }
    long warned = lines.stream().filter(line -> line.state() == State.WARNING).count();
    console
        .err()
        .printf(
            "%d files in = %d read + %d read with a warning + %d to review%s%n",
            lines.size(),
            lines.size() - warned - review.size(),
            warned,
            review.size(),
            pile.ignored() == 0 ? "" : " (%d system files ignored)".formatted(pile.ignored()));
    console.err().printf("See %s%n", out.resolve(MANIFEST));
  }

  private void makeFolder() {
    try {
      Files.createDirectories(out);
    } catch (FileAlreadyExistsException e) {
      throw new CouldNotRun("--out %s is a file: give a folder".formatted(out), e);
    } catch (IOException e) {
      throw new CouldNotRun("--out %s cannot be made: choose another place".formatted(out), e);
    }
    if (!Files.isWritable(out)) {
      throw new CouldNotRun("--out %s cannot be written: choose another place".formatted(out));
    }
  }
}
