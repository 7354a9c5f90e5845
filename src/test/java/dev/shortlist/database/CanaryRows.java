package dev.shortlist.database;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Puts a row into each table that hangs on a person, with a canary wherever words stand: the
/// catalog says which tables those are, so a new one cannot be forgotten.
public final class CanaryRows {
  private static final Pattern CHOICE = Pattern.compile("'([^']+)'::text");

  private final JdbcClient jdbc;
  private final UUID account;
  private final String canary;
  private final Map<String, String> anchors;

  /// @param anchors values of columns by which rows hang on the person, as SQL: `application_id` to
  ///   `'01a2...'::uuid`
  public CanaryRows(
      TestDatabase database, UUID account, String canary, Map<String, String> anchors) {
    this.jdbc = database.superuser();
    this.account = account;
    this.canary = canary;
    this.anchors = Map.copyOf(anchors);
  }

  /// Fills the tables that have one of the columns.
  ///
  /// @param links which columns make a row one of the person
  /// @return the tables, those with a row of the person before among them
  public Set<String> fill(Set<String> links) {
    var filled = new TreeSet<String>();
    for (String table : tables()) {
      var columns = columns(table);
      if (columns.stream().anyMatch(column -> links.contains(column.name()))
          && columns.stream().anyMatch(column -> holdsWords(table, column))) {
        if (!has(table)) {
          insert(table, columns);
        }
        filled.add(table);
      }
    }
    return filled;
  }

  private boolean holdsWords(String table, Column column) {
    return column.holdsWords()
        && !anchors.containsKey(column.name())
        && choice(table, column.name()).isEmpty();
  }

  private List<String> tables() {
    return jdbc.sql(
            """
            select c.relname
              from pg_class c
              join pg_attribute a on a.attrelid = c.oid and a.attname = 'account_id'
             where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
             order by 1
            """)
        .query((row, number) -> Rows.text(row, "relname"))
        .list();
  }

  private boolean has(String table) {
    return jdbc.sql(
            "select exists (select from %s t where account_id = :account and lower(t::text) like :canary)"
                .formatted(table))
        .param("account", account)
        .param("canary", "%" + canary + "%")
        .query((row, number) -> row.getBoolean(1))
        .single();
  }

  private void insert(String table, List<Column> columns) {
    var values = new LinkedHashMap<String, String>();
    for (var column : columns) {
      String value = value(table, column);
      if (value != null) {
        values.put(column.name(), value);
      }
    }
    for (var reference : references(table)) {
      values.putAll(referred(reference, values));
    }
    jdbc.sql(
            "insert into %s (%s) values (%s)"
                .formatted(
                    table, String.join(", ", values.keySet()), String.join(", ", values.values())))
        .update();
  }

  private @Nullable String value(String table, Column column) {
    if (column.name().equals("account_id")) {
      return "'%s'::uuid".formatted(account);
    }
    String anchor = anchors.get(column.name());
    if (anchor != null) {
      return column.type().startsWith("_") ? "array[%s]".formatted(anchor) : anchor;
    }
    var choice = choice(table, column.name());
    if (choice.isPresent()) {
      return "'%s'".formatted(choice.get());
    }
    return switch (column.type()) {
      case "text" -> "'%s'".formatted(canary);
      case "_text" -> "array['%s']".formatted(canary);
      case "json", "jsonb" -> "'{\"said\": \"%s\"}'".formatted(canary);
      case "bytea" -> "'%s'".formatted(canary);
      default -> column.isNeeded() ? simple(column.type()) : null;
    };
  }

  private static String simple(String type) {
    return switch (type) {
      case "uuid" -> "gen_random_uuid()";
      case "timestamptz" -> "now()";
      case "date" -> "current_date";
      case "bool" -> "true";
      case "_uuid" -> "array[gen_random_uuid()]";
      case "int4", "int8", "float8", "numeric" -> "1";
      default -> "'{}'";
    };
  }

  /// The first of the values a check allows.
  private Optional<String> choice(String table, String column) {
    return jdbc
        .sql(
            """
            select pg_get_constraintdef(c.oid) as definition
              from pg_constraint c
              join pg_attribute a on a.attrelid = c.conrelid and c.conkey = array[a.attnum]
             where c.conrelid = cast(:table as regclass) and c.contype = 'c' and a.attname = :column
            """)
        .param("table", table)
        .param("column", column)
        .query((row, number) -> Rows.text(row, "definition"))
        .list()
        .stream()
        .flatMap(check -> CHOICE.matcher(check).results())
        .map(found -> found.group(1))
        .findFirst();
  }

  private record Reference(String table, List<String> columns, List<String> referred) {}

  private List<Reference> references(String table) {
    return jdbc.sql(
            """
            select c.confrelid::regclass::text as referred,
                   (select string_agg(a.attname, ',' order by k.n)
                      from unnest(c.conkey) with ordinality k (num, n)
                      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.num) as own,
                   (select string_agg(a.attname, ',' order by k.n)
                      from unnest(c.confkey) with ordinality k (num, n)
                      join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.num) as theirs
              from pg_constraint c
             where c.conrelid = cast(:table as regclass) and c.contype = 'f'
            """)
        .param("table", table)
        .query((row, number) ->
            new Reference(
                row.getString("referred"),
                List.of(row.getString("own").split(",")),
                List.of(row.getString("theirs").split(","))))
        .list();
  }

  /// What a row there is called by; one is made where the account has none.
  private Map<String, String> referred(Reference reference, Map<String, String> values) {
    boolean open =
        reference.columns().stream()
            .anyMatch(column ->
                !anchors.containsKey(column)
                    && !column.equals("account_id")
                    && values.containsKey(column));
    if (!open) {
      return Map.of();
    }
    var found = first(reference);
    if (found.isEmpty()) {
      insert(reference.table(), columns(reference.table()));
      found = first(reference);
    }
    return found.orElseThrow();
  }

  private Optional<Map<String, String>> first(Reference reference) {
    return jdbc.sql(
            "select %s from %s where account_id = :account limit 1"
                .formatted(
                    reference.referred().stream()
                        .map(column -> column + "::text")
                        .collect(Collectors.joining(", ")),
                    reference.table()))
        .param("account", account)
        .query((row, number) -> {
          Map<String, String> key = new LinkedHashMap<>();
          for (int i = 0; i < reference.columns().size(); i++) {
            key.put(reference.columns().get(i), "'%s'".formatted(row.getString(i + 1)));
          }
          return key;
        })
        .optional();
  }

  private List<Column> columns(String table) {
    return jdbc.sql(
            """
            select column_name, udt_name, is_nullable = 'NO' and column_default is null as needed
              from information_schema.columns
             where table_schema = 'public' and table_name = :table and is_generated = 'NEVER'
               and is_identity = 'NO'
             order by ordinal_position
            """)
        .param("table", table)
        .query((row, number) ->
            new Column(
                row.getString("column_name"), row.getString("udt_name"), row.getBoolean("needed")))
        .list();
  }

  private record Column(String name, String type, boolean isNeeded) {
    boolean holdsWords() {
      return Set.of("text", "_text", "json", "jsonb", "bytea").contains(type);
    }
  }
}
