package dev.shortlist.dialect.taskqueue;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.shortlist.applicants.Applicant;
import dev.shortlist.dialect.Texts;
import dev.shortlist.match.Gap;
import java.util.List;

/// One CV of a task.
///
/// @param id its place in the upload: `resume_0`
/// @param file where the CV is found here
/// @param score 0 to 10 with one decimal
/// @param content visible text of the CV
record Item(
    String id,
    String name,
    String email,
    String phone,
    @JsonProperty("s3_url") String file,
    String fileName,
    double score,
    String category,
    String content,
    String explanation,
    List<String> strengths,
    List<String> weaknesses) {

  static Item of(int place, Applicant applicant, String address, String text) {
    var application = applicant.application();
    var profile = applicant.profile();
    var match = applicant.match();
    if (match == null) {
      return unreadable(place, applicant, address);
    }
    double score = match.score() / 10.0;
    return new Item(
        "resume_" + place,
        Texts.name(profile),
        Texts.email(profile),
        Texts.phone(profile),
        address,
        Texts.fileName(application),
        score,
        Drawer.of(score).word(),
        text,
        match.reasoning(),
        match.strengths(),
        match.gaps().stream().map(Item::weakness).toList());
  }

  // Natively it stands in the review tray without a score; these clients have no other drawer.
  private static Item unreadable(int place, Applicant applicant, String address) {
    var application = applicant.application();
    return new Item(
        "resume_" + place,
        Texts.UNKNOWN,
        "",
        "",
        address,
        Texts.fileName(application),
        0.0,
        Drawer.REJECTED.word(),
        "",
        "Error processing resume: " + Texts.trouble(application),
        List.of(),
        List.of());
  }

  private static String weakness(Gap gap) {
    return gap.unknown() || gap.found().isEmpty()
        ? "%s: the CV does not speak of it".formatted(gap.label())
        : "%s: %s".formatted(gap.label(), gap.found());
  }
}
