package dev.shortlist;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Another JVM on the class path of the tests, which may be killed.
public final class OtherJava {
  private OtherJava() {}

  /// What it complains about comes with what it says.
  ///
  /// @param program its main class
  /// @param megabytes of its heap
  /// @param arguments as they are written out
  public static ProcessBuilder running(Class<?> program, int megabytes, Object... arguments) {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    Arrays.stream(arguments).map(Object::toString).forEach(command::add);
    return new ProcessBuilder(command).redirectErrorStream(true);
  }
}
