package dev.shortlist.ai;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A language model and where it is reached.
///
/// @param address base URL: for OpenAI's protocol what stands before `/chat/completions`
/// @param key absent for servers that ask for none
/// @param name what the provider calls it: `gemini-2.5-flash`
/// @param timeout longest time for one answer
public record Model(
    Provider provider, URI address, @Nullable ApiKey key, String name, Duration timeout) {
  public Model {
    if (name.isBlank()) {
      throw new IllegalArgumentException("no model is named: set SHORTLIST_AI_MODEL");
    }
    if (!address.isAbsolute() || address.getHost() == null || !isHttp(address)) {
      throw new IllegalArgumentException(
          "SHORTLIST_AI_BASE_URL must be an http or https address but is " + address);
    }
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("timeout must be above 0 but is " + timeout);
    }
  }

  private static boolean isHttp(URI address) {
    return address.getScheme().equals("https") || address.getScheme().equals("http");
  }

  URI at(String path) {
    return URI.create(address.toString().replaceAll("/+$", "") + path);
  }
}
