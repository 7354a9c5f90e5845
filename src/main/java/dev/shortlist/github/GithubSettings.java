package dev.shortlist.github;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Whether public work on GitHub is looked up, and how. Nothing is asked by default.
///
/// @param enabled for accounts that do not say for themselves; set as `SHORTLIST_GITHUB=on`
/// @param baseUrl of the REST API; no other host is ever asked
/// @param token absent to ask as anybody: 60 calls an hour
/// @param timeout longest time for one answer
/// @param reserve calls of the hour that are left to others
/// @param patience how long a person waits for the next hour's calls, before it goes without
/// @param retry wait after a call in vain; twice as long after the second
/// @param fresh how long what was found is taken for true without asking again
@ConfigurationProperties("shortlist.github")
public record GithubSettings(
    @DefaultValue("false") boolean enabled,
    @DefaultValue("https://api.github.com") URI baseUrl,
    @Nullable String token,
    @DefaultValue("10s") Duration timeout,
    @DefaultValue("10") int reserve,
    @DefaultValue("2h") Duration patience,
    @DefaultValue("20s") Duration retry,
    @DefaultValue("7d") Duration fresh) {
  public GithubSettings {
    if (!("" + baseUrl.getScheme()).matches("https?") || baseUrl.getHost() == null) {
      throw new IllegalArgumentException(
          "SHORTLIST_GITHUB_BASE_URL must be an http or https address, but is " + baseUrl);
    }
    if (reserve < 0) {
      throw new IllegalArgumentException(
          "SHORTLIST_GITHUB_RESERVE must be at least 0, but is " + reserve);
    }
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException(
          "SHORTLIST_GITHUB_TIMEOUT must be above 0, but is " + timeout);
    }
  }

  /// Without the token, which must not reach a log.
  @Override
  public String toString() {
    return "GithubSettings[enabled=%s, baseUrl=%s]".formatted(enabled, baseUrl);
  }
}
