package dev.shortlist.dialect;

import java.util.List;

/// A field of a request is missing or of the wrong type; answered with status 422 and a list of
/// what is wrong where.
public final class InvalidField extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String place;
  private final String field;
  private final String type;

  /// @param place `body`, `query` or `path`
  /// @param type short name of what is wrong: `missing`, `int_parsing`
  public InvalidField(String place, String field, String type, String message) {
    super(message);
    this.place = place;
    this.field = field;
    this.type = type;
  }

  public static InvalidField missing(String field) {
    return new InvalidField("body", field, "missing", "Field required");
  }

  Entry entry() {
    var where = field.isEmpty() ? List.of(place) : List.of(place, field);
    return new Entry(where, String.valueOf(getMessage()), type);
  }

  record Entry(List<String> loc, String msg, String type) {}
}
