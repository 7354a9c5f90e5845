package dev.shortlist.api;

import dev.shortlist.accounts.ApiKey;
import dev.shortlist.accounts.ApiKeys;
import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.accounts.Role;
import dev.shortlist.accounts.Staff;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/keys", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Keys", description = "What programs sign in with")
class KeysApi {
  private final CurrentUser current;
  private final ApiKeys keys;
  private final Staff staff;

  KeysApi(CurrentUser current, ApiKeys keys, Staff staff) {
    this.current = current;
    this.keys = keys;
    this.staff = staff;
  }

  @GetMapping
  @Operation(summary = "List keys", description = "Newest first, the revoked too.")
  KeyList list() {
    return new KeyList(keys.list(current.principal().account()).stream().map(KeyBody::of).toList());
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Make a key",
      description = "The answer holds the key itself, this once: only its hash is kept.")
  ResponseEntity<NewKeyBody> create(@RequestBody NewKey body) {
    var role = body.role() == null ? Role.RECRUITER : body.role();
    var life = body.days() == null ? null : Duration.ofDays(body.days());
    var created =
        staff.createKey(current.principal(), body.name() == null ? "" : body.name(), role, life);
    return ResponseEntity.created(URI.create("/api/v1/keys/" + created.key().id()))
        .body(new NewKeyBody(KeyBody.of(created.key()), created.secret().value()));
  }

  @DeleteMapping("/{id}")
  @Operation(summary = "Revoke a key", description = "It works no more, at once.")
  KeyBody revoke(@PathVariable UUID id) {
    return KeyBody.of(staff.revokeKey(current.principal(), id));
  }

  record KeyList(List<KeyBody> keys) {}

  record NewKey(
      @Nullable String name,
      @Schema(description = "What the program may do; absent for RECRUITER") @Nullable Role role,
      @Schema(description = "How long it works; absent for a key that stays")
          @Nullable Integer days) {}

  record NewKeyBody(KeyBody key, String secret) {}

  /// @param start the first characters, to tell keys apart
  record KeyBody(
      UUID id,
      String name,
      String start,
      Role role,
      String createdBy,
      Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable Instant usedAt,
      @Nullable Instant revokedAt) {

    static KeyBody of(ApiKey key) {
      return new KeyBody(
          key.id(),
          key.name(),
          key.start(),
          key.role(),
          key.createdBy(),
          key.createdAt(),
          key.expiresAt(),
          key.usedAt(),
          key.revokedAt());
    }
  }
}
