package dev.shortlist.rehearsal;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// JSON that has every field a schema asks for: of choices the first, and for text the next line of
/// the CV the field is about, so that quotes are found there.
final class SchemaAnswer {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String DEFINITION = "#/$defs/";
  private static final int SHORTEST_LINE = 20;

  private final JsonNode schema;
  private final String material;
  private List<String> lines = List.of();
  private int line;

  /// @param material of which the lines between `NUMBER-... begins` and `... ends` are the CV that
  ///   the field NUMBER is about
  SchemaAnswer(JsonNode schema, String material) {
    this.schema = schema;
    this.material = material;
  }

  @Override
  public String toString() {
    var root = JSON.createObjectNode();
    schema
        .path("properties")
        .forEachEntry((number, field) -> {
          lines = lines(number);
          root.set(number, value(field));
        });
    return root.toString();
  }

  private JsonNode value(JsonNode asked) {
    String definition = asked.path("$ref").asString("");
    if (!definition.isEmpty()) {
      return value(schema.path("$defs").path(definition.substring(DEFINITION.length())));
    }
    if (asked.has("enum")) {
      return asked.path("enum").path(0);
    }
    return switch (asked.path("type").asString("")) {
      case "object" -> object(asked.path("properties"));
      case "array" -> JSON.createArrayNode().add(value(asked.path("items")));
      default -> JSON.getNodeFactory().stringNode(next());
    };
  }

  private ObjectNode object(JsonNode fields) {
    var object = JSON.createObjectNode();
    fields.forEachEntry((name, field) -> object.set(name, value(field)));
    return object;
  }

  private List<String> lines(String number) {
    int begins = material.indexOf("=== %s-".formatted(number));
    int ends = material.indexOf("=== %s-".formatted(number), begins + 1);
    return begins < 0 || ends < 0
        ? List.of()
        : material
            .substring(begins, ends)
            .lines()
            .skip(2)
            .filter(one -> one.length() >= SHORTEST_LINE)
            .toList();
  }

  private String next() {
    return lines.isEmpty() ? "" : lines.get(line++ % lines.size());
  }
}
