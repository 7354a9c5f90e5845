package dev.shortlist.accounts;

import com.zaxxer.hikari.HikariDataSource;
import dev.shortlist.database.Database;
import dev.shortlist.database.DatabaseSettings;
import dev.shortlist.database.Ids;
import dev.shortlist.database.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// What the operator of an installation does from the command line, with the server running or not:
/// whoever may read the database's password may do everything.
public final class Operator implements AutoCloseable {
  private final Database database;
  private final HikariDataSource pool;
  private final Accounts accounts;
  private final Users users;
  private final Links links;
  private final ApiKeys keys;
  private final Credits credits;
  private final Audit audit;
  private final Tenancy tenancy;

  private Operator(Database database, Clock clock) {
    this.database = database;
    this.pool = database.pool("operator", 2);
    var jdbc = JdbcClient.create(pool);
    var ids = new Ids(clock);
    this.tenancy = new Tenancy(jdbc, new JdbcTransactionManager(pool));
    this.accounts = new Accounts(jdbc);
    this.users = new Users(jdbc, tenancy, ids, clock);
    this.links = new Links(jdbc, tenancy, clock);
    this.keys = new ApiKeys(jdbc, tenancy, ids, clock);
    this.credits = new Credits(jdbc, tenancy, ids, clock);
    this.audit = new Audit(jdbc, tenancy, clock);
  }

  public static Operator in(DatabaseSettings settings, Clock clock) {
    return new Operator(Database.visit(settings), clock);
  }

  @Override
  public void close() {
    pool.close();
    database.close();
  }

  /// The account that goes by `name`, or the one that is always there.
  ///
  /// @throws NotAllowed if there is no such account
  public AccountId account(@Nullable String name) {
    return name == null ? accounts.local() : existing(name);
  }

  /// As [#account], made if need be.
  public AccountId accountOrNew(@Nullable String name) {
    return name == null ? accounts.local() : named(name);
  }

  /// All accounts, oldest first.
  public List<AccountId> all() {
    return accounts.list();
  }

  /// Says in the audit log what the operator did, in the transaction that does it.
  public void record(AccountId account, String action, String detail) {
    note(account, action, "account/" + account, detail);
  }

  /// The database, behind the fence.
  public DataSource database() {
    return pool;
  }

  /// The audit log.
  public Audit audit() {
    return audit;
  }

  /// The fence.
  public Tenancy tenancy() {
    return tenancy;
  }

  /// Adds a user, to the account that is always there, or to another, which is made if need be.
  ///
  /// @return the secret of the link to choose a password with
  /// @throws NotAllowed if the address is none or taken
  public Secret addUser(String email, String name, Role role, @Nullable String account) {
    var to = account == null ? accounts.local() : named(account);
    return tenancy.inAccount(
        to.value(),
        () -> {
          var user = users.add(to, email, name, role);
          note(to, "user.created", "user/" + user.id(), role.name());
          return links.create(user);
        });
  }

  /// The secret of a link to choose a new password with.
  ///
  /// @throws NotAllowed if nobody has the address
  public Secret resetUser(String email) {
    var user =
        users
            .find(email)
            .orElseThrow(() -> new NotAllowed("There is no user with the address " + email + "."));
    return tenancy.inAccount(
        user.account().value(),
        () -> {
          note(user.account(), "user.link", "user/" + user.id(), "");
          return links.create(user);
        });
  }

  /// The users of all accounts.
  public List<User> users() {
    return accounts.list().stream().flatMap(account -> users.list(account).stream()).toList();
  }

  /// Makes a key for a program.
  ///
  /// @param operator whether it may also grant credits to any account
  public ApiKey.Created addKey(
      String name, Role role, @Nullable Duration life, @Nullable String account, boolean operator) {
    var to = account == null ? accounts.local() : existing(account);
    return tenancy.inAccount(
        to.value(),
        () -> {
          var created =
              operator
                  ? keys.createOperator(to, name, "operator")
                  : keys.create(to, name, role, life, "operator");
          note(to, "key.created", "key/" + created.key().id(), created.key().role().name());
          return created;
        });
  }

  /// The keys of all accounts.
  public List<ApiKey> keys() {
    return accounts.list().stream().flatMap(account -> keys.list(account).stream()).toList();
  }

  /// Ends a key.
  ///
  /// @throws NotAllowed if there is none with this id
  public void revokeKey(String id) {
    var key =
        keys().stream()
            .filter(one -> one.id().toString().equals(id))
            .findFirst()
            .orElseThrow(() -> new NotAllowed("There is no key with the id " + id + "."));
    tenancy.inAccount(
        key.account().value(),
        () -> {
          keys.revoke(key);
          note(key.account(), "key.revoked", "key/" + id, "");
        });
  }

  /// Grants credits.
  ///
  /// @throws NotAllowed if there is no such account
  public Balance grant(int amount, @Nullable String account) {
    var to = account == null ? accounts.local() : existing(account);
    credits.grant(to, amount, "operator " + UUID.randomUUID());
    note(to, "credits.granted", "account/" + to, Integer.toString(amount));
    return credits.balance(to);
  }

  private AccountId named(String account) {
    return accounts.find(account).orElseGet(() -> accounts.create(account));
  }

  private AccountId existing(String account) {
    return accounts
        .find(account)
        .orElseThrow(() -> new NotAllowed("There is no account \"%s\".".formatted(account)));
  }

  private void note(AccountId account, String action, String subject, String detail) {
    audit.record(account, "operator", action, subject, detail);
  }
}
