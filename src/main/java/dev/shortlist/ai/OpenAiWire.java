package dev.shortlist.ai;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// OpenAI's chat completions, which many servers speak.
final class OpenAiWire implements Wire {
  @Override
  public String path(Model model) {
    return "/chat/completions";
  }

  @Override
  public String[] headers(Model model) {
    return model.key() == null
        ? new String[0]
        : new String[] {"Authorization", "Bearer " + Wire.keyOf(model)};
  }

  @Override
  public ObjectNode body(Model model, Prompt prompt) {
    var body = JSON.createObjectNode().put("model", model.name());
    body.putArray("messages")
        .add(Wire.message("system", prompt.instructions()))
        .add(Wire.message("user", prompt.material()));
    // OpenAI's newer models accept neither a temperature nor the old name of the limit.
    if (model.address().getHost().endsWith("openai.com")) {
      body.put("max_completion_tokens", prompt.answerTokens());
    } else {
      body.put("max_tokens", prompt.answerTokens()).put("temperature", 0);
    }
    var format = body.putObject("response_format").put("type", "json_schema");
    format
        .putObject("json_schema")
        .put("name", "answer")
        .put("strict", true)
        .set("schema", JSON.readTree(prompt.schema()));
    return body;
  }

  @Override
  public Reply read(JsonNode answer) {
    var choice = answer.path("choices").path(0);
    if (choice.isMissingNode()) {
      return new Reply.Malformed("no choices");
    }
    var usage =
        new Usage(
            answer.path("usage").path("prompt_tokens").asInt(0),
            answer.path("usage").path("completion_tokens").asInt(0),
            answer.path("usage").path("prompt_tokens_details").path("cached_tokens").asInt(0));
    var message = choice.path("message");
    String reason = choice.path("finish_reason").asString("");
    if (reason.equals("content_filter") || message.path("refusal").isString()) {
      return new Reply.Refused(usage);
    }
    String text = message.path("content").asString("");
    return reason.equals("length") ? new Reply.Cut(text, usage) : Wire.complete(text, usage);
  }
}
