package dev.shortlist.match;

import dev.shortlist.jobdescription.Importance;
import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.jobdescription.Need;
import dev.shortlist.jobdescription.Requirement;
import dev.shortlist.jobdescription.Seniority;
import dev.shortlist.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A job description made for one test.
final class SampleJobDescription {
  private final String title;
  private final List<String> duties = new ArrayList<>();
  private final List<Asked> asked = new ArrayList<>();
  private @Nullable Seniority seniority;

  private record Asked(String label, Need need, Importance importance) {}

  private SampleJobDescription(String title) {
    this.title = title;
  }

  static SampleJobDescription aPostFor(String title) {
    return new SampleJobDescription(title);
  }

  SampleJobDescription doing(String... sentences) {
    duties.addAll(List.of(sentences));
    return this;
  }

  SampleJobDescription at(Seniority level) {
    seniority = level;
    return this;
  }

  SampleJobDescription requiring(String label, Need need) {
    asked.add(new Asked(label, need, Importance.REQUIRED));
    return this;
  }

  SampleJobDescription preferring(String label, Need need) {
    asked.add(new Asked(label, need, Importance.PREFERRED));
    return this;
  }

  SampleJobDescription insistingOn(String label, Need need) {
    asked.add(new Asked(label, need, Importance.GATE));
    return this;
  }

  JobDescription read() {
    var lines = new ArrayList<String>();
    lines.add(title);
    lines.addAll(duties);
    int first = lines.size();
    asked.forEach(one -> lines.add(one.label()));
    var text = VisibleText.of(String.join("\n", lines));
    var requirements = new ArrayList<Requirement>();
    for (int i = 0; i < asked.size(); i++) {
      var one = asked.get(i);
      requirements.add(
          new Requirement(
              "r" + (i + 1), one.label(), one.need(), one.importance(), 1, text.line(first + i)));
    }
    return new JobDescription(
        title, text, duties, seniority, null, requirements, List.of(), "sample");
  }
}
