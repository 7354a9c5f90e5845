package dev.shortlist.opening;

import dev.shortlist.database.Vault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What a form carries so that only forms we showed are taken: for which page, when, and with which
/// consent text it was shown; sealed, so that nobody can make one up.
@Component
class FormTokens {
  private final Vault vault;
  private final Clock clock;

  FormTokens(Vault vault, Clock clock) {
    this.vault = vault;
    this.clock = clock;
  }

  /// @param shownAt when the form was shown
  /// @param consent hash of the consent text in it
  record Token(Instant shownAt, String consent) {}

  String create(Opening opening, Consent consent) {
    return vault.seal(place(opening), clock.millis() + " " + hash(consent));
  }

  /// Empty when it is none of ours, or one of another page.
  Optional<Token> open(Opening opening, String sealed) {
    try {
      String[] parts = vault.open(place(opening), sealed).split(" ", 2);
      return Optional.of(new Token(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]));
    } catch (Vault.Unopened | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  static String hash(Consent consent) {
    try {
      var text = consent.language() + "\n" + consent.text();
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  private static String place(Opening opening) {
    return "apply/" + opening.reference();
  }
}
