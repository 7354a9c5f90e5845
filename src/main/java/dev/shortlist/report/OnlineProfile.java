package dev.shortlist.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A web address as JSON Resume's `basics.profiles[]` has it.
///
/// @param network the site's name, or its host where it has none
/// @param username last part of the path, on sites where that is a person's name
/// @param url as written in the CV
record OnlineProfile(String network, @Nullable String username, String url) {
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)(?:https?://)?(?:www\\.)?([^/?#\\s]+)(?:/([^?#\\s]*))?.*");
  private static final Map<String, String> NETWORKS =
      Map.ofEntries(
          Map.entry("linkedin.com", "LinkedIn"),
          Map.entry("github.com", "GitHub"),
          Map.entry("gitlab.com", "GitLab"),
          Map.entry("bitbucket.org", "Bitbucket"),
          Map.entry("xing.com", "XING"),
          Map.entry("stackoverflow.com", "Stack Overflow"),
          Map.entry("twitter.com", "X"),
          Map.entry("x.com", "X"),
          Map.entry("facebook.com", "Facebook"),
          Map.entry("instagram.com", "Instagram"),
          Map.entry("youtube.com", "YouTube"),
          Map.entry("medium.com", "Medium"),
          Map.entry("behance.net", "Behance"),
          Map.entry("dribbble.com", "Dribbble"),
          Map.entry("kaggle.com", "Kaggle"),
          Map.entry("researchgate.net", "ResearchGate"),
          Map.entry("orcid.org", "ORCID"),
          Map.entry("leetcode.com", "LeetCode"),
          Map.entry("hackerrank.com", "HackerRank"));

  static OnlineProfile of(String url) {
    var address = ADDRESS.matcher(url.strip());
    if (!address.matches()) {
      return new OnlineProfile(url, null, url);
    }
    String host = address.group(1).toLowerCase(Locale.ROOT);
    String network = network(host);
    if (network == null) {
      return new OnlineProfile(host, null, url);
    }
    return new OnlineProfile(network, lastPart(address.group(2)), url);
  }

  /// Whether the address is a site of the person's own rather than a profile in a network.
  @JsonIgnore
  boolean own() {
    return !NETWORKS.containsValue(network);
  }

  // Countries have their own hosts, such as de.linkedin.com.
  private static @Nullable String network(String host) {
    var named = NETWORKS.get(host);
    int dot = host.indexOf('.');
    return named == null && dot > 0 ? NETWORKS.get(host.substring(dot + 1)) : named;
  }

  private static @Nullable String lastPart(@Nullable String path) {
    if (path == null) {
      return null;
    }
    var trimmed = path.replaceAll("/+$", "");
    return trimmed.isEmpty() ? null : trimmed.substring(trimmed.lastIndexOf('/') + 1);
  }
}
