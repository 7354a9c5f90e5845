package dev.shortlist.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The users, keys and credits behind `shortlist user`, `key` and `credits`; this package does not
/// know how they are kept. What is done is answered in lines to show.
public interface People {

  /// Adds a user.
  ///
  /// @param data folder of the database, absent for the usual one
  List<String> addUser(
      @Nullable Path data, String email, String name, String role, @Nullable String account);

  List<String> listUsers(@Nullable Path data);

  List<String> resetUser(@Nullable Path data, String email);

  /// Makes a key.
  ///
  /// @param days how long the key works, absent for one that stays
  List<String> addKey(
      @Nullable Path data,
      String name,
      String role,
      @Nullable Integer days,
      @Nullable String account,
      boolean operator);

  List<String> listKeys(@Nullable Path data);

  List<String> revokeKey(@Nullable Path data, String id);

  List<String> grant(@Nullable Path data, int amount, @Nullable String account);

  /// What was asked cannot be done: the message says why.
  final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Refused(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
