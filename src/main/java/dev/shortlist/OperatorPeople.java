package dev.shortlist;

import dev.shortlist.accounts.Balance;
import dev.shortlist.accounts.LastAddress;
import dev.shortlist.accounts.NotAllowed;
import dev.shortlist.accounts.Operator;
import dev.shortlist.accounts.Role;
import dev.shortlist.accounts.Secret;
import dev.shortlist.cli.People;
import dev.shortlist.database.DatabaseSettings;
import dev.shortlist.database.DatabaseUnusable;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/// Gives the commands of an operator the accounts of an installation.
final class OperatorPeople implements People {
  private static final Duration START = Duration.ofSeconds(60);

  private final Clock clock;

  OperatorPeople(Clock clock) {
    this.clock = clock;
  }

  @Override
  public List<String> addUser(
      @Nullable Path data, String email, String name, String role, @Nullable String account) {
    return with(
        data,
        operator ->
            List.of(
                "%s is added. Send this link, which works once, for three days:".formatted(email),
                link(data, operator.addUser(email, name, role(role), account))));
  }

  @Override
  public List<String> listUsers(@Nullable Path data) {
    return listed(
        data,
        operator ->
            operator.users().stream()
                .map(user ->
                    "%-9s  %-8s  %s  %s"
                        .formatted(
                            lower(user.role()),
                            user.disabledAt() != null
                                ? "kept out"
                                : user.hasPassword() ? "active" : "invited",
                            user.email(),
                            user.name()))
                .toList(),
        "Nobody signs in yet: shortlist user add EMAIL makes a user.");
  }

  @Override
  public List<String> resetUser(@Nullable Path data, String email) {
    return with(
        data,
        operator ->
            List.of(
                "Send this link, which works once, for three days:",
                link(data, operator.resetUser(email))));
  }

  @Override
  public List<String> addKey(
      @Nullable Path data,
      String name,
      String role,
      @Nullable Integer days,
      @Nullable String account,
      boolean operatorKey) {
    return with(
        data,
        operator -> {
          var life = days == null ? null : Duration.ofDays(days);
          var created = operator.addKey(name, role(role), life, account, operatorKey);
          return List.of("The key, shown this once:", created.secret().value());
        });
  }

  @Override
  public List<String> listKeys(@Nullable Path data) {
    return listed(
        data,
        operator ->
            operator.keys().stream()
                .map(key ->
                    "%s  %s...  %-9s  %-7s  %s"
                        .formatted(
                            key.id(),
                            key.start(),
                            lower(key.role()),
                            key.revokedAt() == null ? "works" : "revoked",
                            key.name()))
                .toList(),
        "There is no key yet: shortlist key add NAME makes one.");
  }

  @Override
  public List<String> revokeKey(@Nullable Path data, String id) {
    return with(
        data,
        operator -> {
          operator.revokeKey(id);
          return List.of("The key works no more.");
        });
  }

  @Override
  public List<String> grant(@Nullable Path data, int amount, @Nullable String account) {
    return with(
        data,
        operator ->
            List.of(
                switch (operator.grant(amount, account)) {
                  case Balance.Unlimited() -> "The account spends without limit.";
                  case Balance.Limited(int available, int reserved) ->
                      "%,d credits are left, %,d more are reserved.".formatted(available, reserved);
                }));
  }

  /// An empty answer would look like a command that did nothing.
  private List<String> listed(
      @Nullable Path data, Function<Operator, List<String>> work, String ifNone) {
    var lines = with(data, work);
    return lines.isEmpty() ? List.of(ifNone) : lines;
  }

  private List<String> with(@Nullable Path data, Function<Operator, List<String>> work) {
    // No server sets the log up here, and its lines would stand among those of the answer.
    LoggingSystem.get(OperatorPeople.class.getClassLoader())
        .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    try (var operator = Operator.in(settings(data), clock)) {
      return work.apply(operator);
    } catch (NotAllowed | DatabaseUnusable | IllegalArgumentException refused) {
      throw new Refused(String.valueOf(refused.getMessage()), refused);
    }
  }

  /// The same settings the server has: option, environment, home folder.
  private static DatabaseSettings settings(@Nullable Path data) {
    return new DatabaseSettings(
        System.getenv("SHORTLIST_DATABASE_URL"), folder(data).resolve("postgresql"), 2, START);
  }

  private static Path folder(@Nullable Path data) {
    return data != null
        ? data
        : Path.of(
            System.getenv()
                .getOrDefault("SHORTLIST_DATA", System.getProperty("user.home") + "/.shortlist"));
  }

  private static String link(@Nullable Path data, Secret secret) {
    return "  %s/welcome/%s".formatted(base(folder(data)).replaceAll("/$", ""), secret.value());
  }

  private static String base(Path folder) {
    var environment = System.getenv();
    String port = environment.getOrDefault("SHORTLIST_PORT", "8000");
    return Optional.ofNullable(environment.get("SHORTLIST_ADDRESS"))
        .or(() -> LastAddress.of(folder))
        .orElse("http://127.0.0.1:" + port);
  }

  private static Role role(String name) {
    return Arrays.stream(Role.values())
        .filter(role -> role.name().equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "\"%s\" is no role: write owner, admin, recruiter, reviewer, auditor or viewer"
                    .formatted(name)));
  }

  private static String lower(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
