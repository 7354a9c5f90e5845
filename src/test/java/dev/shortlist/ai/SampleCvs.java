package dev.shortlist.ai;

import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.jobdescription.JobDescriptionReader;
import dev.shortlist.match.LocalMatcher;
import dev.shortlist.match.Weights;
import dev.shortlist.profile.LocalProfileReader;
import dev.shortlist.profile.Reading;
import dev.shortlist.profile.ToldDates;
import dev.shortlist.profile.UnsureFact;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.FileType;
import dev.shortlist.text.VisibleText;
import java.time.LocalDate;
import java.util.List;

/// An invented post and invented people, read as the program reads them.
public final class SampleCvs {
  private static final Taxonomy TAXONOMY = Taxonomy.standard();
  private static final LocalProfileReader READER = new LocalProfileReader(TAXONOMY);
  private static final LocalMatcher MATCHER = new LocalMatcher(TAXONOMY);

  public static final JobDescription BACKEND =
      new JobDescriptionReader(TAXONOMY)
          .read(
              "Backend Developer",
              VisibleText.of(
                  """
                  Backend Developer
                  Questions to jobs@example.com or +44 20 7946 0999.

                  Requirements:
                  - Java
                  - PostgreSQL
                  - Must be willing to travel
                  """));

  public static final String ORLA =
      """
      Orla Brennan
      12 Harbour Street, Galway
      orla.brennan@example.com | +353 91 555 0142 | linkedin.com/in/orlabrennan
      Date of birth: 3 May 1990
      Marital status: married

      Work experience
      Backend Developer, Foyle Software
      01/2018 - 12/2023
      Built payment services in Java for “small shops”.
      Kept the books of orders in a relational database, tuned by Orla herself.
      """;

  /// Its one post has no dates beside it.
  static final String UNDATED =
      """
      Ines Alder

      Work experience
      Backend Developer, Foyle Software
      Built payment services in Java for small shops.
      Joined in spring 2018 and left in winter 2023, after the firm was sold.
      """;

  /// A post whose employer the local reader does not know, a degree and a language without level.
  static final String UNSURE =
      """
      Ines Alder

      Work experience
      Backend Developer
      01/2018 - 12/2023
      Built payment services in Java for the small traders of Foyle and Sons.

      Education
      Kandidat i datateknik, Lakeside School, 2014 - 2017

      Languages
      French, learnt at home since I was born
      """;

  private SampleCvs() {}

  public static Cv cv(String id, String text) {
    var reading = read(text);
    return new Cv(
        id,
        reading,
        MATCHER.match(reading, BACKEND, Weights.STANDARD),
        (dates, facts) -> {
          var corrected =
              UnsureFact.filled(
                  READER.corrected(reading, dates.stream().map(ToldDates::correction).toList()),
                  facts);
          return new Rescoring.Scored(
              corrected, MATCHER.match(corrected, BACKEND, Weights.STANDARD));
        });
  }

  static Reading read(String text) {
    var source =
        new Extraction.Text(FileType.TEXT, 1, VisibleText.of(text), List.of(), null, List.of());
    return new Reading(source, READER.read(source, LocalDate.of(2026, 1, 1)));
  }
}
