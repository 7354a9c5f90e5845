package dev.shortlist.screening;

/// How much of its account's turns a screening gets while others of the account wait too: twice as
/// much as the one below.
public enum Priority {
  LOW(1),
  NORMAL(2),
  HIGH(4);

  private final int weight;

  Priority(int weight) {
    this.weight = weight;
  }

  int weight() {
    return weight;
  }
}
