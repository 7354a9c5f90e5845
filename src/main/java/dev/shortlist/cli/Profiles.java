package dev.shortlist.cli;

import dev.shortlist.profile.Reading;
import dev.shortlist.report.JsonResume;
import dev.shortlist.report.Remark;
import dev.shortlist.report.Unread;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Reads a pile of CVs, each once, into a folder: `NAME.json` and `NAME.txt` for each file.
final class Profiles {
  private final CvReader reader;
  private final String textVersion;
  private final Path folder;

  Profiles(CvReader reader, String textVersion, Path folder) {
    this.reader = reader;
    this.textVersion = textVersion;
    this.folder = folder;
  }

  /// Writes the files of all items and gives the lines of the manifest, in the order of the pile.
  List<ManifestLine> write(Pile pile, int threads, ProgressBar progress) {
    var targets = targets(pile);
    var byHash = new HashMap<String, List<Target>>();
    var lines = new ArrayList<ManifestLine>();
    for (var target : targets) {
      switch (target.item()) {
        case Pile.Fresh(_, _, var hash) -> copies(byHash, hash).add(target);
        case Pile.Copy(_, var hash) -> copies(byHash, hash).add(target);
        case Pile.Refused(var path, var reason, var detail) ->
            lines.add(unread(target, new Unread(path, reason, detail), Duration.ZERO));
      }
    }
    Parallel.map(
            pile.fresh(),
            threads,
            file -> {
              var written = write(file, copies(byHash, file.hash()));
              progress.step();
              return written;
            })
        .forEach(lines::addAll);
    lines.sort(Comparator.comparingInt(ManifestLine::place));
    return lines;
  }

  /// Where an item's files go.
  ///
  /// @param place its place in the pile
  private record Target(int place, Pile.Item item, String name) {}

  private static List<Target> targets(Pile pile) {
    var names = new OutputNames();
    var targets = new ArrayList<Target>();
    for (var item : pile.items()) {
      targets.add(new Target(targets.size(), item, names.next(Pile.fileName(item.path()))));
    }
    return targets;
  }

  private static List<Target> copies(Map<String, List<Target>> byHash, String hash) {
    return byHash.computeIfAbsent(hash, _ -> new ArrayList<>());
  }

  private List<ManifestLine> write(Pile.Fresh file, List<Target> targets) {
    return switch (reader.read(file.file(), file.path())) {
      case CvReader.Read(var reading, var took) ->
          targets.stream().map(target -> read(target, file, reading, took)).toList();
      case CvReader.Unread(var reason, var detail, var took) ->
          targets.stream()
              .map(target -> unread(target, new Unread(target.item().path(), reason, detail), took))
              .toList();
    };
  }

  private ManifestLine read(Target target, Pile.Fresh file, Reading reading, Duration took) {
    var path = target.item().path();
    write(target, ".json", out -> JsonResume.write(path, reading, textVersion, out));
    write(target, ".txt", out -> out.write(reading.source().text().text()));
    var remarks = Remark.of(reading);
    boolean copy = target.item() instanceof Pile.Copy;
    var reason =
        Stream.of(copy ? "the same file as " + file.path() : "", Remark.sentence(remarks))
            .filter(words -> !words.isEmpty())
            .reduce((first, second) -> first + "; " + second)
            .orElse("");
    var seconds = copy ? Duration.ZERO : took;
    return new ManifestLine(
        target.place(), path, Remark.state(remarks), reason, "", seconds, target.name() + ".json");
  }

  private ManifestLine unread(Target target, Unread file, Duration took) {
    write(target, ".json", out -> JsonResume.write(file, textVersion, out));
    return ManifestLine.review(target.place(), file, took, target.name() + ".json");
  }

  private void write(Target target, String extension, OutputFile.Content content) {
    var file = folder.resolve(target.name() + extension);
    try (Writer out = Files.newBufferedWriter(file)) {
      content.writeTo(out);
    } catch (IOException e) {
      throw new CouldNotRun("cannot write %s: %s".formatted(file, e.getMessage()), e);
    }
  }
}
