package dev.shortlist.cli;

import dev.shortlist.cli.Operations.RankedCv;
import dev.shortlist.match.Ranking;
import dev.shortlist.match.Weights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "estimate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Say what it would take to have the model of the settings read CVs; nothing is sent.",
    sortOptions = false)
final class EstimateCommand implements Callable<Integer> {
  private final Console console;
  private final Clock clock;
  private final ReadingSetup reading;
  private final Operations operations;

  @Spec private CommandSpec spec;
  @Mixin private PileOptions pileOptions;

  @Option(
      names = "--job",
      paramLabel = "JD",
      required = true,
      description = "Job description: a PDF, Word or text file.")
  private Path job;

  @Option(
      names = "--cascade",
      paramLabel = "band|all",
      description = "Which ranked CVs it reads (default: as set, else band).")
  private @Nullable String cascade;

  EstimateCommand(Console console, Clock clock, ReadingSetup reading, Operations operations) {
    this.console = console;
    this.clock = clock;
    this.reading = reading;
    this.operations = operations;
  }

  @Override
  public Integer call() {
    if (!Files.isRegularFile(job)) {
      throw new ParameterException(spec.commandLine(), "no such file: --job %s".formatted(job));
    }
    if (cascade != null && !cascade.matches("(?i)band|all")) {
      throw new ParameterException(
          spec.commandLine(), "--cascade must be band or all but is %s".formatted(cascade));
    }
    var out = spec.commandLine().getOut();
    estimate(pileOptions.paths()).forEach(out::println);
    out.flush();
    return Exit.ALL_READ;
  }

  private List<String> estimate(List<Path> paths) {
    var setup = pileOptions.setup(reading);
    try (var scratch = new Scratch();
        var engine = Engine.start(setup)) {
      int threads = pileOptions.threads();
      var asked =
          NamedJob.readAll(List.of(job.toString()), threads, console, engine, scratch.folder())
              .getFirst()
              .content();
      var pile = Pile.of(paths, setup.limits(), scratch.folder());
      var reader = engine.cvReader(pileOptions.asOf(clock));
      try (var progress = new ProgressBar(console, pile.fresh().size())) {
        var read =
            Parallel.map(
                pile.fresh(),
                threads,
                file -> {
                  var one = reader.read(file.file(), file.path());
                  progress.step();
                  return one instanceof CvReader.Read(var reading, _)
                      ? Optional.of(
                          new RankedCv(
                              file.hash(),
                              reading,
                              engine.matcher().match(reading, asked, Weights.STANDARD)))
                      : Optional.<RankedCv>empty();
                });
        var ranked =
            Ranking.of(
                    read.stream().flatMap(Optional::stream).toList(),
                    RankedCv::match,
                    RankedCv::hash)
                .stream()
                .map(Ranking.Ranked::element)
                .toList();
        return operations.estimate(asked, ranked, cascade);
      }
    }
  }
}
