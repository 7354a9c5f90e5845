package dev.shortlist.web;

import dev.shortlist.accounts.AccessSettings;
import dev.shortlist.accounts.Addresses;
import dev.shortlist.accounts.ApiKeys;
import dev.shortlist.accounts.Audit;
import dev.shortlist.accounts.Credits;
import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.accounts.NotAllowed;
import dev.shortlist.accounts.Principal;
import dev.shortlist.accounts.Role;
import dev.shortlist.accounts.SignIn;
import dev.shortlist.accounts.Staff;
import dev.shortlist.accounts.User;
import dev.shortlist.accounts.Users;
import dev.shortlist.intake.TooLong;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Oneself, the users and keys of the account, and the audit log.
@Controller
@RequestMapping("/settings")
class SettingsController {
  private static final int ENTRIES = 100;

  private final Pages pages;
  private final CurrentUser current;
  private final Users users;
  private final ApiKeys keys;
  private final Staff staff;
  private final SignIn signIn;
  private final Audit audit;
  private final Authors authors;
  private final Credits credits;
  private final Addresses addresses;
  private final AccessSettings settings;

  SettingsController(
      Pages pages,
      CurrentUser current,
      Users users,
      ApiKeys keys,
      Staff staff,
      SignIn signIn,
      Audit audit,
      Authors authors,
      Credits credits,
      Addresses addresses,
      AccessSettings settings) {
    this.pages = pages;
    this.current = current;
    this.users = users;
    this.keys = keys;
    this.staff = staff;
    this.signIn = signIn;
    this.audit = audit;
    this.authors = authors;
    this.credits = credits;
    this.addresses = addresses;
    this.settings = settings;
  }

  @GetMapping
  View own() {
    return own("", "");
  }

  @PostMapping("/own/password")
  View changePassword(
      HttpServletRequest request,
      HttpServletResponse response,
      @RequestParam String old,
      @RequestParam String password,
      @RequestParam String again) {
    return tried(
        response,
        () -> {
          if (!password.equals(again)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return own("", Texts.say("account.passwords-differ"));
          }
          signIn.changePassword(request, response, me(), old, password);
          return own(Texts.say("account.password-changed"), "");
        },
        why -> own("", why));
  }

  @PostMapping("/own/second-factor")
  View setSecondFactor(
      HttpServletResponse response, @RequestParam String secret, @RequestParam String code) {
    return tried(
        response,
        () -> {
          signIn.setSecondFactor(me(), secret, code);
          return own(Texts.say("account.code-from-now"), "");
        },
        why -> own("", why));
  }

  @PostMapping("/own/second-factor/remove")
  View removeSecondFactor(HttpServletResponse response, @RequestParam String password) {
    return tried(
        response,
        () -> {
          signIn.removeSecondFactor(me(), password);
          return own(Texts.say("account.no-code"), "");
        },
        why -> own("", why));
  }

  @GetMapping("/users")
  View users() {
    return users("", "", "");
  }

  @PostMapping("/users")
  View invite(
      HttpServletResponse response,
      @RequestParam String email,
      @RequestParam(defaultValue = "") String name,
      @RequestParam Role role) {
    return tried(
        response,
        () -> {
          TooLong.unless("name", name, TooLong.LINE);
          var invited = staff.invite(principal(), email, name, role);
          return users(
              Texts.say("account.send-link", email), addresses.welcome(invited.link()), "");
        },
        why -> users("", "", why));
  }

  @PostMapping("/users/{id}/role")
  View role(HttpServletResponse response, @PathVariable UUID id, @RequestParam Role role) {
    return tried(
        response,
        () -> {
          var changed = staff.change(principal(), id, role);
          return users(Texts.say("account.has-role", changed.name(), Words.role(role)), "", "");
        },
        why -> users("", "", why));
  }

  @PostMapping("/users/{id}/disable")
  View disable(HttpServletResponse response, @PathVariable UUID id) {
    return tried(
        response,
        () ->
            users(Texts.say("account.is-kept-out", staff.disable(principal(), id).name()), "", ""),
        why -> users("", "", why));
  }

  @PostMapping("/users/{id}/enable")
  View enable(HttpServletResponse response, @PathVariable UUID id) {
    return tried(
        response,
        () -> users(Texts.say("account.may-enter", staff.enable(principal(), id).name()), "", ""),
        why -> users("", "", why));
  }

  @PostMapping("/users/{id}/link")
  View link(HttpServletResponse response, @PathVariable UUID id) {
    return tried(
        response,
        () ->
            users(
                Texts.say("account.link-sets"), addresses.welcome(staff.link(principal(), id)), ""),
        why -> users("", "", why));
  }

  @PostMapping("/users/{id}/second-factor/remove")
  View clearSecondFactor(HttpServletResponse response, @PathVariable UUID id) {
    return tried(
        response,
        () -> {
          var user = staff.clearSecondFactor(principal(), id);
          return users(Texts.say("account.asked-no-code", user.name()), "", "");
        },
        why -> users("", "", why));
  }

  @GetMapping("/keys")
  View keys() {
    return keys("", "", "");
  }

  @PostMapping("/keys")
  View createKey(
      HttpServletResponse response,
      @RequestParam String name,
      @RequestParam Role role,
      @RequestParam(required = false) @Nullable Integer days) {
    return tried(
        response,
        () -> {
          var life = days == null ? null : Duration.ofDays(days);
          var created = staff.createKey(principal(), name, role, life);
          return keys(Texts.say("account.this-is-key"), created.secret().value(), "");
        },
        why -> keys("", "", why));
  }

  @PostMapping("/keys/{id}/revoke")
  View revoke(HttpServletResponse response, @PathVariable UUID id) {
    return tried(
        response,
        () -> {
          var revoked = staff.revokeKey(principal(), id);
          return keys(Texts.say("account.key-revoked", revoked.name()), "", "");
        },
        why -> keys("", "", why));
  }

  @GetMapping("/audit")
  View audit(@RequestParam(defaultValue = Long.MAX_VALUE + "") long before) {
    var account = principal().account();
    return pages.show(
        "audit",
        new AuditPage(
            principal(),
            audit.list(account, before, ENTRIES),
            authors.names(),
            // All of the log is read for that: once, not for each of its pages.
            before == Long.MAX_VALUE ? audit.firstBroken(account) : OptionalLong.empty()));
  }

  private View own(String done, String trouble) {
    return pages.show(
        "settings",
        new SettingsPage(
            principal(),
            settings.signIn(),
            user().orElse(null),
            signIn.proposeSecondFactor(),
            credits.balance(principal().account()),
            done,
            trouble));
  }

  private View users(String done, String secret, String trouble) {
    return pages.show(
        "users",
        new UsersPage(
            principal(), users.list(principal().account()), new Said(done, secret, trouble)));
  }

  private View keys(String done, String secret, String trouble) {
    return pages.show(
        "keys",
        new KeysPage(
            principal(), keys.list(principal().account()), new Said(done, secret, trouble)));
  }

  private static View tried(
      HttpServletResponse response, Supplier<View> work, Function<String, View> refused) {
    try {
      return work.get();
    } catch (NotAllowed e) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return refused.apply(Texts.core(e.getMessage()));
    }
  }

  private Principal principal() {
    return current.principal();
  }

  private User me() {
    return user().orElseThrow(() -> Trouble.notFound("user", "you, as nobody signs in here"));
  }

  private Optional<User> user() {
    return principal().caller() instanceof Principal.Caller.User(var id)
        ? users.find(principal().account(), id)
        : Optional.empty();
  }
}
