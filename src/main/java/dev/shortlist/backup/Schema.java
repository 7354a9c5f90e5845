package dev.shortlist.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The tables as their owner sees them. Inside its transaction the fence between accounts is down
/// for the owner; nobody else sees that, and it is up again at the end.
record Schema(Connection connection) {
  private static final String HISTORY = "flyway_schema_history";

  /// Version of the newest migration.
  String version() throws SQLException {
    return strings(
            "select version from %s where success order by installed_rank desc limit 1"
                .formatted(HISTORY))
        .getFirst();
  }

  List<String> tables() throws SQLException {
    return strings(
        """
        select relname from pg_class
         where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> '%s'
         order by relname
        """
            .formatted(HISTORY));
  }

  /// The columns that are stored; what is computed is computed again.
  List<String> columns(String table) throws SQLException {
    return strings(
        """
        select attname from pg_attribute
         where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = ''
         order by attnum
        """
            .formatted(quoted(table)));
  }

  Map<String, Long> sequences() throws SQLException {
    var values = new LinkedHashMap<String, Long>();
    for (String name :
        strings(
            """
            select sequencename from pg_sequences
             where schemaname = 'public' and last_value is not null order by sequencename
            """)) {
      values.put(name, Long.valueOf(strings("select last_value from " + quoted(name)).getFirst()));
    }
    return values;
  }

  boolean isEmpty(String table) throws SQLException {
    return strings("select 1 from %s limit 1".formatted(quoted(table))).isEmpty();
  }

  void lowerFence() throws SQLException {
    fence("no force");
  }

  void raiseFence() throws SQLException {
    fence("force");
  }

  void stopTriggers() throws SQLException {
    triggers("disable");
  }

  void startTriggers() throws SQLException {
    triggers("enable");
  }

  private void triggers(String how) throws SQLException {
    for (String table : tables()) {
      execute("alter table %s %s trigger user".formatted(quoted(table), how));
    }
  }

  /// The references between tables, taken away so that rows may come in any order.
  List<Reference> takeReferences() throws SQLException {
    var references = new ArrayList<Reference>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select conrelid::regclass::text, conname, pg_get_constraintdef(oid)
                  from pg_constraint
                 where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0
                 order by conname
                """)) {
      while (rows.next()) {
        references.add(new Reference(text(rows, 1), text(rows, 2), text(rows, 3)));
      }
    }
    for (Reference reference : references) {
      execute(
          "alter table %s drop constraint %s"
              .formatted(reference.table(), quoted(reference.name())));
    }
    return references;
  }

  /// Makes them again, which checks every row.
  void giveReferences(List<Reference> references) throws SQLException {
    for (Reference reference : references) {
      execute(
          "alter table %s add constraint %s %s"
              .formatted(reference.table(), quoted(reference.name()), reference.definition()));
    }
  }

  void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// Of our own catalog only, never of a file.
  static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  private void fence(String how) throws SQLException {
    for (String table :
        strings(
            """
            select relname from pg_class
             where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity
             order by relname
            """)) {
      execute("alter table %s %s row level security".formatted(quoted(table), how));
    }
  }

  List<String> strings(String query) throws SQLException {
    var values = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(text(rows, 1));
      }
    }
    return values;
  }

  private static String text(ResultSet rows, int column) throws SQLException {
    return String.valueOf(rows.getString(column));
  }

  /// A foreign key.
  record Reference(String table, String name, String definition) {}
}
