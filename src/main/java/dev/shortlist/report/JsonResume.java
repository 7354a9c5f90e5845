package dev.shortlist.report;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonInclude.Value;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.shortlist.profile.Education;
import dev.shortlist.profile.Fact;
import dev.shortlist.profile.Period;
import dev.shortlist.profile.Profile;
import dev.shortlist.profile.Reading;
import dev.shortlist.profile.SkillUse;
import dev.shortlist.profile.SkillUse.Place;
import dev.shortlist.profile.SpokenLanguage;
import dev.shortlist.profile.Work;
import dev.shortlist.skills.DegreeLevel;
import dev.shortlist.text.FileType;
import dev.shortlist.text.Passage;
import dev.shortlist.text.Reason;
import java.io.Writer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes a CV as JSON Resume (schema v1.0.0), with what Shortlist knows of the reading under
/// `meta.shortlist`. What the CV does not say is left out.
///
/// Beyond the schema, `work[].current` is true for a post that goes on (it has no `endDate`),
/// `education[].level` ranks the degree, and `skills[].years` and `lastUsed` come from the posts
/// that name the skill. `skills` are those that the CV lists, as written there, with other
/// spellings and the name in the taxonomy as `keywords`; those that stand in its text only are
/// `meta.shortlist.furtherSkills`. Dates are `YYYY-MM`, or `YYYY` where the CV gives years only.
public final class JsonResume {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .changeDefaultPropertyInclusion(_ -> Value.construct(Include.NON_NULL, Include.ALWAYS))
          .build();

  private JsonResume() {}

  /// Writes a CV that was read; closing `out` is left to the caller.
  ///
  /// @param textVersion version of the text extraction
  public static void write(String file, Reading reading, String textVersion, Writer out) {
    MAPPER.writeValue(out, Resume.of(file, reading, textVersion));
  }

  /// Writes a file that was not read: nothing but `meta.shortlist` with the reason.
  public static void write(Unread file, String textVersion, Writer out) {
    MAPPER.writeValue(out, Map.of("meta", Meta.of(OfFile.unread(file, textVersion))));
  }

  private record Resume(
      @JsonProperty("$schema") String schema,
      Basics basics,
      List<Post> work,
      List<Course> education,
      List<Skill> skills,
      List<Language> languages,
      List<Certificate> certificates,
      Meta meta) {
    static Resume of(String file, Reading reading, String textVersion) {
      var profile = reading.profile();
      return new Resume(
          "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
          Basics.of(profile),
          profile.work().stream().map(Post::of).toList(),
          profile.education().stream().map(Course::of).toList(),
          Skill.listed(profile),
          profile.languages().stream().map(Language::of).toList(),
          profile.certificates().stream().map(fact -> new Certificate(fact.value())).toList(),
          Meta.of(OfFile.read(file, reading, textVersion)));
    }
  }

  private record Basics(
      @Nullable String name,
      @Nullable String label,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String url,
      @Nullable String summary,
      @Nullable Location location,
      List<OnlineProfile> profiles) {
    static Basics of(Profile profile) {
      var person = Person.of(profile);
      var links = profile.contact().links().stream().map(OnlineProfile::of).toList();
      return new Basics(
          person.name(),
          person.headline(),
          person.email(),
          person.phone(),
          links.stream()
              .filter(OnlineProfile::own)
              .map(OnlineProfile::url)
              .findFirst()
              .orElse(null),
          quote(profile.summary()),
          person.location() == null ? null : new Location(person.location()),
          links);
    }
  }

  private record Location(String address) {}

  private record Post(
      @Nullable String name,
      @Nullable String position,
      @Nullable String location,
      @Nullable String startDate,
      @Nullable String endDate,
      @Nullable Boolean current,
      List<String> highlights) {
    static Post of(Work work) {
      var period = Fact.valueOf(work.period());
      return new Post(
          Fact.valueOf(work.company()),
          Fact.valueOf(work.title()),
          Fact.valueOf(work.location()),
          start(period),
          end(period),
          (period != null && period.current()) ? true : null,
          work.highlights().stream().map(Passage::quote).map(JsonResume::oneLine).toList());
    }
  }

  private record Course(
      @Nullable String institution,
      @Nullable String area,
      @Nullable String studyType,
      @Nullable DegreeLevel level,
      @Nullable String startDate,
      @Nullable String endDate) {
    static Course of(Education education) {
      var period = Fact.valueOf(education.period());
      return new Course(
          Fact.valueOf(education.institution()),
          Fact.valueOf(education.field()),
          Fact.valueOf(education.degree()),
          education.level(),
          start(period),
          end(period));
    }
  }

  private record Skill(
      String name, List<String> keywords, double years, @Nullable YearMonth lastUsed) {

    /// The skills that the CV lists; all that it names, if it lists none.
    static List<Skill> listed(Profile profile) {
      var listed = profile.skills().stream().filter(Skill::isListed).toList();
      return (listed.isEmpty() ? profile.skills() : listed).stream().map(Skill::of).toList();
    }

    /// The skills that stand in the text of a CV and not in its list.
    static List<Skill> besides(Profile profile) {
      var others = profile.skills().stream().filter(use -> !isListed(use)).toList();
      return others.size() == profile.skills().size()
          ? List.of()
          : others.stream().map(Skill::of).toList();
    }

    private static boolean isListed(SkillUse use) {
      return use.mentions().stream().anyMatch(mention -> mention.place() == Place.LISTED);
    }

    private static Skill of(SkillUse use) {
      var spellings =
          use.mentions().stream()
              .sorted(Comparator.comparing(SkillUse.Mention::place))
              .map(mention -> oneLine(mention.passage().quote()));
      var names =
          Stream.concat(spellings, Stream.of(use.name()))
              .collect(
                  Collectors.toMap(
                      name -> name.toLowerCase(Locale.ROOT),
                      name -> name,
                      (first, _) -> first,
                      LinkedHashMap::new))
              .sequencedValues()
              .stream()
              .toList();
      return new Skill(
          names.getFirst(), names.subList(1, names.size()), tenths(use.years()), use.lastUsed());
    }
  }

  private record Language(String language, SpokenLanguage.@Nullable Level fluency) {
    static Language of(SpokenLanguage language) {
      return new Language(language.language().value(), language.level());
    }
  }

  private record Certificate(String name) {}

  private record Meta(String version, OfFile shortlist) {
    static Meta of(OfFile file) {
      return new Meta("v1.0.0", file);
    }
  }

  /// What Shortlist says of a file, under `meta.shortlist`.
  private record OfFile(
      String file,
      String state,
      String reason,
      @Nullable Reason code,
      @Nullable String advice,
      @Nullable Double confidence,
      List<Remark> warnings,
      @Nullable List<String> emails,
      @Nullable List<String> phones,
      @Nullable List<Skill> furtherSkills,
      @Nullable Double years,
      @Nullable LocalDate asOf,
      @Nullable FileType type,
      @Nullable Integer pages,
      Versions versions) {
    static OfFile read(String file, Reading reading, String textVersion) {
      var profile = reading.profile();
      var source = reading.source();
      var remarks = Remark.of(reading);
      return new OfFile(
          file,
          Remark.state(remarks).name().toLowerCase(Locale.ROOT),
          Remark.sentence(remarks),
          null,
          null,
          profile.confidence(),
          remarks,
          profile.contact().emails().stream().map(Fact::value).toList(),
          profile.contact().phones().stream().map(Fact::value).toList(),
          Skill.besides(profile),
          tenths(profile.years()),
          profile.asOf(),
          source.type(),
          source.pages(),
          new Versions(textVersion, profile.version()));
    }

    static OfFile unread(Unread file, String textVersion) {
      return new OfFile(
          file.file(),
          "review",
          file.why(),
          file.reason(),
          file.reason().advice(),
          null,
          List.of(),
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          new Versions(textVersion, null));
    }
  }

  private record Versions(String text, @Nullable String profile) {}

  private static @Nullable String quote(@Nullable Passage passage) {
    return passage == null ? null : oneLine(passage.quote());
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static double tenths(double years) {
    return Math.round(years * 10) / 10.0;
  }

  private static @Nullable String start(@Nullable Period period) {
    return period == null ? null : date(period.start(), period.wholeYears());
  }

  private static @Nullable String end(@Nullable Period period) {
    return period == null || period.current() ? null : date(period.end(), period.wholeYears());
  }

  private static @Nullable String date(@Nullable YearMonth month, boolean yearOnly) {
    if (month == null) {
      return null;
    }
    return yearOnly ? Integer.toString(month.getYear()) : month.toString();
  }
}
