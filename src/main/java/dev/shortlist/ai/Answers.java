package dev.shortlist.ai;

import dev.shortlist.match.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A model's answer as it came, before anything of it is believed. Fields nobody asked for are
/// dropped, and what has the wrong type is as if it were not there.
sealed interface Answers {
  int LONGEST_SUMMARY = 600;

  /// What was said of each CV.
  ///
  /// @param cvs by their number in the call
  record Read(Map<String, OfCv> cvs) implements Answers {
    @Nullable OfCv of(String number) {
      return cvs.get(number);
    }
  }

  record Unusable(Verdict.Why why) implements Answers {}

  /// What was said of one CV.
  ///
  /// @param requirements by their ids
  /// @param facts by their names
  record OfCv(
      Map<String, One> requirements, List<Post> posts, Map<String, Said> facts, String summary) {}

  /// A fact that was asked for.
  ///
  /// @param quote empty when the CV does not say it
  /// @param level empty where none was asked for
  record Said(String quote, String level) {}

  /// When a post was held.
  ///
  /// @param post words of the post
  /// @param dates words that date it
  /// @param start as `2019-03`
  /// @param end the same, empty when it goes on
  record Post(String post, String dates, String start, String end) {}

  record One(Answer answer, List<String> quotes) {}

  /// Reads JSON, also when it stands in a code fence.
  static Answers read(String text) {
    String json = text.strip();
    if (json.startsWith("```")) {
      json = json.replaceFirst("^```\\w*\\s*", "").replaceFirst("\\s*```$", "");
    }
    try {
      var root = Wire.JSON.readTree(json);
      return root.isObject() ? new Read(cvs(root)) : notUnderstood();
    } catch (JacksonException _) {
      return notUnderstood();
    }
  }

  private static Answers notUnderstood() {
    return new Unusable(Verdict.Why.NOT_UNDERSTOOD);
  }

  private static Map<String, OfCv> cvs(JsonNode root) {
    var cvs = new HashMap<String, OfCv>();
    for (var field : root.properties()) {
      if (field.getValue().isObject()) {
        cvs.put(field.getKey(), cv(field.getValue()));
      }
    }
    return cvs;
  }

  private static OfCv cv(JsonNode node) {
    var requirements = new HashMap<String, One>();
    for (var field : node.path("requirements").properties()) {
      var answer = answer(field.getValue().path("answer").asString(""));
      if (answer != null) {
        requirements.put(field.getKey(), new One(answer, quotes(field.getValue().path("quotes"))));
      }
    }
    String summary = node.path("summary").asString("").strip();
    return new OfCv(
        requirements,
        posts(node.path("posts")),
        facts(node.path("facts")),
        summary.substring(0, Math.min(LONGEST_SUMMARY, summary.length())));
  }

  private static List<Post> posts(JsonNode posts) {
    return posts
        .valueStream()
        .map(post ->
            new Post(
                post.path("post_quote").asString(""),
                post.path("dates_quote").asString(""),
                post.path("start").asString("").strip(),
                post.path("end").asString("").strip()))
        .toList();
  }

  private static Map<String, Said> facts(JsonNode facts) {
    var said = new HashMap<String, Said>();
    for (var field : facts.properties()) {
      var fact = field.getValue();
      said.put(
          field.getKey(),
          new Said(
              fact.path("quote").asString("").strip(), fact.path("level").asString("").strip()));
    }
    return said;
  }

  private static List<String> quotes(JsonNode quotes) {
    return quotes.valueStream().filter(JsonNode::isString).map(JsonNode::asString).toList();
  }

  private static @Nullable Answer answer(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "met" -> Answer.MET;
      case "partly" -> Answer.PARTLY;
      case "not" -> Answer.NOT;
      case "unknown" -> Answer.UNKNOWN;
      default -> null;
    };
  }
}
