package dev.shortlist.screening;

import tools.jackson.databind.json.JsonMapper;

/// Records as they are stored: by the names of their components.
///
/// Its own mapper, because the one of the web may be configured and the stored form must not change
/// with it.
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  static <T> T read(String json, Class<T> type) {
    return MAPPER.readValue(json, type);
  }
}
