package dev.shortlist.github;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds the person's own account among the web addresses of a CV.
final class Logins {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)\\s*(?:https?://)?(?:www\\.)?github\\.com/([a-z0-9](?:[a-z0-9-]{0,37}[a-z0-9])?)(?:/([^/?#\\s]*).*|[?#].*)?\\s*");

  /// First parts of addresses of GitHub itself.
  private static final Set<String> OF_GITHUB =
      Set.of(
          "about",
          "account",
          "apps",
          "blog",
          "collections",
          "contact",
          "customer-stories",
          "dashboard",
          "enterprise",
          "events",
          "explore",
          "features",
          "github",
          "issues",
          "join",
          "login",
          "marketplace",
          "new",
          "notifications",
          "organizations",
          "orgs",
          "pricing",
          "pulls",
          "readme",
          "search",
          "security",
          "settings",
          "site",
          "sponsors",
          "stars",
          "team",
          "topics",
          "trending",
          "users");

  private Logins() {}

  /// The account a CV names as its person's: one it links to as a whole, else the one whose
  /// repositories it links to most, the first of equals. In lower case.
  static Optional<String> of(List<String> links) {
    Map<String, Integer> repositories = new LinkedHashMap<>();
    for (String link : links) {
      var address = ADDRESS.matcher(link);
      if (!address.matches()) {
        continue;
      }
      String login = address.group(1).toLowerCase(Locale.ROOT);
      if (OF_GITHUB.contains(login)) {
        continue;
      }
      if (address.group(2) == null || address.group(2).isEmpty()) {
        return Optional.of(login);
      }
      repositories.merge(login, 1, Integer::sum);
    }
    int most = repositories.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return repositories.entrySet().stream()
        .filter(entry -> entry.getValue() == most)
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
