package dev.shortlist.accounts;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Passwords as Argon2id, with the cost OWASP recommends: 19 MiB, two passes, one lane.
@Component
class Passwords {
  static final int SHORTEST = 12;
  static final int LONGEST = 200;
  private static final int AT_ONCE = 2;

  private static final Argon2PasswordEncoder encoder =
      new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
  // Somebody who tries many passwords may not take all the cores.
  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  /// @throws NotAllowed if `password` is too short or too long
  String hash(String password) {
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      throw new NotAllowed(
          "A password has %d to %d characters; this one has %d."
              .formatted(SHORTEST, LONGEST, password.length()));
    }
    return String.valueOf(inTurn(() -> encoder.encode(password)));
  }

  /// Whether `password` is the one `hash` was made of; as slow when there is no hash.
  boolean fits(String password, @Nullable String hash) {
    String tried = password.length() > LONGEST ? "" : password;
    boolean fits =
        Boolean.TRUE.equals(
            inTurn(() -> encoder.matches(tried, hash == null ? Nobodys.HASH : hash)));
    return fits && hash != null;
  }

  /// Made when first needed: that takes as long as a sign-in.
  private static final class Nobodys {
    static final String HASH = String.valueOf(encoder.encode("the password of nobody"));
  }

  private <T extends @Nullable Object> T inTurn(Supplier<T> work) {
    turns.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }
}
