package dev.shortlist.judging;

import dev.shortlist.ai.Provider;
import org.jspecify.annotations.Nullable;

/// Whose language model is used, if any.
public enum ModelProvider {
  NONE(null),
  OPENAI(Provider.OPENAI),
  GEMINI(Provider.GEMINI),
  ANTHROPIC(Provider.ANTHROPIC),
  OLLAMA(Provider.OLLAMA);

  private final @Nullable Provider provider;

  ModelProvider(@Nullable Provider provider) {
    this.provider = provider;
  }

  /// The protocol it speaks, absent for none.
  @Nullable Provider protocol() {
    return provider;
  }
}
