package dev.shortlist.database;

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
}
