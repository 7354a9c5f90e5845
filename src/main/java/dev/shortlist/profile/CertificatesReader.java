package dev.shortlist.profile;

import dev.shortlist.profile.Section.Kind;
import java.util.ArrayList;
import java.util.List;

/// Reads certificates and courses: one for each line of their sections.
final class CertificatesReader {
  private static final int LONGEST = 160;
  private static final int MOST = 100;

  private final Cv cv;
  private final Wraps wraps;

  CertificatesReader(Cv cv, Wraps wraps) {
    this.cv = cv;
    this.wraps = wraps;
  }

  List<Fact<String>> read(List<Section> sections) {
    var certificates = new ArrayList<Fact<String>>();
    for (var section : sections) {
      if (section.kind() == Kind.CERTIFICATES) {
        section(section, certificates);
      }
    }
    return certificates;
  }

  private void section(Section section, List<Fact<String>> certificates) {
    var rows = section.rows(cv);
    for (int i = 0; i < rows.size() && certificates.size() < MOST; i++) {
      var row = rows.get(i);
      boolean wrapped = i > 0 && wraps.goesOn(rows.get(i - 1), row);
      if (row.text().length() > LONGEST || wrapped || row.text().endsWith(":")) {
        continue;
      }
      var named = row.undated();
      if (!named.isEmpty() && Text.words(named.getFirst().text()) >= 1 && !row.isProse()) {
        certificates.add(cv.fact(named.getFirst(), row.isBulleted() ? 0.85 : 0.7));
      }
    }
  }
}
