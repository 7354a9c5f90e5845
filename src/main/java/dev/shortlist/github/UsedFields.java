package dev.shortlist.github;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Leaves of GitHub's answers what is used: no e-mail address, no place, no picture.
final class UsedFields {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<String> USED =
      Set.of(
          "login",
          "type",
          "html_url",
          "created_at",
          "name",
          "fork",
          "private",
          "language",
          "pushed_at",
          "stargazers_count",
          "size");

  private UsedFields() {}

  /// @throws tools.jackson.core.JacksonException if it is no JSON
  static String of(byte[] body) {
    var read = JSON.readTree(body);
    if (read instanceof ArrayNode all) {
      all.forEach(one -> trim(one, true));
    } else {
      trim(read, false);
    }
    return JSON.writeValueAsString(read);
  }

  /// The name of a repository is needed, that of a person is not.
  private static void trim(JsonNode node, boolean repository) {
    if (node instanceof ObjectNode object) {
      List.copyOf(object.propertyNames()).stream()
          .filter(name -> !USED.contains(name) || (!repository && name.equals("name")))
          .forEach(object::remove);
    }
  }
}
