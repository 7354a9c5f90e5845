package dev.shortlist.dialect;

import org.springframework.http.HttpStatus;

/// A request that cannot be served; answered as `{"detail": "..."}`.
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final HttpStatus status;

  /// @param detail what is wrong, as the dialect's clients read it
  public Refusal(HttpStatus status, String detail) {
    super(detail);
    this.status = status;
  }

  public static Refusal notFound(String detail) {
    return new Refusal(HttpStatus.NOT_FOUND, detail);
  }

  public static Refusal badRequest(String detail) {
    return new Refusal(HttpStatus.BAD_REQUEST, detail);
  }

  HttpStatus status() {
    return status;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
