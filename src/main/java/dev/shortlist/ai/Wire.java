package dev.shortlist.ai;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The protocol of a provider: a prompt to a request, and what came back to a reply.
interface Wire {
  JsonMapper JSON = JsonMapper.shared();

  /// What stands behind the base URL.
  String path(Model model);

  /// Name and value of the header that carries the key, and other headers, in turn.
  String[] headers(Model model);

  ObjectNode body(Model model, Prompt prompt);

  /// Reads an answer with status 200.
  Reply read(JsonNode answer);

  static ObjectNode message(String role, String content) {
    return JSON.createObjectNode().put("role", role).put("content", content);
  }

  static Reply complete(String text, Usage usage) {
    return text.isBlank()
        ? new Reply.Malformed("an empty answer")
        : new Reply.Answered(text, usage);
  }

  static String keyOf(Model model) {
    var key = model.key();
    return key == null ? "" : key.value();
  }
}
