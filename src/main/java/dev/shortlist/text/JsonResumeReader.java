package dev.shortlist.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads JSON Resume (jsonresume.org, schema v1): writes it out as the CV that it describes, so
/// that everything after sees lines with headings as in any other CV.
final class JsonResumeReader {
  private static final Pattern BEGINNING = Pattern.compile("^\\uFEFF?\\s*\\{", Pattern.DOTALL);

  private final JsonNode resume;
  private final Draft draft;

  private JsonResumeReader(JsonNode resume, Draft draft) {
    this.resume = resume;
    this.draft = draft;
  }

  /// Whether a file is meant to be one, by how it begins.
  static boolean begins(String head) {
    return BEGINNING.matcher(head).lookingAt()
        && (head.contains("\"basics\"") || head.contains("jsonresume"));
  }

  static Extraction read(byte[] bytes, Draft draft) throws Unreadable {
    try {
      var text = Charsets.decode(bytes);
      var resume =
          JsonMapper.shared().readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
      return new JsonResumeReader(resume, draft).read();
    } catch (JacksonException e) {
      throw new Unreadable(Reason.DAMAGED, "it begins like JSON Resume and is no JSON");
    }
  }

  private Extraction read() throws Unreadable {
    basics(resume.path("basics"));
    posts("Experience", "work");
    posts("Volunteering", "volunteer");
    education();
    lists("Skills", "skills", "name", "keywords", "level");
    lists("Languages", "languages", "language", "", "fluency");
    items("Projects", "projects", "name", "description", "startDate", "endDate");
    items("Certificates", "certificates", "name", "issuer", "date");
    items("Awards", "awards", "title", "awarder", "date");
    items("Publications", "publications", "name", "publisher", "releaseDate");
    lists("Interests", "interests", "name", "keywords", "");
    if (draft.isEmpty()) {
      throw new Unreadable(Reason.EMPTY_FILE, "it says nothing");
    }
    return draft.finish(FileType.JSON_RESUME, 1, null);
  }

  private void basics(JsonNode basics) {
    line(text(basics, "name"), true);
    line(text(basics, "label"), false);
    var place = basics.path("location");
    line(
        joined(
            " | ",
            text(basics, "email"),
            text(basics, "phone"),
            joined(
                ", ",
                text(place, "address").replaceAll("\\s+", " "),
                joined(" ", text(place, "postalCode"), text(place, "city")),
                text(place, "region"),
                text(place, "countryCode"))),
        false);
    for (JsonNode profile : basics.path("profiles")) {
      link(text(profile, "url"));
    }
    link(text(basics, "url"));
    var summary = text(basics, "summary");
    if (!summary.isEmpty()) {
      heading("Summary");
      lines(summary);
    }
  }

  private void posts(String title, String field) {
    section(
        title,
        field,
        post -> {
          line(joined(", ", text(post, "position"), employer(post), period(post)), true);
          line(text(post, "location"), false);
          lines(text(post, "summary"));
          bullets(post.path("highlights"));
        });
  }

  /// Volunteers have an organization, older files a company.
  private static String employer(JsonNode post) {
    return Stream.of("name", "organization", "company")
        .map(field -> text(post, field))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("");
  }

  private void education() {
    section(
        "Education",
        "education",
        school -> {
          line(
              joined(
                  ", ",
                  degree(text(school, "studyType"), text(school, "area")),
                  text(school, "institution"),
                  period(school)),
              true);
          line(text(school, "score"), false);
          bullets(school.path("courses"));
        });
  }

  /// A degree often names its field already: `Bachelor of Economics`, `Economics`.
  private static String degree(String type, String area) {
    return type.toLowerCase(Locale.ROOT).contains(area.toLowerCase(Locale.ROOT))
        ? type
        : joined(" ", type, area);
  }

  private void lists(String title, String field, String name, String words, String level) {
    section(
        title,
        field,
        item -> {
          var more =
              Stream.concat(strings(item.path(words)), Stream.of(text(item, level)))
                  .filter(word -> !word.isEmpty())
                  .collect(Collectors.joining(", "));
          line(
              joined(isOurs() && field.equals("skills") ? ", " : ": ", text(item, name), more),
              false);
        });
  }

  private void items(String title, String field, String... parts) {
    section(
        title,
        field,
        item -> {
          line(
              joined(", ", Stream.of(parts).map(part -> text(item, part)).toArray(String[]::new)),
              false);
          lines(text(item, "summary"));
          bullets(item.path("highlights"));
          line(strings(item.path("keywords")).collect(Collectors.joining(", ")), false);
          link(text(item, "url"));
        });
  }

  private void section(String title, String field, Consumer<JsonNode> each) {
    var all = resume.path(field);
    if (all.isArray() && !all.isEmpty()) {
      heading(title);
      for (JsonNode one : all) {
        draft.nextBlock();
        each.accept(one);
      }
    }
  }

  private void heading(String title) {
    draft.nextBlock();
    draft.line(title, true, 0);
  }

  private void bullets(JsonNode all) {
    strings(all).forEach(one -> line("• " + one, false));
  }

  private void link(String url) {
    if (!url.isEmpty()) {
      line(url, false);
      draft.link(url, 1, null);
    }
  }

  private void lines(String text) {
    text.lines().forEach(one -> line(one.strip(), false));
  }

  private void line(String text, boolean bold) {
    if (!text.isBlank()) {
      draft.line(text, bold, 0);
    }
  }

  /// As `2019-03 - 2024-01`; a post without an end goes on.
  private String period(JsonNode of) {
    var start = date(of, "startDate");
    var end = date(of, "endDate");
    if (start.isEmpty() || (end.isEmpty() && !isCurrent(of))) {
      return start + end;
    }
    return start + " - " + (end.isEmpty() ? "present" : end);
  }

  /// What was written here says so itself.
  private boolean isCurrent(JsonNode of) {
    return of.path("current").asBoolean(!isOurs());
  }

  /// Written by Shortlist: the keywords of a skill are then its other spellings, elsewhere the
  /// skills of a field.
  private boolean isOurs() {
    return resume.path("meta").has("shortlist");
  }

  /// The day says nothing of how long.
  private static String date(JsonNode of, String field) {
    var date = text(of, field);
    return date.matches("\\d{4}-\\d{2}-\\d{2}.*") ? date.substring(0, 7) : date;
  }

  private static Stream<String> strings(JsonNode all) {
    List<String> strings = new ArrayList<>();
    all.forEach(one -> strings.add(one.asString("").strip()));
    return strings.stream().filter(one -> !one.isEmpty());
  }

  private static String joined(String by, String... parts) {
    return Stream.of(parts)
        .filter(Objects::nonNull)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(by));
  }

  private static String text(JsonNode of, String field) {
    return of.path(field).isValueNode() ? of.path(field).asString("").strip() : "";
  }
}
