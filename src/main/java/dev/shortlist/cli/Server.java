package dev.shortlist.cli;

import java.util.Map;

/// The server behind `shortlist serve`; this package does not know how it is built.
@FunctionalInterface
public interface Server {

  /// Starts the server and returns when it has stopped.
  ///
  /// @param settings what the command line says, such as `shortlist.port`; it goes before the
  ///   environment and settings files
  void run(Map<String, String> settings);
}
