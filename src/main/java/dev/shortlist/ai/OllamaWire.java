package dev.shortlist.ai;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Ollama's chat, for a model on a machine of one's own.
final class OllamaWire implements Wire {
  private static final int SPARE_TOKENS = 256;

  @Override
  public String path(Model model) {
    return "/api/chat";
  }

  @Override
  public String[] headers(Model model) {
    return model.key() == null
        ? new String[0]
        : new String[] {"Authorization", "Bearer " + Wire.keyOf(model)};
  }

  @Override
  public ObjectNode body(Model model, Prompt prompt) {
    var body = JSON.createObjectNode().put("model", model.name()).put("stream", false);
    body.putArray("messages")
        .add(Wire.message("system", prompt.instructions()))
        .add(Wire.message("user", prompt.material()));
    body.set("format", JSON.readTree(prompt.schema()));
    // Without it Ollama drops the beginning of a prompt longer than its default, and says nothing.
    body.putObject("options")
        .put("temperature", 0)
        .put("num_predict", prompt.answerTokens())
        .put("num_ctx", prompt.tokens() + prompt.answerTokens() + SPARE_TOKENS);
    return body;
  }

  @Override
  public Reply read(JsonNode answer) {
    var message = answer.path("message");
    if (message.isMissingNode()) {
      return new Reply.Malformed("no message");
    }
    var usage =
        new Usage(answer.path("prompt_eval_count").asInt(0), answer.path("eval_count").asInt(0), 0);
    String text = message.path("content").asString("");
    return answer.path("done_reason").asString("").equals("length")
        ? new Reply.Cut(text, usage)
        : Wire.complete(text, usage);
  }
}
