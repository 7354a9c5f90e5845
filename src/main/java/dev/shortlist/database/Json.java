package dev.shortlist.database;

import java.util.function.ObjDoubleConsumer;
import tools.jackson.databind.json.JsonMapper;

/// Records as they are stored: by the names of their components.
///
/// Its own mapper, because the one of the web may be configured and the stored form must not change
/// with it.
public final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  public static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  public static <T> T read(String json, Class<T> type) {
    return MAPPER.readValue(json, type);
  }

  /// Hands over each member of an object of numbers, without an object for each of them.
  public static void numbers(String json, ObjDoubleConsumer<String> each) {
    try (var parser = MAPPER.createParser(json)) {
      parser.nextToken();
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        parser.nextToken();
        each.accept(name, parser.getDoubleValue());
      }
    }
  }
}
