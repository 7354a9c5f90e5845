package dev.shortlist.ai;

/// What a model is asked.
///
/// @param instructions the same for every call of a version
/// @param material what changes least comes first, so that providers can reuse what they have read
/// @param schema JSON schema of the answer, as JSON
/// @param answerTokens most tokens the answer may have
/// @param version of instructions and layout: equal prompts of one version ask the same
public record Prompt(
    String instructions, String material, String schema, int answerTokens, String version) {
  private static final int CHARACTERS_PER_TOKEN = 3;

  /// A cautious guess of the tokens that are sent; four characters a token is usual in English,
  /// other languages need more.
  public int tokens() {
    return (instructions.length() + material.length() + schema.length()) / CHARACTERS_PER_TOKEN + 1;
  }
}
