package dev.shortlist.tasks;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Where in the queue what waits stands.
@Component
public class Places {
  private final JdbcClient jdbc;

  Places(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The place of a task, 1 for the one that is next; absent when it does not wait.
  ///
  /// @param name name of the [TaskHandler] that will do it
  public Optional<Integer> of(Lane lane, String name, TaskId task) {
    return jdbc.sql(
            """
            select 1 + (select count(*) from %1$s o
                         where not o.picked
                           and (o.priority > t.priority
                                or (o.priority = t.priority
                                    and o.execution_time < t.execution_time)))
              from %1$s t
             where t.task_name = :name and t.task_instance = :instance and not t.picked
            """
                .formatted(lane.table()))
        .param("name", name)
        .param("instance", task.toString())
        .query((row, number) -> row.getInt(1))
        .optional();
  }

  /// How the tasks of a batch stand among those of other accounts.
  ///
  /// @param most up to which number the tasks of each other account are counted
  public Rivals rivals(Lane lane, UUID account, UUID batch, int most) {
    var span = span(lane, batch);
    if (span == null) {
      return Rivals.NONE;
    }
    var counts = before(lane, account, span.last(), most);
    return new Rivals(
        1 + ahead(lane, span.first()),
        counts.size(),
        counts.stream().mapToInt(Integer::intValue).sum());
  }

  /// How much of a batch is in a lane.
  public Load load(Lane lane, UUID batch) {
    return jdbc.sql(
            """
            select count(*) filter (where not picked) as waiting,
                   count(*) filter (where picked) as running
              from %s
             where batch = :batch
            """
                .formatted(lane.table()))
        .param("batch", batch)
        .query((row, number) -> new Load(row.getInt("waiting"), row.getInt("running")))
        .single();
  }

  private @Nullable Span span(Lane lane, UUID batch) {
    return jdbc.sql(
            """
            select max(priority) as first, min(priority) as last
              from %s
             where batch = :batch
            """
                .formatted(lane.table()))
        .param("batch", batch)
        .query((row, number) -> {
          int first = row.getInt("first");
          return row.wasNull() ? null : new Span(first, row.getInt("last"));
        })
        .list()
        .getFirst();
  }

  private int ahead(Lane lane, int first) {
    return jdbc.sql(
            // A range with two ends is looked for in the index also where the table has no
            // statistics.
            "select count(*) from %s where not picked and priority > :first and priority <= 2147483647"
                .formatted(lane.table()))
        .param("first", first)
        .query((row, number) -> row.getInt(1))
        .single();
  }

  /// For each other account that waits, how many of its tasks come before rank `last`. Steps from
  /// account to account through the index, however many tasks each has.
  private List<Integer> before(Lane lane, UUID account, int last, int most) {
    return jdbc
        .sql(
            """
            with recursive other (account) as (
              (select account from %1$s where account is not null order by account limit 1)
              union all
              select (select t.account from %1$s t
                       where t.account > other.account order by t.account limit 1)
                from other
               where other.account is not null)
            select (select count(*)
                      from (select 1 from %1$s t
                             where t.account = other.account and t.priority >= :last
                             limit :most) first_ones) as count
              from other
             where other.account <> :account
            """
                .formatted(lane.table()))
        .param("last", last)
        .param("most", most)
        .param("account", account)
        .query((row, number) -> row.getInt("count"))
        .list()
        .stream()
        .filter(count -> count > 0)
        .toList();
  }

  /// Tasks of a batch in one lane.
  ///
  /// @param waiting not picked by a node yet
  /// @param running a node works on them
  public record Load(int waiting, int running) {}

  private record Span(int first, int last) {}

  /// What of other accounts waits beside a batch.
  ///
  /// @param place of the batch's first task, 1 for the one that is next; absent when none waits
  /// @param accounts number of other accounts with tasks before the batch's last
  /// @param before how many tasks those are
  public record Rivals(@Nullable Integer place, int accounts, int before) {
    static final Rivals NONE = new Rivals(null, 0, 0);
  }
}
