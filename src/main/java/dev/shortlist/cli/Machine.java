package dev.shortlist.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/// The machine Shortlist runs on, as far as `shortlist doctor` looks at it.
///
/// @param java feature release of the JDK
/// @param memory of the machine, or of the container, in bytes
record Machine(int java, long memory, int cores) {

  static Machine here() {
    long memory =
        ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
            ? system.getTotalMemorySize()
            : 0;
    return new Machine(
        Runtime.version().feature(), memory, Runtime.getRuntime().availableProcessors());
  }

  /// The folder itself, or the nearest above it that exists.
  static Path existing(Path folder) {
    var at = folder.toAbsolutePath();
    while (!Files.exists(at) && at.getParent() != null) {
      at = at.getParent();
    }
    return at;
  }

  /// Bytes free for the files of `folder`; 0 if that cannot be told.
  static long free(Path folder) {
    try {
      return Files.getFileStore(existing(folder)).getUsableSpace();
    } catch (IOException e) {
      return 0;
    }
  }

  static boolean isFree(String host, int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
