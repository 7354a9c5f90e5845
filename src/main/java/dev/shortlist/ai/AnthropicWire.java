package dev.shortlist.ai;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Anthropic's messages.
final class AnthropicWire implements Wire {
  @Override
  public String path(Model model) {
    return "/v1/messages";
  }

  @Override
  public String[] headers(Model model) {
    return model.key() == null
        ? new String[] {"anthropic-version", "2023-06-01"}
        : new String[] {"anthropic-version", "2023-06-01", "x-api-key", Wire.keyOf(model)};
  }

  @Override
  public ObjectNode body(Model model, Prompt prompt) {
    var body =
        JSON.createObjectNode().put("model", model.name()).put("max_tokens", prompt.answerTokens());
    body.put("system", prompt.instructions());
    body.putArray("messages").add(Wire.message("user", prompt.material()));
    body.putObject("output_config")
        .putObject("format")
        .put("type", "json_schema")
        .set("schema", JSON.readTree(prompt.schema()));
    return body;
  }

  @Override
  public Reply read(JsonNode answer) {
    var counted = answer.path("usage");
    int cached = counted.path("cache_read_input_tokens").asInt(0);
    var usage =
        new Usage(
            counted.path("input_tokens").asInt(0)
                + cached
                + counted.path("cache_creation_input_tokens").asInt(0),
            counted.path("output_tokens").asInt(0),
            cached);
    if (!answer.path("content").isArray()) {
      return new Reply.Malformed("no content");
    }
    String text =
        answer
            .path("content")
            .valueStream()
            .map(part -> part.path("text").asString(""))
            .collect(Collectors.joining());
    return switch (answer.path("stop_reason").asString("")) {
      case "refusal" -> new Reply.Refused(usage);
      case "max_tokens" -> new Reply.Cut(text, usage);
      default -> Wire.complete(text, usage);
    };
  }
}
