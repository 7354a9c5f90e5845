package dev.shortlist.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.profile.Contact;
import dev.shortlist.profile.Education;
import dev.shortlist.profile.Fact;
import dev.shortlist.profile.Period;
import dev.shortlist.profile.Profile;
import dev.shortlist.profile.Reading;
import dev.shortlist.profile.SkillUse;
import dev.shortlist.profile.SkillUse.Mention;
import dev.shortlist.profile.SpokenLanguage;
import dev.shortlist.profile.SpokenLanguage.Level;
import dev.shortlist.profile.Warning;
import dev.shortlist.profile.Work;
import dev.shortlist.skills.DegreeLevel;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.FileType;
import dev.shortlist.text.Passage;
import dev.shortlist.text.Reason;
import dev.shortlist.text.VisibleText;
import java.io.StringWriter;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonResumeTest {
  private static final Passage WORDS = new Passage("Kept the\nbooks", 0, 1, List.of());

  @Test
  void the_fields_are_those_of_json_resume() {
    assertThat(written().toPrettyString())
        .isEqualToNormalizingNewlines(
            """
            {
              "$schema" : "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
              "basics" : {
                "name" : "Ann Castellan",
                "label" : "Bookkeeper",
                "email" : "ann@example.com",
                "phone" : "+44 20 7946 0001",
                "url" : "https://ann.example.com",
                "summary" : "Kept the books",
                "location" : {
                  "address" : "Leeds"
                },
                "profiles" : [ {
                  "network" : "LinkedIn",
                  "username" : "ann-c",
                  "url" : "linkedin.com/in/ann-c"
                }, {
                  "network" : "ann.example.com",
                  "url" : "https://ann.example.com"
                } ]
              },
              "work" : [ {
                "name" : "Mill & Sons",
                "position" : "Bookkeeper",
                "startDate" : "2021-03",
                "current" : true,
                "highlights" : [ "Kept the books" ]
              }, {
                "name" : "Dale Ltd",
                "startDate" : "2018",
                "endDate" : "2020",
                "highlights" : [ ]
              } ],
              "education" : [ {
                "institution" : "Leeds College",
                "area" : "Accounting",
                "studyType" : "BSc",
                "level" : "BACHELOR",
                "startDate" : "2015",
                "endDate" : "2018"
              } ],
              "skills" : [ {
                "name" : "Kept the books",
                "keywords" : [ "Bookkeeping" ],
                "years" : 5.3,
                "lastUsed" : "2026-06"
              } ],
              "languages" : [ {
                "language" : "French",
                "fluency" : "B2"
              } ],
              "certificates" : [ {
                "name" : "Part-qualified"
              } ],
              "meta" : {
                "version" : "v1.0.0",
                "shortlist" : {
                  "file" : "cvs.zip/ann.pdf",
                  "state" : "warning",
                  "reason" : "the CV is more than two years old",
                  "confidence" : 0.9,
                  "warnings" : [ {
                    "kind" : "OLD",
                    "text" : "the CV is more than two years old",
                    "detail" : ""
                  } ],
                  "emails" : [ "ann@example.com" ],
                  "phones" : [ "+44 20 7946 0001" ],
                  "furtherSkills" : [ {
                    "name" : "payroll",
                    "keywords" : [ ],
                    "years" : 0.0
                  } ],
                  "years" : 7.5,
                  "asOf" : "2026-06-01",
                  "type" : "PDF",
                  "pages" : 2,
                  "versions" : {
                    "text" : "text-1",
                    "profile" : "profile-1"
                  }
                }
              }
            }\
            """);
  }

  @Test
  void a_file_that_was_not_read_is_nobody() {
    var out = new StringWriter();
    JsonResume.write(new Unread("a.pdf", Reason.ENCRYPTED, ""), "text-1", out);
    var json = JsonMapper.shared().readTree(out.toString());

    assertThat(json.propertyNames()).containsExactly("meta");
    assertThat(json.at("/meta/shortlist/state").asString()).isEqualTo("review");
    assertThat(json.at("/meta/shortlist/code").asString()).isEqualTo("ENCRYPTED");
    assertThat(json.at("/meta/shortlist/advice").asString()).isNotEmpty();
  }

  private static JsonNode written() {
    var out = new StringWriter();
    JsonResume.write("cvs.zip/ann.pdf", new Reading(source(), profile()), "text-1", out);
    return JsonMapper.shared().readTree(out.toString());
  }

  private static Extraction.Text source() {
    return new Extraction.Text(
        FileType.PDF, 2, VisibleText.of("Kept the\nbooks"), List.of(), null, List.of());
  }

  private static Profile profile() {
    var contact =
        new Contact(
            fact("Ann Castellan"),
            List.of(fact("ann@example.com")),
            List.of(fact("+44 20 7946 0001")),
            List.of("linkedin.com/in/ann-c", "https://ann.example.com"),
            fact("Leeds"));
    return new Profile(
        contact,
        fact("Bookkeeper"),
        WORDS,
        List.of(
            new Work(
                fact("Mill & Sons"),
                fact("Bookkeeper"),
                null,
                fact(new Period(YearMonth.of(2021, 3), YearMonth.of(2026, 6), true, false)),
                List.of(WORDS),
                WORDS),
            new Work(fact("Dale Ltd"), null, null, years(2018, 2020), List.of(), WORDS)),
        List.of(
            new Education(
                fact("Leeds College"),
                fact("BSc"),
                DegreeLevel.BACHELOR,
                fact("Accounting"),
                years(2015, 2018),
                WORDS)),
        List.of(
            new SkillUse(
                "bookkeeping",
                "Bookkeeping",
                true,
                List.of(new Mention(WORDS, SkillUse.Place.LISTED)),
                5.25,
                YearMonth.of(2026, 6)),
            new SkillUse(
                "payroll",
                "Payroll",
                true,
                List.of(new Mention(new Passage("payroll", 0, 1, List.of()), SkillUse.Place.WORK)),
                0,
                null)),
        List.of(new SpokenLanguage(fact("French"), Level.B2)),
        List.of(fact("Part-qualified")),
        7.5,
        LocalDate.of(2026, 6, 1),
        0.9,
        List.of(new Warning(Warning.Kind.OLD, "")),
        "profile-1");
  }

  private static Fact<Period> years(int from, int to) {
    return fact(new Period(YearMonth.of(from, 1), YearMonth.of(to, 12), false, true));
  }

  private static <T> Fact<T> fact(T value) {
    return new Fact<>(value, WORDS, 0.9);
  }
}
