package dev.shortlist.api;

import dev.shortlist.accounts.Addresses;
import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.accounts.Role;
import dev.shortlist.accounts.Staff;
import dev.shortlist.accounts.User;
import dev.shortlist.accounts.Users;
import dev.shortlist.intake.TooLong;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/users", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Users", description = "The people of the account")
class UsersApi {
  private final CurrentUser current;
  private final Users users;
  private final Staff staff;
  private final Addresses addresses;

  UsersApi(CurrentUser current, Users users, Staff staff, Addresses addresses) {
    this.current = current;
    this.users = users;
    this.staff = staff;
    this.addresses = addresses;
  }

  @GetMapping
  @Operation(summary = "List users")
  UserList list() {
    return new UserList(
        users.list(current.principal().account()).stream().map(UserBody::of).toList());
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Invite somebody",
      description = "The answer holds a link, once: whoever opens it chooses a password.")
  ResponseEntity<Invitation> invite(@RequestBody NewUser body) {
    if (body.email() == null || body.role() == null) {
      throw Problem.INVALID_VALUE.because("A user has an email and a role.");
    }
    TooLong.unless("name", body.name(), TooLong.LINE);
    TooLong.unless("email", body.email(), TooLong.LINE);
    var invited =
        staff.invite(
            current.principal(), body.email(), body.name() == null ? "" : body.name(), body.role());
    return ResponseEntity.created(URI.create("/api/v1/users/" + invited.user().id()))
        .body(new Invitation(UserBody.of(invited.user()), addresses.welcome(invited.link())));
  }

  @GetMapping("/{id}")
  @Operation(summary = "Get a user")
  UserBody get(@PathVariable UUID id) {
    return users
        .find(current.principal().account(), id)
        .map(UserBody::of)
        .orElseThrow(() -> Problem.NOT_FOUND.because("There is no user %s here.".formatted(id)));
  }

  @PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Give a user another role, keep them out or let them in again")
  UserBody change(@PathVariable UUID id, @RequestBody UserChange change) {
    var by = current.principal();
    if (change.role() != null) {
      staff.change(by, id, change.role());
    }
    if (change.disabled() != null) {
      return UserBody.of(change.disabled() ? staff.disable(by, id) : staff.enable(by, id));
    }
    return get(id);
  }

  @PostMapping("/{id}/link")
  @Operation(
      summary = "A link to choose a new password",
      description = "It works once, for three days; the present password works until then.")
  LinkBody link(@PathVariable UUID id) {
    return new LinkBody(addresses.welcome(staff.link(current.principal(), id)));
  }

  @DeleteMapping("/{id}/second-factor")
  @Operation(summary = "Ask a user who lost the app for codes no more")
  UserBody clearSecondFactor(@PathVariable UUID id) {
    return UserBody.of(staff.clearSecondFactor(current.principal(), id));
  }

  record UserList(List<UserBody> users) {}

  record NewUser(@Nullable String email, @Nullable String name, @Nullable Role role) {}

  record UserChange(@Nullable Role role, @Nullable Boolean disabled) {}

  record Invitation(UserBody user, String link) {}

  record LinkBody(String link) {}

  record UserBody(
      UUID id,
      String email,
      String name,
      Role role,
      boolean invited,
      boolean secondFactor,
      Instant createdAt,
      @Nullable Instant disabledAt) {

    static UserBody of(User user) {
      return new UserBody(
          user.id(),
          user.email(),
          user.name(),
          user.role(),
          !user.hasPassword(),
          user.hasSecondFactor(),
          user.createdAt(),
          user.disabledAt());
    }
  }
}
