package dev.shortlist.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says what it was asked for.
final class FakePeople implements People {

  @Override
  public List<String> addUser(
      @Nullable Path data, String email, String name, String role, @Nullable String account) {
    if (!email.contains("@")) {
      throw new Refused(email + " is no e-mail address", new IllegalArgumentException());
    }
    return List.of("add %s as %s to %s".formatted(email, role, account));
  }

  @Override
  public List<String> listUsers(@Nullable Path data) {
    return List.of("users in " + data);
  }

  @Override
  public List<String> resetUser(@Nullable Path data, String email) {
    return List.of("reset " + email);
  }

  @Override
  public List<String> addKey(
      @Nullable Path data,
      String name,
      String role,
      @Nullable Integer days,
      @Nullable String account,
      boolean operator) {
    return List.of("key %s as %s for %s days".formatted(name, role, days));
  }

  @Override
  public List<String> listKeys(@Nullable Path data) {
    return List.of("keys in " + data);
  }

  @Override
  public List<String> revokeKey(@Nullable Path data, String id) {
    return List.of("revoke " + id);
  }

  @Override
  public List<String> grant(@Nullable Path data, int amount, @Nullable String account) {
    return List.of("grant %d to %s".formatted(amount, account));
  }
}
