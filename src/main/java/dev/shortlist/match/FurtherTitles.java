package dev.shortlist.match;

import dev.shortlist.skills.Taxonomy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds the names of work that a title holds beside itself: each part of `Receptionist / Night
/// Auditor`, `Human Resources Manager` in `Manager, Human Resources`, `Store manager` in `Bilingual
/// Store Mgr`, `Electrician` in `Electrician, Northford Ltd`.
///
/// A name counts where the taxonomy knows an occupation for it.
final class FurtherTitles {
  /// On which terms and in which hours somebody works, whatever the work is.
  private static final Pattern TERMS =
      Pattern.compile(
          "(?i)(?<![\\p{L}\\d])(?:seasonal|self[- ]employed|per[- ]diem|prn|bilingual|former|retired|ex-"
              + "|(?:night|day|evening|weekend|overnight|(?:first|second|third|1st|2nd|3rd))[- ]shift)(?![\\p{L}\\d])");

  /// A rank above those who do the work, or how far it reaches: a lead electrician is one.
  private static final Pattern RANK =
      Pattern.compile(
          "(?i)^(?:(?:(?:team[- ])?lead|principal|chief|head|master|supervising|regional|area|district|national|global|corporate|group)\\s+)+(?!of\\b)"
              + "|\\s+(?:team )?(?:lead|leader|supervisor)$");

  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("mgr", "manager"),
          Map.entry("asst", "assistant"),
          Map.entry("supv", "supervisor"),
          Map.entry("engr", "engineer"),
          Map.entry("coord", "coordinator"),
          Map.entry("rep", "representative"),
          Map.entry("exec", "executive"),
          Map.entry("dir", "director"),
          Map.entry("assoc", "associate"),
          Map.entry("cust", "customer"),
          Map.entry("svc", "service"),
          Map.entry("svcs", "services"),
          Map.entry("mktg", "marketing"),
          Map.entry("mgmt", "management"));

  private static final Pattern SHORT_WORD =
      Pattern.compile("(?i)(?<![\\p{L}\\d])(?:" + String.join("|", SHORT.keySet()) + ")\\b\\.?");

  private final Taxonomy taxonomy;

  FurtherTitles(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
  }

  /// Further names of a post that is offered.
  List<String> offered(String title) {
    var plain = plain(title);
    return known(Stream.of(List.of(plain), parts(plain), name(plain)), title);
  }

  /// Further names of a title that a CV has; who leads such work has done it.
  List<String> held(String title) {
    var plain = plain(title);
    var worker = RANK.matcher(plain).replaceAll("");
    return known(Stream.of(List.of(plain), parts(plain), name(plain), name(worker)), title);
  }

  private List<String> known(Stream<List<String>> names, String title) {
    return names
        .flatMap(List::stream)
        .distinct()
        .filter(name -> !name.equals(title))
        .filter(name -> taxonomy.occupation(name).isPresent())
        .toList();
  }

  private List<String> parts(String title) {
    return Stream.concat(Titles.further(title).stream(), taxonomy.usualTitle(title).stream())
        .toList();
  }

  // Behind a comma stands a company or a place, or what a mere role is about.
  private List<String> name(String title) {
    int comma = title.indexOf(',');
    var name = comma < 0 ? title : title.substring(0, comma).strip();
    return taxonomy.isRole(name) ? List.of() : List.of(name);
  }

  private static String plain(String title) {
    var unlabelled = ClaimedTitles.LABEL.matcher(title).replaceFirst("");
    var full =
        SHORT_WORD
            .matcher(unlabelled)
            .replaceAll(word -> SHORT.get(word.group().toLowerCase(Locale.ROOT).replace(".", "")));
    return TERMS.matcher(full).replaceAll(" ").replaceAll("\\s+", " ").strip();
  }
}
