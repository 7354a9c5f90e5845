package dev.shortlist.calls;

import dev.shortlist.ai.Reply;

/// What came of wanting an answer.
public sealed interface Outcome {

  /// An answer, bought or kept, or why there is none.
  ///
  /// @param cost of this call in millionths of a dollar, 0 for an answer that was kept or when the
  ///   model's price is not known
  record Replied(Reply reply, long cost) implements Outcome {}

  /// Not yet; nothing was sent.
  record PutOff(Permit.Wait why) implements Outcome {}

  /// The budget does not allow it; nothing was sent.
  ///
  /// @param spent so far, with what calls under way may cost
  record OverBudget(Cap cap, long spent, long limit) implements Outcome {}

  /// There is a budget, and nobody knows what the model costs; nothing was sent.
  record NoPrice() implements Outcome {}

  enum Cap {
    MONTH,
    SCREENING
  }
}
