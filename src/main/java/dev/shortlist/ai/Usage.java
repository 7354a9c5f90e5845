package dev.shortlist.ai;

/// The tokens of one call as the provider counted them; 0 where it did not say.
///
/// @param cached how many of the input tokens it had read before and charges less for
public record Usage(int input, int output, int cached) {
  public static final Usage NONE = new Usage(0, 0, 0);

  public Usage {
    input = Math.max(0, input);
    output = Math.max(0, output);
    cached = Math.max(0, Math.min(cached, input));
  }

  public int total() {
    return input + output;
  }
}
