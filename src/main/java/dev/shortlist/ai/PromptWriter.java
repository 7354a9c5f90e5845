package dev.shortlist.ai;

import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.jobdescription.Requirement;
import dev.shortlist.profile.UnsureFact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/// Writes prompts: the instructions of a version, the job description, the requirements, the CVs.
/// What is the same for many calls comes first. Equal material gives equal prompts.
final class PromptWriter {
  static final String VERSION = "judge-3";
  private static final String INSTRUCTIONS = resource(VERSION + ".txt");
  private static final String STRICTER =
      "\nYour last answer could not be used. Answer with one JSON object by the schema, every CV and every requirement in it, no code fence, and quotes copied letter by letter.\n";
  private static final int TOKENS_PER_ANSWER = 120;
  private static final int TOKENS_PER_CV = 300;
  private static final int TOKENS_PER_FACT = 60;

  /// Of the form and one or two quotes of a line each; where there is nothing to quote it is a
  /// third.
  private static final int USUAL_PER_ANSWER = 60;

  /// Of a summary of two sentences.
  private static final int USUAL_PER_CV = 100;

  private final JobDescription asked;
  private final List<Requirement> requirements;
  private final Locale language;

  PromptWriter(JobDescription asked, List<Requirement> requirements, Locale language) {
    this.asked = asked;
    this.requirements = requirements;
    this.language = language;
  }

  /// @param sent CVs by their number in the call
  Prompt write(Map<String, Sent> sent) {
    var material = new StringBuilder("Job description:\n");
    material.append(Redaction.of(asked.text().text()));
    material.append("\nRequirements:\n");
    for (var requirement : requirements) {
      material.append(requirement.id()).append(": ").append(requirement.label()).append('\n');
    }
    material
        .append("\nWrite summaries in ")
        .append(language.getDisplayLanguage(Locale.ENGLISH))
        .append(".\n");
    sent.forEach((number, one) -> fence(number, one.redacted().text(), material));
    int answers = sent.values().stream().mapToInt(this::answerTokens).sum();
    return new Prompt(INSTRUCTIONS, material.toString(), schema(sent), answers, VERSION);
  }

  private int answerTokens(Sent one) {
    return TOKENS_PER_CV
        + requirements.size() * TOKENS_PER_ANSWER
        + (one.cv().lacksDates() ? TOKENS_PER_CV : 0)
        + one.doubts().facts().size() * TOKENS_PER_FACT;
  }

  static int usualTokens(int requirements) {
    return USUAL_PER_CV + requirements * USUAL_PER_ANSWER;
  }

  static Prompt stricter(Prompt prompt) {
    return new Prompt(
        prompt.instructions(),
        prompt.material() + STRICTER,
        prompt.schema(),
        prompt.answerTokens() * 2,
        prompt.version());
  }

  /// The mark comes from the text itself, so no text can carry the mark that ends it.
  private static void fence(String number, String text, StringBuilder material) {
    String mark = "%s-%s".formatted(number, digest(text).substring(0, 12));
    material
        .append("\n=== %s begins\nCV text:\n".formatted(mark))
        .append(text)
        .append("=== %s ends\n".formatted(mark));
  }

  private String schema(Map<String, Sent> sent) {
    var schema = object(sent.keySet(), "cv");
    var definitions = schema.putObject("$defs");
    definitions.set("cv", cv(List.of("requirements", "summary")));
    sent.forEach((number, one) -> {
      var doubts = one.doubts().facts();
      if (one.cv().lacksDates() || !doubts.isEmpty()) {
        ((ObjectNode) schema.path("properties").path(number)).put("$ref", "#/$defs/" + number);
        definitions.set(number, doubtful(one.cv().lacksDates(), doubts));
      }
    });
    var judgement = object(List.of("quotes", "answer"), "");
    var fields = (ObjectNode) judgement.path("properties");
    fields.putObject("quotes").put("type", "array").putObject("items").put("type", "string");
    var answers = fields.putObject("answer").put("type", "string").putArray("enum");
    List.of("met", "partly", "not", "unknown").forEach(answers::add);
    definitions.set("judgement", judgement);
    return schema.toString();
  }

  private ObjectNode cv(List<String> fields) {
    var cv = object(fields, "");
    var properties = (ObjectNode) cv.path("properties");
    properties.set(
        "requirements", object(requirements.stream().map(Requirement::id).toList(), "judgement"));
    ((ObjectNode) properties.path("summary")).put("type", "string");
    return cv;
  }

  /// A CV of which more is asked.
  private ObjectNode doubtful(boolean undated, Map<String, UnsureFact> facts) {
    var fields = new ArrayList<>(List.of("requirements"));
    if (undated) {
      fields.add("posts");
    }
    if (!facts.isEmpty()) {
      fields.add("facts");
    }
    fields.add("summary");
    var cv = cv(fields);
    var properties = (ObjectNode) cv.path("properties");
    if (undated) {
      var post = object(List.of("post_quote", "dates_quote", "start", "end"), "");
      post.path("properties").forEach(field -> ((ObjectNode) field).put("type", "string"));
      ((ObjectNode) properties.path("posts")).put("type", "array").set("items", post);
    }
    if (!facts.isEmpty()) {
      var named = object(facts.keySet(), "");
      facts.forEach(
          (name, fact) -> ((ObjectNode) named.path("properties")).set(name, fact(fact.levels())));
      properties.set("facts", named);
    }
    return cv;
  }

  /// @param levels to choose from, empty where there are none
  private static ObjectNode fact(List<String> levels) {
    var fact = object(levels.isEmpty() ? List.of("quote") : List.of("quote", "level"), "");
    fact.path("properties").forEach(field -> ((ObjectNode) field).put("type", "string"));
    if (!levels.isEmpty()) {
      var choice = ((ObjectNode) fact.path("properties").path("level")).putArray("enum");
      levels.forEach(choice::add);
    }
    return fact;
  }

  /// An object in which every field is there and is what `definition` says, or is yet to be said.
  private static ObjectNode object(Iterable<String> fields, String definition) {
    var object = Wire.JSON.createObjectNode().put("type", "object");
    var properties = object.putObject("properties");
    var required = object.putArray("required");
    for (var field : fields) {
      var property = properties.putObject(field);
      if (!definition.isEmpty()) {
        property.put("$ref", "#/$defs/" + definition);
      }
      required.add(field);
    }
    object.put("additionalProperties", false);
    return object;
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (var in = Objects.requireNonNull(PromptWriter.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
