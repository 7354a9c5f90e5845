package dev.shortlist.web;

/// What a person is told when a page cannot be shown.
///
/// @param detail what happened and what to do
record Trouble(int status, String title, String detail) {

  /// Something to throw where a page asks for what the account does not have.
  static NotFound notFound(String what, String key) {
    return new NotFound(
        "There is no %s \"%s\" here. It may have been deleted, or the address is not whole."
            .formatted(what, key));
  }

  static final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1;

    private NotFound(String message) {
      super(message);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }
}
