package dev.shortlist.screening;

/// An order for a ranking's rows.
public enum Order {
  /// Best first.
  SCORE("rank"),
  /// By name from A to Z, those without a name last.
  NAME("lower(name) nulls last"),
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
