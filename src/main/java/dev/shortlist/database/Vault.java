package dev.shortlist.database;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encrypts what must not be read from the database or a copy of it: AES-256-GCM with the master
/// key of the installation, a fresh nonce each time, bound to the row it is for.
public final class Vault {
  private static final String VERSION = "v1:";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  /// @throws DatabaseUnusable if there is no usable master key
  public Vault(SecretsSettings settings) {
    this.key = MasterKey.of(settings);
  }

  /// What is stored in place of `secret`.
  ///
  /// @param place the row it is for, as `totp/ID`; elsewhere it cannot be opened
  public String seal(String place, String secret) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, place, nonce)
              .doFinal(secret.getBytes(StandardCharsets.UTF_8));
      var all = ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
      return VERSION + Base64.getEncoder().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + CIPHER, e);
    }
  }

  /// The secret again.
  ///
  /// @throws Unopened if it was sealed with another master key or for another row
  public String open(String place, String sealed) {
    try {
      byte[] all = Base64.getDecoder().decode(sealed.substring(VERSION.length()));
      byte[] nonce = Arrays.copyOf(all, NONCE);
      byte[] secret =
          cipher(Cipher.DECRYPT_MODE, place, nonce).doFinal(all, NONCE, all.length - NONCE);
      return new String(secret, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new Unopened(place, e);
    }
  }

  /// Whether `value` was sealed; what older versions wrote is plain.
  public static boolean isSealed(String value) {
    return value.startsWith(VERSION);
  }

  private Cipher cipher(int mode, String place, byte[] nonce) throws GeneralSecurityException {
    var cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  /// A secret cannot be opened: the master key is another than it was sealed with.
  public static final class Unopened extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unopened(String place, Throwable cause) {
      super(
          "%s was encrypted with another master key: give this node the key of the installation (SHORTLIST_SECRETS_KEY or shortlist.secrets.file)"
              .formatted(place),
          cause);
    }
  }
}
