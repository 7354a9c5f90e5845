package dev.shortlist.notify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Messages as mail servers write them, about a mail of ours.
final class BounceSamples {
  private BounceSamples() {}

  /// @param name of a file in `bounces`, without its end
  /// @param token of the mail it is about
  /// @param address it came to
  static byte[] message(String name, String token, String address) {
    String path = "bounces/%s.eml".formatted(name);
    try (var in = BounceSamples.class.getResourceAsStream(path)) {
      String text =
          new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
      return text.replace("{token}", token)
          .replace("{address}", address)
          .replace("\n", "\r\n")
          .getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
