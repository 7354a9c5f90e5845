package dev.shortlist.accounts;

import dev.shortlist.accounts.Sessions.State;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.database.Vault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Signing in and out, with password and, where a user wants it, the code of an app.
@Component
public class SignIn {
  private static final String WRONG = "Address and password do not fit together.";

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Clock clock;
  private final Users users;
  private final Sessions sessions;
  private final Links links;
  private final Passwords passwords;
  private final Attempts attempts;
  private final Audit audit;
  private final Vault vault;

  SignIn(
      JdbcClient jdbc,
      Tenancy tenancy,
      Clock clock,
      Users users,
      Sessions sessions,
      Links links,
      Passwords passwords,
      Attempts attempts,
      Audit audit,
      Vault vault) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.clock = clock;
    this.users = users;
    this.sessions = sessions;
    this.links = links;
    this.passwords = passwords;
    this.attempts = attempts;
    this.audit = audit;
    this.vault = vault;
  }

  /// What became of an attempt to sign in. The cookie is in the response already.
  public sealed interface Outcome {
    record In(User user) implements Outcome {}

    /// The password was right; now the code of the app is wanted.
    record NeedsCode() implements Outcome {}

    /// Not let in.
    ///
    /// @param why in words for whoever tried
    record Refused(String why) implements Outcome {}
  }

  /// Tries a password. Takes as long, and says the same, whether the address is known or not.
  public Outcome withPassword(
      HttpServletRequest request, HttpServletResponse response, String email, String password) {
    var found = users.find(email);
    String subject = "password " + email.strip().toLowerCase(Locale.ROOT);
    var wait = attempts.wait(subject);
    if (wait.isPresent()) {
      return blocked(wait.get());
    }
    boolean fits = passwords.fits(password, found.map(this::password).orElse(null));
    var user = found.filter(known -> known.disabledAt() == null);
    if (!fits || user.isEmpty()) {
      attempts.failed(subject);
      found.ifPresent(known -> note(known, "sign-in.refused", ""));
      return new Outcome.Refused(WRONG);
    }
    attempts.succeeded(subject);
    if (user.get().hasSecondFactor()) {
      SessionCookie.set(request, response, sessions.create(user.get(), State.SECOND_FACTOR));
      return new Outcome.NeedsCode();
    }
    return in(request, response, user.get(), "password");
  }

  /// Tries the code of the app, after the password.
  public Outcome withCode(HttpServletRequest request, HttpServletResponse response, String code) {
    var cookie = SessionCookie.in(request);
    var session = cookie.flatMap(sessions::find);
    if (session.isEmpty() || session.get().state() != State.SECOND_FACTOR) {
      return new Outcome.Refused("That took too long: start again with your password.");
    }
    var half = session.get();
    String subject = "code " + half.user();
    var wait = attempts.wait(subject);
    if (wait.isPresent()) {
      return blocked(wait.get());
    }
    if (!useCode(half.account(), half.user(), code)) {
      attempts.failed(subject);
      return new Outcome.Refused("This is not the code your app shows now.");
    }
    attempts.succeeded(subject);
    sessions.end(half, cookie.get());
    var user = users.find(half.account(), half.user()).filter(known -> known.disabledAt() == null);
    return user.isEmpty()
        ? new Outcome.Refused(WRONG)
        : in(request, response, user.get(), "password and code");
  }

  /// Signs in somebody an identity provider vouches for.
  Outcome vouched(HttpServletRequest request, HttpServletResponse response, User user) {
    return user.disabledAt() == null
        ? in(request, response, user, "identity provider")
        : new Outcome.Refused(WRONG);
  }

  /// Ends the session of the request, if there is one.
  public void out(HttpServletRequest request, HttpServletResponse response) {
    SessionCookie.in(request)
        .ifPresent(secret ->
            sessions
                .find(secret)
                .ifPresent(session -> {
                  sessions.end(session, secret);
                  audit.record(
                      session.account(),
                      "user/" + session.user(),
                      "sign-out",
                      subject(session),
                      "");
                }));
    SessionCookie.clear(request, response);
  }

  /// Sets the password of the user a link is for; whoever was signed in as that user is signed out.
  ///
  /// @throws NotAllowed if the link no longer works, or the password is not good enough
  public void setPassword(String secret, String password) {
    var link = links.find(secret).orElseThrow(SignIn::linkOver);
    UUID user = link.user();
    if (user == null) {
      throw linkOver();
    }
    String hash = passwords.hash(password);
    tenancy.inAccount(
        link.account().value(),
        () -> {
          if (!links.use(link, secret)) {
            throw linkOver();
          }
          set(link.account(), user, hash);
          audit.record(link.account(), "user/" + user, "password.set", "user/" + user, "");
        });
  }

  /// Makes the first owner of the account a link is for.
  ///
  /// @throws NotAllowed if the link no longer works, or address or password are not good enough
  public void createOwner(String secret, String email, String name, String password) {
    var link = links.find(secret).orElseThrow(SignIn::linkOver);
    if (link.user() != null) {
      throw linkOver();
    }
    String hash = passwords.hash(password);
    tenancy.inAccount(
        link.account().value(),
        () -> {
          if (!links.use(link, secret)) {
            throw linkOver();
          }
          var owner = users.add(link.account(), email, name, Role.OWNER);
          set(link.account(), owner.id(), hash);
          note(owner, "user.created", "OWNER");
        });
  }

  /// Changes one's own password; other sessions than that of the request end.
  ///
  /// @throws NotAllowed if the old one is wrong, or the new one is not good enough
  public void changePassword(
      HttpServletRequest request,
      HttpServletResponse response,
      User user,
      String old,
      String password) {
    requirePassword(user, old);
    String hash = passwords.hash(password);
    tenancy.inAccount(
        user.account().value(),
        () -> {
          set(user.account(), user.id(), hash);
          note(user, "password.set", "");
        });
    SessionCookie.set(request, response, sessions.create(user, State.OPEN));
  }

  /// A secret for an app to make codes from; it counts once [#setSecondFactor] has seen a code.
  public String proposeSecondFactor() {
    return Totp.secret();
  }

  /// Asks for the codes of an app from now on.
  ///
  /// @throws NotAllowed if `code` is not what an app with this secret shows
  public void setSecondFactor(User user, String secret, String code) {
    var step =
        secret.matches("[A-Z2-7]{32}")
            ? Totp.step(secret, code, clock.instant(), 0)
            : OptionalLong.empty();
    if (step.isEmpty()) {
      throw new NotAllowed(
          "This is not the code the app shows now: check that the secret was taken over whole.");
    }
    tenancy.inAccount(
        user.account().value(),
        () -> {
          totp(user, secret, step.getAsLong());
          note(user, "second-factor.set", "");
        });
  }

  /// Asks for codes no more.
  ///
  /// @throws NotAllowed if the password is wrong
  public void removeSecondFactor(User user, String password) {
    requirePassword(user, password);
    clearSecondFactor(user);
  }

  /// For somebody who has lost the app; whoever resets knows who they are.
  public void clearSecondFactor(User user) {
    tenancy.inAccount(
        user.account().value(),
        () -> {
          totp(user, null, 0);
          note(user, "second-factor.removed", "");
        });
  }

  private Outcome in(
      HttpServletRequest request, HttpServletResponse response, User user, String how) {
    SessionCookie.set(request, response, sessions.create(user, State.OPEN));
    note(user, "sign-in", how);
    return new Outcome.In(user);
  }

  private void requirePassword(User user, String tried) {
    String subject = "own password " + user.id();
    attempts
        .wait(subject)
        .ifPresent(wait -> {
          throw new NotAllowed(blocked(wait).why());
        });
    if (!passwords.fits(tried, password(user))) {
      attempts.failed(subject);
      throw new NotAllowed("This is not your present password.");
    }
    attempts.succeeded(subject);
  }

  private @Nullable String password(User user) {
    return tenancy.inAccount(
        user.account().value(),
        () ->
            jdbc.sql("select password from app_user where account_id = :account and id = :id")
                .param("account", user.account().value())
                .param("id", user.id())
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null));
  }

  private void set(AccountId account, UUID user, String hash) {
    jdbc.sql("update app_user set password = :hash where account_id = :account and id = :id")
        .param("hash", hash)
        .param("account", account.value())
        .param("id", user)
        .update();
    sessions.endAll(account, user);
  }

  private void totp(User user, @Nullable String secret, long step) {
    jdbc.sql(
            """
            update app_user set totp = :secret, totp_step = :step
             where account_id = :account and id = :id
            """)
        .param(
            "secret", secret == null ? null : vault.seal(totpOf(user.id()), secret), Types.VARCHAR)
        .param("step", step)
        .param("account", user.account().value())
        .param("id", user.id())
        .update();
  }

  private String totp(UUID user, String stored) {
    return Vault.isSealed(stored) ? vault.open(totpOf(user), stored) : stored;
  }

  static String totpOf(UUID user) {
    return "totp/" + user;
  }

  /// True if the code is right and was not used before.
  private boolean useCode(AccountId account, UUID user, String code) {
    return tenancy.inAccount(
        account.value(),
        () -> {
          var step =
              jdbc.sql(
                      """
                      select totp, totp_step from app_user
                       where account_id = :account and id = :id and totp is not null
                         for update
                      """)
                  .param("account", account.value())
                  .param("id", user)
                  .query((row, number) ->
                      Totp.step(
                          totp(user, Rows.text(row, "totp")),
                          code,
                          clock.instant(),
                          row.getLong("totp_step")))
                  .optional()
                  .orElse(OptionalLong.empty());
          step.ifPresent(used ->
              jdbc.sql(
                      """
                      update app_user set totp_step = :step
                       where account_id = :account and id = :id
                      """)
                  .param("step", used)
                  .param("account", account.value())
                  .param("id", user)
                  .update());
          return step.isPresent();
        });
  }

  private void note(User user, String action, String detail) {
    audit.record(user.account(), "user/" + user.id(), action, "user/" + user.id(), detail);
  }

  private static String subject(Sessions.Session session) {
    return "user/" + session.user();
  }

  private static Outcome.Refused blocked(Duration wait) {
    return new Outcome.Refused(
        "Those were too many attempts. Try again in %s."
            .formatted(
                wait.toSeconds() < 90
                    ? "%d seconds".formatted(wait.toSeconds())
                    : "%d minutes".formatted(wait.toMinutes() + 1)));
  }

  private static NotAllowed linkOver() {
    return new NotAllowed(
        "This link no longer works: it was used, or is older than %d days. Ask for a new one."
            .formatted(Links.LIFE.toDays()));
  }
}
