package dev.shortlist.calls;

import dev.shortlist.ai.Model;
import dev.shortlist.ai.Reply;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Keeps the calls of all nodes and accounts that share a provider's key within its limits: one row
/// for each key and model, locked for the moment of a decision and never during a call.
///
/// Nodes' clocks are taken to agree within a few milliseconds.
public final class Governor {
  private static final JsonMapper JSON = JsonMapper.shared();

  /// Calls a minute up to which each is a second or more from the next.
  private static final int SPARSE = 60;

  private static final String READ =
      """
      select case when xmin <> cast(:transaction as xid) then state end
        from model_quota
       where name = :name\
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final String node;
  private final Map<String, Lock> turns = new ConcurrentHashMap<>();
  private final Map<String, Places> places = new ConcurrentHashMap<>();
  private final Map<String, Written> written = new ConcurrentHashMap<>();

  /// @param node name of this node, unlike any other's that lives
  public Governor(
      JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock, String node) {
    this.jdbc = jdbc;
    this.transactions = new TransactionTemplate(transactions);
    this.clock = clock;
    this.node = node;
  }

  /// Does what decides about `model`, one after the other on this node: those that wait for the row
  /// wait here, without a connection, which others need meanwhile.
  ///
  /// @param work begins the transaction and ends it
  <T> T inTurn(Model model, Supplier<T> work) {
    var turn = turns.computeIfAbsent(name(model), _ -> new ReentrantLock());
    turn.lock();
    try {
      return work.get();
    } finally {
      turn.unlock();
    }
  }

  /// The places for calls of `model` on this node: who waits for one is ready to call, and holds
  /// nothing meanwhile. What is under way on other nodes, or within other limits, is known to
  /// [#ask] alone.
  Places places(Model model, Limits limits) {
    int most = limits.concurrency();
    return places.computeIfAbsent(name(model) + " " + most, _ -> new Places(most));
  }

  /// Whether `account` may call `model` now.
  ///
  /// @param tokens the call is expected to take, sent and received
  public Permit ask(Model model, Limits limits, UUID account, int tokens) {
    var call = UUID.randomUUID();
    return changing(
        name(model),
        (quota, now) -> quota.ask(limits, account.toString(), tokens, call, now),
        step -> step.quota().by(call, node),
        Quota.Step::permit);
  }

  /// Says that a call that was granted is sent now. Calls that are close together are not told
  /// apart.
  void sent(Model model, Limits limits) {
    var perMinute = limits.requestsPerMinute();
    if (perMinute != null && perMinute <= SPARSE) {
      changing(
          name(model),
          (quota, now) -> quota.sent(limits, now),
          Function.identity(),
          Function.identity());
    }
  }

  /// Ends a call that was granted, and learns from how it ended.
  ///
  /// @param used tokens the provider counted
  public void settle(Model model, Limits limits, Permit.Granted permit, int used, Reply reply) {
    changing(
        name(model),
        (quota, now) -> quota.settle(limits, permit.call(), used, reply, now),
        Function.identity(),
        Function.identity());
  }

  /// When `calls` more calls will be done, by the limits, what is known of them, and the time an
  /// answer takes.
  public Instant done(Model model, Limits limits, int calls, int tokens, Duration latency) {
    return find(name(model)).done(limits, calls, tokens, latency, clock.instant());
  }

  /// Gives the calls up that were under way: for a start at which no other node can be making any.
  public void giveUpOpen() {
    jdbc.sql("update model_quota set state = jsonb_set(state, '{open}', '[]')").update();
  }

  /// Gives up the calls a node began before `before`: by then it was killed.
  ///
  /// @param before whole seconds count
  public void giveUp(String gone, Instant before) {
    jdbc.sql(
            """
            update model_quota
               set state = jsonb_set(state, '{open}', coalesce(
                     (select jsonb_agg(one)
                        from jsonb_array_elements(state -> 'open') one
                       where one ->> 'node' is distinct from :node
                          or cast(one ->> 'second' as bigint) >= :before), '[]'))
             where exists (select from jsonb_array_elements(state -> 'open') one
                            where one ->> 'node' = :node
                              and cast(one ->> 'second' as bigint) < :before)
            """)
        .param("node", gone)
        .param("before", before.getEpochSecond())
        .update();
  }

  /// How long `calls` calls of `tokens` each take of limits of which nothing is used.
  public static Duration atFirst(Limits limits, int calls, int tokens, Duration latency) {
    var begin = Instant.EPOCH;
    return Duration.between(begin, Quota.unused().done(limits, calls, tokens, latency, begin));
  }

  private interface Change<T> {
    T of(Quota quota, Instant now);
  }

  /// What this node wrote last, and in which transaction of the database: as long as that wrote the
  /// row, no other node did, and it need not be read.
  private record Written(String transaction, Quota quota) {
    static final Written NOTHING = new Written("0", Quota.unused());
  }

  private <T, R> R changing(
      String name, Change<T> change, Function<T, Quota> next, Function<T, R> result) {
    return transactions.execute(status -> {
      var changed = change.of(locked(name), clock.instant());
      write(name, next.apply(changed));
      return result.apply(changed);
    });
  }

  private void write(String name, Quota quota) {
    String transaction =
        jdbc.sql("update model_quota set state = :state::jsonb where name = :name returning xmin")
            .param("name", name)
            .param("state", JSON.writeValueAsString(quota))
            .query((row, number) -> row.getString(1))
            .single();
    written.put(name, new Written(transaction, quota));
  }

  private Quota locked(String name) {
    return held(name)
        .orElseGet(() -> {
          jdbc.sql(
                  """
                  insert into model_quota (name, state) values (:name, :state::jsonb)
                  on conflict do nothing
                  """)
              .param("name", name)
              .param("state", JSON.writeValueAsString(Quota.unused()))
              .update();
          return held(name).orElseThrow();
        });
  }

  private Optional<Quota> held(String name) {
    return read(name, READ + " for update");
  }

  private Quota find(String name) {
    return read(name, READ).orElseGet(Quota::unused);
  }

  private Optional<Quota> read(String name, String sql) {
    var last = written.getOrDefault(name, Written.NOTHING);
    return jdbc.sql(sql)
        .param("name", name)
        .param("transaction", last.transaction())
        .query((row, number) -> {
          String state = row.getString(1);
          return state == null ? last.quota() : JSON.readValue(state, Quota.class);
        })
        .optional();
  }

  /// What shares limits: the key at the provider, and the model. The key cannot be read from it.
  private static String name(Model model) {
    var key = model.key();
    String all =
        "%s %s %s %s"
            .formatted(
                model.provider(), model.address(), model.name(), key == null ? "" : key.value());
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
