package dev.shortlist.text;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The command line of a [Child]: the Java we run on, the few jars that read files, a small heap,
/// no environment.
final class ChildCommand {
  private static final Pattern NEEDED =
      Pattern.compile(
          "(pdfbox|pdfbox-io|fontbox|poi|poi-scratchpad|jsoup|tika-core|tika-parser-text-module"
              + "|juniversalchardet|commons-(codec|collections4|io|logging|math3)|SparseBitSet"
              + "|log4j-api|slf4j-api|metadata-extractor|jspecify|jackson-core|jackson-databind|jackson-annotations)-[0-9].*\\.jar");

  private final List<String> words = new ArrayList<>();

  ChildCommand(Setup setup, ChildRules rules, Confinement confinement) {
    this(setup, rules, confinement, Child.class, List.of());
  }

  /// @param program what runs in the child, so that its confinement can be looked at from within
  /// @param more class path of `program`
  /// @param options for its JVM
  ChildCommand(
      Setup setup,
      ChildRules rules,
      Confinement confinement,
      Class<?> program,
      List<Path> more,
      String... options) {
    var limits = setup.limits();
    words.addAll(confinement.words(limits));
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(
        List.of(
            "-Xmx" + limits.heapMegabytes() + "m",
            // Else a heap begins with a share of the machine's memory, and is used up to there.
            "-Xms16m",
            "-XX:NewSize=8m",
            "-XX:MaxMetaspaceSize=128m",
            "-XX:MaxDirectMemorySize=16m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            // What the JVM says must not mix with answers, and nothing may stay in the temp folder.
            "-XX:+DisplayVMOutputToStderr",
            "-XX:+SuppressFatalErrorMessage",
            "-XX:-UsePerfData",
            "-Xlog:disable",
            "-Djava.awt.headless=true",
            "-Dorg.apache.commons.logging.LogFactory=org.apache.commons.logging.impl.LogFactoryImpl",
            "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
            "-Dlog4j2.loggerContextFactory="
                + "org.apache.logging.log4j.simple.SimpleLoggerContextFactory",
            "-Dlog4j2.level=OFF"));
    words.addAll(List.of(options));
    if (options.length == 0) {
      words.addAll(rehearsed());
    }
    words.addAll(List.of("-cp", classPath(more), program.getName()));
    words.addAll(rules.words());
  }

  Process start() throws IOException {
    var builder = new ProcessBuilder(words);
    builder.environment().clear();
    // A JVM without a locale cannot name a file with an umlaut.
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return builder.start();
  }

  /// Java looks itself whether the file fits, and goes without where it does not.
  private static List<String> rehearsed() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().resolveSibling(Rehearsal.KEPT))
        .filter(Files::isRegularFile)
        .map("-XX:AOTCache=%s"::formatted)
        .limit(1)
        .toList();
  }

  private static String classPath(List<Path> more) {
    var kept = new ArrayList<Path>();
    var own = new ArrayList<Path>();
    for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      var path = Path.of(entry).toAbsolutePath();
      if (Files.exists(path.resolve("dev/shortlist/text/Child.class"))) {
        own.add(path);
      } else if (isNeeded(path)) {
        kept.add(path);
      } else if (Files.isRegularFile(path)) {
        named(path, kept, own);
      }
    }
    kept.addAll(own);
    kept.addAll(more);
    return String.join(File.pathSeparator, kept.stream().map(Path::toString).toList());
  }

  /// Adds the jars that the program's own jar names in its manifest.
  private static void named(Path jar, List<Path> kept, List<Path> own) {
    try (var file = new JarFile(jar.toFile())) {
      if (file.getEntry("dev/shortlist/text/Child.class") == null) {
        return;
      }
      own.add(jar);
      var manifest = file.getManifest();
      var names =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      if (names != null) {
        for (var name : names.split(" ", -1)) {
          var path = jar.resolveSibling(name);
          if (isNeeded(path)) {
            kept.add(path);
          }
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("the class path names a jar that cannot be read: " + jar, e);
    }
  }

  private static boolean isNeeded(Path path) {
    return path.getFileName() != null
        && NEEDED.matcher(path.getFileName().toString()).matches()
        && Files.exists(path);
  }
}
