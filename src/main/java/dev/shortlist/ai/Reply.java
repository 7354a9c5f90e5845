package dev.shortlist.ai;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What came of one call. Whatever a provider does is ordinary, so every outcome is a value.
public sealed interface Reply {

  /// An answer in whole.
  record Answered(String text, Usage usage) implements Reply {}

  /// The answer ended at the most tokens it may have.
  record Cut(String text, Usage usage) implements Reply {}

  /// The provider's filter or the model itself declined.
  record Refused(Usage usage) implements Reply {}

  /// Something came back that is no answer in the provider's protocol.
  record Malformed(String seen) implements Reply {}

  /// Too many calls or tokens.
  ///
  /// @param after time to wait that the provider named, absent when it named none
  record RateLimited(Window window, @Nullable Duration after) implements Reply {}

  /// The service is there and cannot answer now: 500, 502, 503, 504, 529.
  record Overloaded(int status, @Nullable Duration after) implements Reply {}

  /// No answer arrived: no connection, a connection cut, or no answer in time.
  record Unreachable(Failure failure) implements Reply {}

  record Unauthorised(int status) implements Reply {}

  /// The account at the provider has no money or plan left.
  record NotPaid() implements Reply {}

  record UnknownModel() implements Reply {}

  /// The model cannot answer by a JSON schema.
  record SchemaRefused() implements Reply {}

  /// The request was not accepted for another reason.
  record NotAccepted(int status) implements Reply {}

  /// The limit that was reached.
  enum Window {
    MINUTE,
    DAY
  }

  /// Why nothing arrived.
  enum Failure {
    UNKNOWN_HOST,
    NO_CONNECTION,
    BROKEN_CONNECTION,
    TIMEOUT
  }

  /// What was spent, as far as the provider said.
  default Usage spent() {
    return switch (this) {
      case Answered answered -> answered.usage();
      case Cut cut -> cut.usage();
      case Refused refused -> refused.usage();
      case Malformed _, RateLimited _, Overloaded _, Unreachable _, Unauthorised _ -> Usage.NONE;
      case NotPaid _, UnknownModel _, SchemaRefused _, NotAccepted _ -> Usage.NONE;
    };
  }

  /// Whether the same call can end otherwise later with nobody changing anything.
  default boolean passes() {
    return switch (this) {
      case RateLimited _, Overloaded _, Unreachable _ -> true;
      case Answered _, Cut _, Refused _, Malformed _, Unauthorised _ -> false;
      case NotPaid _, UnknownModel _, SchemaRefused _, NotAccepted _ -> false;
    };
  }
}
