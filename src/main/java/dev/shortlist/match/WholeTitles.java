package dev.shortlist.match;

import dev.shortlist.profile.Fact;
import dev.shortlist.profile.Work;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.VisibleText;
import java.util.regex.Pattern;

/// Gives a title that names a mere role what its line says behind a dash: `Manager - Human
/// Resources`. Behind other titles the organisation stands there.
final class WholeTitles {
  private static final Pattern BEHIND =
      Pattern.compile("\\s*[-–—]\\s*\\p{L}[\\p{L} &/]*?(?=\\s*(?:[-–—|,;:@(\\d\\t]|\\s{2}|$))");

  /// An organisation told this clearly is not what the role is about.
  private static final double SURE = 0.8;

  private final Taxonomy taxonomy;

  WholeTitles(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
  }

  /// The title as its line has it, where an occupation is called so.
  Fact<String> whole(Fact<String> title, Work work, VisibleText text) {
    var passage = title.passage();
    if (passage.quote().isEmpty() || !taxonomy.isRole(title.value())) {
      return title;
    }
    int lineEnd = text.line(text.lineAt(passage.end() - 1)).end();
    var behind = BEHIND.matcher(text.text()).region(passage.end(), lineEnd);
    if (!behind.lookingAt() || isOrganisation(work, behind.start(), behind.end())) {
      return title;
    }
    var whole = text.passage(passage.start(), behind.end());
    return taxonomy.usualTitle(whole.quote()).isPresent()
        ? new Fact<>(whole.quote(), whole, title.confidence())
        : title;
  }

  // In `Human Resources, Northford Ltd` only what stands behind the comma is one.
  private static boolean isOrganisation(Work work, int start, int end) {
    var company = work.company();
    return company != null
        && company.confidence() >= SURE
        && company.passage().start() >= start
        && company.passage().end() <= end;
  }
}
