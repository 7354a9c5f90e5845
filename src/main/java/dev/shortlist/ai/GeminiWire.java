package dev.shortlist.ai;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Gemini's `generateContent`.
final class GeminiWire implements Wire {
  private static final Set<String> DECLINED =
      Set.of("SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII");

  @Override
  public String path(Model model) {
    return "/v1beta/models/%s:generateContent"
        .formatted(URLEncoder.encode(model.name(), StandardCharsets.UTF_8));
  }

  @Override
  public String[] headers(Model model) {
    return model.key() == null ? new String[0] : new String[] {"x-goog-api-key", Wire.keyOf(model)};
  }

  @Override
  public ObjectNode body(Model model, Prompt prompt) {
    var body = JSON.createObjectNode();
    body.putObject("systemInstruction")
        .putArray("parts")
        .addObject()
        .put("text", prompt.instructions());
    var content = body.putArray("contents").addObject().put("role", "user");
    content.putArray("parts").addObject().put("text", prompt.material());
    body.putObject("generationConfig")
        .put("temperature", 0)
        .put("maxOutputTokens", prompt.answerTokens())
        .put("responseMimeType", "application/json")
        .set("responseJsonSchema", JSON.readTree(prompt.schema()));
    return body;
  }

  @Override
  public Reply read(JsonNode answer) {
    var counted = answer.path("usageMetadata");
    var usage =
        new Usage(
            counted.path("promptTokenCount").asInt(0),
            counted.path("candidatesTokenCount").asInt(0)
                + counted.path("thoughtsTokenCount").asInt(0),
            counted.path("cachedContentTokenCount").asInt(0));
    var candidate = answer.path("candidates").path(0);
    String reason = candidate.path("finishReason").asString("");
    if (answer.path("promptFeedback").has("blockReason") || DECLINED.contains(reason)) {
      return new Reply.Refused(usage);
    }
    if (candidate.isMissingNode()) {
      return new Reply.Malformed("no candidates");
    }
    String text =
        candidate
            .path("content")
            .path("parts")
            .valueStream()
            .filter(part -> !part.path("thought").asBoolean(false))
            .map(part -> part.path("text").asString(""))
            .collect(Collectors.joining());
    return reason.equals("MAX_TOKENS") ? new Reply.Cut(text, usage) : Wire.complete(text, usage);
  }
}
