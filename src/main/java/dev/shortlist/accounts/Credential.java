package dev.shortlist.accounts;

/// What a request proves itself with.
sealed interface Credential {
  /// Being at this machine, where nobody signs in.
  record Here() implements Credential {}

  /// An API key.
  record Key(String secret) implements Credential {
    @Override
    public String toString() {
      return "Key";
    }
  }

  /// The cookie of somebody who signed in.
  record Session(String secret) implements Credential {
    @Override
    public String toString() {
      return "Session";
    }
  }
}
