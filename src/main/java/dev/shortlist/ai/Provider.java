package dev.shortlist.ai;

import java.net.URI;

/// A family of services that speak the same protocol.
public enum Provider {
  /// OpenAI, and every server that speaks its chat completions.
  OPENAI("https://api.openai.com/v1"),
  GEMINI("https://generativelanguage.googleapis.com"),
  ANTHROPIC("https://api.anthropic.com"),
  OLLAMA("http://127.0.0.1:11434");

  private final URI address;

  Provider(String address) {
    this.address = URI.create(address);
  }

  /// Where the service is when nothing else is said.
  public URI address() {
    return address;
  }

  Wire wire() {
    return switch (this) {
      case OPENAI -> new OpenAiWire();
      case GEMINI -> new GeminiWire();
      case ANTHROPIC -> new AnthropicWire();
      case OLLAMA -> new OllamaWire();
    };
  }
}
