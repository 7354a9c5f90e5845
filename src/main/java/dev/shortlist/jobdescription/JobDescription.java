package dev.shortlist.jobdescription;

import dev.shortlist.text.VisibleText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is asked: the text of a post and the requirements in it.
///
/// @param title the post's name: `Senior Accountant`
/// @param duties sentences that say what the work is, as written: what the texts of CVs are
///   compared with
/// @param occupation id of the nearest occupation in the taxonomy, absent when none is near
/// @param requirements in the order of the text; empty when the text asks for nothing
/// @param concerns what the author should look at before screening
/// @param version version of the reader and the taxonomy that made it
public record JobDescription(
    String title,
    VisibleText text,
    List<String> duties,
    @Nullable Seniority seniority,
    @Nullable String occupation,
    List<Requirement> requirements,
    List<Concern> concerns,
    String version) {
  public JobDescription {
    duties = List.copyOf(duties);
    requirements = List.copyOf(requirements);
    concerns = List.copyOf(concerns);
  }
}
