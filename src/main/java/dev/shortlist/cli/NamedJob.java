package dev.shortlist.cli;

import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.text.Extraction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// A job description and what people call it.
///
/// @param name its file name; its path where two have the same file name
record NamedJob(String name, JobDescription content) {
  static final String STANDARD_INPUT = "-";

  /// Reads job descriptions from files, and from standard input where a path is `-`.
  ///
  /// @throws CouldNotRun if one cannot be read, or asks for nothing that could be scored
  static List<NamedJob> readAll(
      List<String> paths, int threads, Console console, Engine engine, Path scratch) {
    return Parallel.map(
        paths,
        threads,
        path -> {
          var file = path.equals(STANDARD_INPUT) ? received(console, scratch) : Path.of(path);
          return new NamedJob(name(path, paths), read(path, file, engine));
        });
  }

  private static JobDescription read(String path, Path file, Engine engine) {
    return switch (engine.extractor().extract(file, fileName(path))) {
      case Extraction.Text text -> {
        var content = engine.jobDescriptions().read(null, text.text());
        if (content.requirements().isEmpty()) {
          throw new CouldNotRun(
              """
              the job description %s asks for nothing that could be scored: say in it what the \
              person must know or have done, such as "5 years of experience in accounting"\
              """
                  .formatted(path));
        }
        yield content;
      }
      case Extraction.Unreadable(var reason, var detail) ->
          throw new CouldNotRun(
              "the job description %s could not be read: %s%s; give a PDF, Word or text file"
                  .formatted(path, reason.meaning(), detail.isEmpty() ? "" : " (" + detail + ")"));
    };
  }

  private static Path received(Console console, Path scratch) {
    try {
      var file = scratch.resolve("job-description");
      Files.copy(console.in(), file, StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException e) {
      throw new CouldNotRun("the job description could not be read from standard input", e);
    }
  }

  private static String name(String path, List<String> paths) {
    long same = paths.stream().filter(other -> fileName(other).equals(fileName(path))).count();
    return same == 1 ? fileName(path) : path;
  }

  private static String fileName(String path) {
    return path.equals(STANDARD_INPUT)
        ? "standard input"
        : Pile.fileName(Path.of(path).normalize().toString());
  }
}
