package dev.shortlist.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How to reach the person. Never counts towards a score.
///
/// @param phones numbers as written in the CV
/// @param links web addresses in the text or behind it, without `mailto:` and `tel:`
/// @param location town, region or country as written
public record Contact(
    @Nullable Fact<String> name,
    List<Fact<String>> emails,
    List<Fact<String>> phones,
    List<String> links,
    @Nullable Fact<String> location) {
  public Contact {
    emails = List.copyOf(emails);
    phones = List.copyOf(phones);
    links = List.copyOf(links);
  }
}
