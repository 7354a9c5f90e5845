package dev.shortlist.screening;

/// An order for a ranking's rows.
public enum Order {
  /// Best first.
  SCORE("rank"),
  /// By name from A to Z, those without a name last. Letters stand where their plain ones do: a
  /// database that sorts by code would have Änne and Łukasz behind Zoe.
  NAME(
      "regexp_replace(normalize(lower(translate(name, 'ŁłØøĐđ', 'LlOoDd')), nfd), '[\\u0300-\\u036f]', '', 'g')"
          + " nulls last, lower(name)"),
  /// Most years of work first.
  YEARS("years desc"),
  /// In the order received.
  RECEIVED("id");

  private final String sql;

  Order(String sql) {
    this.sql = sql;
  }

  /// Whether it goes by what was read.
  boolean asksReadings() {
    return this == NAME || this == YEARS;
  }

  String sql() {
    return sql;
  }
}
