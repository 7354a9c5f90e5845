package dev.shortlist.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The tables with rows of accounts, read from the migrations, without a database.
public final class TablesOfAccounts {
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final Pattern MADE =
      Pattern.compile("create table (\\w+) \\(\\s*(?:--[^\\n]*\\s*)*account_id ");

  private TablesOfAccounts() {}

  /// Those of which nobody has said whether an account takes them along.
  public static Set<String> undecided() throws IOException {
    var undecided = new TreeSet<String>();
    try (var files = Files.list(MIGRATIONS)) {
      for (Path file : files.toList()) {
        MADE.matcher(Files.readString(file))
            .results()
            .forEach(found -> undecided.add(found.group(1)));
      }
    }
    undecided.removeAll(Kind.STAY.keySet());
    Kind.IMPORTED.forEach(kind -> undecided.remove(kind.table()));
    Kind.RECORDS.forEach(kind -> undecided.remove(kind.table()));
    return undecided;
  }
}
