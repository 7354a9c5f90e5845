package dev.shortlist.backup;

import dev.shortlist.storage.Digests;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes rows of one kind, some at a time, in the transaction that is going on.
///
/// Every id becomes another one, the same wherever it stands: its last 32 bits are crossed with a
/// number that is the account's own. So nothing has to be remembered, no two ids meet, and ids keep
/// the order in which they were made, which rankings go by.
final class RowWriter {
  private static final int AT_ONCE = 500;
  private static final int CHARACTERS_AT_ONCE = 4 << 20;

  private final JdbcClient jdbc;
  private final UUID account;
  private final String sql;
  private final List<String> lines = new ArrayList<>();
  private long characters;

  RowWriter(JdbcClient jdbc, UUID account, Kind kind, AccountManifest.Rows rows) {
    this(jdbc, account, insert(jdbc, kind, rows));
  }

  private RowWriter(JdbcClient jdbc, UUID account, String sql) {
    this.jdbc = jdbc;
    this.account = account;
    this.sql = sql;
  }

  /// Writes what rows of `kind` refer to that was not there when they were written.
  static RowWriter later(JdbcClient jdbc, UUID account, Kind kind, AccountManifest.Rows rows) {
    return new RowWriter(
        jdbc,
        account,
        """
        update %1$s t set %2$s = %3$s
          from unnest(cast(:lines as text[])) l (line),
               lateral json_populate_record(null::%1$s, cast(l.line as json)) r
         where t.account_id = :account and t.id = %4$s and r.%2$s is not null
        """
            .formatted(kind.table(), Kind.LATER, mapped("r." + Kind.LATER), mapped("r.id")));
  }

  void add(String line) {
    if (line.indexOf('\0') >= 0 || !line.startsWith("{")) {
      throw new BackupUnusable("the file is damaged: a row is no JSON object");
    }
    lines.add(line);
    characters += line.length();
    if (lines.size() == AT_ONCE || characters > CHARACTERS_AT_ONCE) {
      write();
    }
  }

  /// Writes what is not written yet.
  void finish() {
    write();
  }

  private void write() {
    if (!lines.isEmpty()) {
      jdbc.sql(sql)
          .param("account", account)
          .param("lines", lines.toArray(String[]::new))
          .param("cross", cross(account))
          .update();
      lines.clear();
      characters = 0;
    }
  }

  /// Never 0, so that no id stays what it was.
  private static long cross(UUID account) {
    var digest = Digests.sha256().digest(account.toString().getBytes(StandardCharsets.UTF_8));
    return (ByteBuffer.wrap(digest).getInt() | 1) & 0xFFFF_FFFFL;
  }

  private static String insert(JdbcClient jdbc, Kind kind, AccountManifest.Rows rows) {
    var types = types(jdbc, kind.table());
    for (String column : rows.columns()) {
      if (kind.withheld().contains(column)
          || types.stream().noneMatch(type -> type.name().equals(column))) {
        throw new BackupUnusable(
            "the file has \"%s\" of %s, which this version does not know: upgrade, then import"
                .formatted(column, kind.name()));
      }
    }
    var taken = types.stream().filter(type -> rows.columns().contains(type.name())).toList();
    return """
    insert into %1$s (account_id, %2$s)
    select :account, %3$s
      from unnest(cast(:lines as text[])) with ordinality l (line, n),
           lateral json_populate_record(null::%1$s, cast(l.line as json)) r
     order by l.n
    %4$s
    """
        .formatted(
            kind.table(),
            taken.stream()
                .map(type -> Schema.quoted(type.name()))
                .collect(Collectors.joining(", ")),
            taken.stream().map(type -> value(kind, type)).collect(Collectors.joining(", ")),
            kind.onConflict());
  }

  private static String value(Kind kind, Column column) {
    String given = "r." + Schema.quoted(column.name());
    if (kind.rewritten().containsKey(column.name())) {
      return kind.rewritten().get(column.name());
    }
    if (kind.table().equals("application") && column.name().equals(Kind.LATER)) {
      return "null";
    }
    if (Kind.ACTORS.contains(column.name())) {
      return "case when %1$s ~ '^user/[0-9a-f-]{36}$' then 'user/' || cast(%2$s as text) else %1$s end"
          .formatted(given, mapped("substr(%s, 6)".formatted(given)));
    }
    return switch (column.type()) {
      case "uuid" -> mapped(given);
      case "uuid[]" ->
          "case when %1$s is not null then array(select %2$s from unnest(%1$s) with ordinality u (one, n) order by n) end"
              .formatted(given, mapped("u.one"));
      default -> given;
    };
  }

  private static String mapped(String id) {
    return "cast(left(cast(%1$s as text), 28) || lpad(to_hex(cast(cast('x' || right(cast(%1$s as text), 8) as bit(32)) as bigint) # :cross), 8, '0') as uuid)"
        .formatted(id);
  }

  private static List<Column> types(JdbcClient jdbc, String table) {
    return jdbc.sql(
            """
            select attname, format_type(atttypid, atttypmod) from pg_attribute
             where attrelid = cast(:table as regclass) and attnum > 0 and not attisdropped
               and attgenerated = '' and attname <> 'account_id'
             order by attnum
            """)
        .param("table", table)
        .query((row, number) -> new Column(row.getString(1), row.getString(2)))
        .list();
  }

  private record Column(String name, String type) {}
}
