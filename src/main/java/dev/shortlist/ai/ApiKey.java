package dev.shortlist.ai;

/// The key of a provider's account. It is never printed.
public record ApiKey(String value) {
  public ApiKey {
    if (value.isBlank()) {
      throw new IllegalArgumentException("the API key is blank: leave it out or give one");
    }
  }

  @Override
  public String toString() {
    return "ApiKey[hidden]";
  }
}
