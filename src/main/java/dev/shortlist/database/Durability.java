package dev.shortlist.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// What a server must be set to so that a commit survives a crash.
final class Durability {
  private static final List<String> MUST_BE_ON =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  private Durability() {}

  /// @throws DatabaseUnusable if a setting risks losing what was committed
  static void check(Connection connection) throws SQLException {
    for (String setting : MUST_BE_ON) {
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery("show " + setting)) {
        rows.next();
        // Levels of replication between local and remote_apply all wait for the local disk.
        if (rows.getString(1).equals("off")) {
          throw new DatabaseUnusable(
              "the database has %s = off and would lose CVs in a crash: set it to on in its postgresql.conf"
                  .formatted(setting));
        }
      }
    }
  }
}
