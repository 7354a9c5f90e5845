package dev.shortlist.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// The version of the program, as its build wrote it down.
final class Version implements IVersionProvider {
  private static final String BUILD_INFO = "/META-INF/build-info.properties";

  @Override
  public String[] getVersion() {
    return new String[] {"shortlist %s (Java %s)".formatted(ofProgram(), Runtime.version())};
  }

  static String ofProgram() {
    var build = new Properties();
    try (var in = Version.class.getResourceAsStream(BUILD_INFO)) {
      if (in != null) {
        build.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return build.getProperty("build.version", "development");
  }
}
