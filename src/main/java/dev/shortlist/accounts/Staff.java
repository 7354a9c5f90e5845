package dev.shortlist.accounts;

import dev.shortlist.database.Tenancy;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What an admin does with the users and keys of the account. Each of it is in the audit log.
/// Owners are made and changed by owners only, and nobody hands out more than they have.
@Component
public class Staff {
  private final Users users;
  private final Links links;
  private final Sessions sessions;
  private final SignIn signIn;
  private final ApiKeys keys;
  private final Audit audit;
  private final Tenancy tenancy;

  Staff(
      Users users,
      Links links,
      Sessions sessions,
      SignIn signIn,
      ApiKeys keys,
      Audit audit,
      Tenancy tenancy) {
    this.users = users;
    this.links = links;
    this.sessions = sessions;
    this.signIn = signIn;
    this.keys = keys;
    this.audit = audit;
    this.tenancy = tenancy;
  }

  /// A new user and the link that lets them choose a password.
  public record Invited(User user, Secret link) {}

  /// Adds a user and makes the link to let them in.
  ///
  /// @throws NotAllowed if the address is none or taken, or the role is above that of `by`
  public Invited invite(Principal by, String email, String name, Role role) {
    requireUpTo(by, role);
    return done(
        by,
        () -> {
          var user = users.add(by.account(), email, name, role);
          audit.record(by, "user.created", subject(user), role.name());
          return new Invited(user, links.create(user));
        });
  }

  /// A link to choose a new password with; what was set so far works until then.
  public Secret link(Principal by, UUID id) {
    return done(
        by,
        () -> {
          var user = changeable(by, id);
          audit.record(by, "user.link", subject(user), "");
          return links.create(user);
        });
  }

  public User change(Principal by, UUID id, Role role) {
    requireUpTo(by, role);
    return done(
        by,
        () -> {
          var user = changeable(by, id);
          users.change(user, role);
          audit.record(by, "user.role", subject(user), user.role() + " to " + role);
          return get(by, id);
        });
  }

  /// Keeps a user out, and ends what they have open.
  public User disable(Principal by, UUID id) {
    return done(
        by,
        () -> {
          var user = changeable(by, id);
          users.disable(user);
          sessions.endAll(user.account(), user.id());
          audit.record(by, "user.disabled", subject(user), "");
          return get(by, id);
        });
  }

  public User enable(Principal by, UUID id) {
    return done(
        by,
        () -> {
          var user = changeable(by, id);
          users.enable(user);
          audit.record(by, "user.enabled", subject(user), "");
          return get(by, id);
        });
  }

  /// For a user who lost the app that makes the codes.
  public User clearSecondFactor(Principal by, UUID id) {
    return done(
        by,
        () -> {
          var user = changeable(by, id);
          audit.record(by, "user.second-factor", subject(user), "removed");
          signIn.clearSecondFactor(user);
          return get(by, id);
        });
  }

  /// Makes a key for a program.
  ///
  /// @param life absent for a key that stays
  public ApiKey.Created createKey(Principal by, String name, Role role, @Nullable Duration life) {
    requireUpTo(by, role);
    return done(
        by,
        () -> {
          var created = keys.create(by.account(), name, role, life, by.actor());
          audit.record(by, "key.created", "key/" + created.key().id(), role.name());
          return created;
        });
  }

  public ApiKey revokeKey(Principal by, UUID id) {
    return done(
        by,
        () -> {
          var key = keys.find(by.account(), id).orElseThrow(() -> new NotThere("key", id));
          requireUpTo(by, key.role());
          keys.revoke(key);
          audit.record(by, "key.revoked", "key/" + id, "");
          return keys.find(by.account(), id).orElseThrow();
        });
  }

  private User changeable(Principal by, UUID id) {
    var user = get(by, id);
    requireUpTo(by, user.role());
    return user;
  }

  private User get(Principal by, UUID id) {
    return users.find(by.account(), id).orElseThrow(() -> new NotThere("user", id));
  }

  private <T> T done(Principal by, Supplier<T> work) {
    return tenancy.inAccount(by.account().value(), work);
  }

  private static void requireUpTo(Principal by, Role role) {
    if (role == Role.OWNER && by.role() != Role.OWNER) {
      throw new NotAllowed("Owners are made, changed and removed by owners only.");
    }
  }

  private static String subject(User user) {
    return "user/" + user.id();
  }
}
