package dev.shortlist.text;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Tesseract as it is installed on this machine.
///
/// @param version as it says itself, `5.3.0`
/// @param data folder of its models, empty where it does not say
/// @param languages its models to be used together, the likeliest first
/// @param turns whether it can tell how a page is turned
record Tesseract(Path program, String version, String data, List<String> languages, boolean turns) {
  private static final int MOST_LANGUAGES = 4;
  private static final List<String> LIKELIEST =
      List.of("eng", "deu", "fra", "spa", "ita", "por", "nld", "pol");
  private static final List<String> NO_LANGUAGES = List.of("osd", "equ", "snum");
  private static final Pattern VERSION = Pattern.compile("tesseract v?(\\S+)");
  private static final Pattern FOLDER = Pattern.compile("List of .* in \"(.*?)\".*");

  Tesseract {
    languages = List.copyOf(languages);
  }

  /// Another name may recognise other words.
  String name() {
    return "tesseract-%s-%s".formatted(version, String.join("+", languages));
  }

  /// @return empty where it is not installed, or is not wanted
  /// @throws IllegalStateException if a language is named that is not installed
  static Optional<Tesseract> find(Recognition recognition) {
    return recognition.enabled()
        ? programs(recognition).flatMap(p -> ask(p, recognition).stream()).findFirst()
        : Optional.empty();
  }

  private static Stream<Path> programs(Recognition recognition) {
    if (recognition.program() != null) {
      return Stream.of(recognition.program());
    }
    var folders = new ArrayList<String>();
    var path = System.getenv("PATH");
    folders.addAll(List.of((path == null ? "" : path).split(File.pathSeparator, -1)));
    folders.addAll(List.of("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"));
    return folders.stream()
        .filter(folder -> !folder.isEmpty())
        .flatMap(folder -> Stream.of("tesseract", "tesseract.exe").map(Path.of(folder)::resolve))
        .filter(Path::isAbsolute)
        .filter(Files::isExecutable);
  }

  private static Optional<Tesseract> ask(Path program, Recognition recognition) {
    var said = output(program, "--version");
    var version = VERSION.matcher(said);
    if (!version.find()) {
      return Optional.empty();
    }
    var listed = output(program, "--list-langs").lines().toList();
    if (listed.size() < 2) {
      return Optional.empty();
    }
    var folder = FOLDER.matcher(listed.getFirst());
    var models = listed.subList(1, listed.size()).stream().map(String::strip).toList();
    var found =
        new Tesseract(
            program,
            version.group(1),
            folder.matches() ? folder.group(1) : "",
            chosen(models, recognition.languages()),
            models.contains("osd"));
    return found.languages().isEmpty() ? Optional.empty() : Optional.of(found);
  }

  private static List<String> chosen(List<String> models, List<String> wanted) {
    for (var language : wanted) {
      if (!models.contains(language)) {
        throw new IllegalStateException(
            "shortlist.reading.ocr.languages names %s, which Tesseract does not have here: install"
                    .formatted(language)
                + " its model, as with the package tesseract-ocr-%s, or choose from %s"
                    .formatted(language.replace('_', '-'), String.join(", ", models)));
      }
    }
    return wanted.isEmpty() ? likeliest(models) : wanted;
  }

  /// Each language makes recognition slower and, past a few, worse.
  private static List<String> likeliest(List<String> models) {
    return models.stream()
        .filter(model -> !NO_LANGUAGES.contains(model) && !model.contains("/"))
        .sorted(Comparator.comparingInt(Tesseract::rank).thenComparing(Comparator.naturalOrder()))
        .limit(MOST_LANGUAGES)
        .toList();
  }

  private static int rank(String model) {
    int place = LIKELIEST.indexOf(model);
    return place < 0 ? LIKELIEST.size() : place;
  }

  private static String output(Path program, String option) {
    try {
      var process =
          new ProcessBuilder(program.toString(), option).redirectErrorStream(true).start();
      process.getOutputStream().close();
      process.onExit().orTimeout(10, TimeUnit.SECONDS).exceptionally(_ -> kill(process));
      return new String(process.getInputStream().readNBytes(1 << 20), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private static Process kill(Process process) {
    return process.destroyForcibly();
  }
}
