package dev.shortlist.accounts;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Codes of an authenticator app: RFC 6238 with SHA-1, six digits, thirty seconds, as all apps know
/// it.
final class Totp {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;
  private static final int LETTERS = 32;
  private static final int SECONDS = 30;
  private static final int DIGITS = 1_000_000;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Totp() {}

  /// A new secret, in the letters apps take.
  static String secret() {
    var secret = new StringBuilder();
    for (int i = 0; i < LETTERS; i++) {
      secret.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return secret.toString();
  }

  /// The step `code` belongs to: this one or a neighbour, as clocks differ, but none up to `last`,
  /// as a code counts once.
  static OptionalLong step(String secret, String code, Instant now, long last) {
    String digits = code.replace(" ", "");
    long step = now.getEpochSecond() / SECONDS;
    for (long near = Math.max(step - 1, last + 1); near <= step + 1; near++) {
      if (code(secret, near).equals(digits)) {
        return OptionalLong.of(near);
      }
    }
    return OptionalLong.empty();
  }

  static String code(String secret, long step) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(bytes(secret), "HmacSHA1"));
      var hash =
          ByteBuffer.wrap(mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array()));
      int offset = hash.get(hash.capacity() - 1) & 0xF;
      return "%06d".formatted((hash.getInt(offset) & Integer.MAX_VALUE) % DIGITS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  private static byte[] bytes(String secret) {
    var bytes = ByteBuffer.allocate(secret.length() * BITS / Byte.SIZE);
    int bits = 0;
    int count = 0;
    for (int i = 0; i < secret.length(); i++) {
      bits = bits << BITS | ALPHABET.indexOf(secret.charAt(i));
      count += BITS;
      if (count >= Byte.SIZE && bytes.hasRemaining()) {
        count -= Byte.SIZE;
        bytes.put((byte) (bits >> count));
      }
      bits &= (1 << count) - 1;
    }
    return bytes.array();
  }
}
