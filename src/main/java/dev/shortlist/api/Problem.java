package dev.shortlist.api;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/// What can be wrong with a request, as in RFC 9457.
enum Problem {
  NO_SUCH_ADDRESS(HttpStatus.NOT_FOUND, "There is nothing at this address"),
  NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such thing in this account"),
  METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This address does not take this method"),
  NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "The answer cannot be given in this format"),
  UNSUPPORTED_MEDIA_TYPE(
      HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The request's content type is not understood"),
  UNREADABLE_REQUEST(HttpStatus.BAD_REQUEST, "The request cannot be read"),
  INVALID_VALUE(HttpStatus.BAD_REQUEST, "A value of the request is not valid"),
  UNKNOWN_NAME(HttpStatus.BAD_REQUEST, "The request has a name that is not known here"),
  TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The upload is larger than the limit"),
  TOO_MANY_FILES(HttpStatus.CONTENT_TOO_LARGE, "The upload has more parts than the limit"),
  REFERENCE_TAKEN(HttpStatus.CONFLICT, "The reference is already in use"),
  REVISION_OUTDATED(HttpStatus.CONFLICT, "It was changed by somebody else since"),
  STILL_WORKING(HttpStatus.CONFLICT, "The first such request is not done yet"),
  TERM_REFUSED(HttpStatus.UNPROCESSABLE_CONTENT, "The term cannot be added"),
  SCREENING_CLOSED(HttpStatus.CONFLICT, "The screening takes no more CVs"),
  NOT_ALLOWED_NOW(HttpStatus.CONFLICT, "The state it is in does not allow this"),
  NO_JOB_DESCRIPTION(HttpStatus.UNPROCESSABLE_CONTENT, "There is no job description"),
  UNREADABLE_JOB_DESCRIPTION(
      HttpStatus.UNPROCESSABLE_CONTENT, "The job description cannot be read"),
  NO_REQUIREMENTS(HttpStatus.UNPROCESSABLE_CONTENT, "The job description asks for nothing"),
  INVALID_CARD(HttpStatus.UNPROCESSABLE_CONTENT, "The requirements cannot be changed in this way"),
  REASON_MISSING(HttpStatus.UNPROCESSABLE_CONTENT, "The decision needs a reason"),
  KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT, "The key belongs to another request"),
  NO_CVS(HttpStatus.UNPROCESSABLE_CONTENT, "There are no CVs"),
  NO_READABLE_CV(HttpStatus.UNPROCESSABLE_CONTENT, "None of the files can be read"),
  INSUFFICIENT_CREDITS(HttpStatus.PAYMENT_REQUIRED, "The account has too few credits"),
  NOT_ALLOWED(HttpStatus.UNPROCESSABLE_CONTENT, "This cannot be done"),
  OUT_OF_STEP(HttpStatus.CONFLICT, "The piece does not follow what has arrived"),
  TOO_MANY_UPLOADS(HttpStatus.TOO_MANY_REQUESTS, "Too many uploads are begun"),
  UPLOAD_LIMIT_REACHED(HttpStatus.CONTENT_TOO_LARGE, "The account has no room for these files"),
  UPLOAD_LIMIT_OF_DAY_REACHED(
      HttpStatus.TOO_MANY_REQUESTS, "The account has sent enough for today"),
  QUEUE_FULL(HttpStatus.SERVICE_UNAVAILABLE, "Too many CVs wait already"),
  STORAGE_DOWN(HttpStatus.SERVICE_UNAVAILABLE, "The files cannot be stored at the moment"),
  RATE_LIMIT_EXCEEDED(HttpStatus.TOO_MANY_REQUESTS, "Too many requests"),
  INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side");

  private final HttpStatus status;
  private final String title;

  Problem(HttpStatus status, String title) {
    this.status = status;
    this.title = title;
  }

  HttpStatus status() {
    return status;
  }

  /// @param detail what is wrong, with which value, and what to do
  ProblemDetail with(String detail) {
    var problem = ProblemDetail.forStatusAndDetail(status, detail);
    String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');
    problem.setType(URI.create("urn:shortlist:problem:" + slug));
    problem.setTitle(title);
    return problem;
  }

  /// The problem as something to throw.
  Refused because(String detail) {
    return new Refused(this, detail);
  }

  /// A request that cannot be served as it is.
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Problem problem;

    private Refused(Problem problem, String detail) {
      super(detail);
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }
}
