package dev.shortlist.api;

import dev.shortlist.accounts.InsufficientCredits;
import dev.shortlist.accounts.NotAllowed;
import dev.shortlist.accounts.NotThere;
import dev.shortlist.accounts.RateLimitExceeded;
import dev.shortlist.database.ZeroCharacter;
import dev.shortlist.deciding.ReasonMissing;
import dev.shortlist.intake.GrowingUploadRefused;
import dev.shortlist.intake.NotScreenable;
import dev.shortlist.intake.TooLong;
import dev.shortlist.intake.UploadLimitReached;
import dev.shortlist.jobdescription.InvalidCard;
import dev.shortlist.retention.Erasure;
import dev.shortlist.screening.NotAllowedNow;
import dev.shortlist.screening.ReferenceTaken;
import dev.shortlist.screening.RevisionOutdated;
import dev.shortlist.screening.ScreeningClosed;
import dev.shortlist.tasks.QueueFull;
import dev.shortlist.terms.TermRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/// Answers whatever goes wrong under `/api/` as `application/problem+json`: what it is, with which
/// value, and what to do. Never a stack trace: the unexpected gets an id that is in the log too.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Problems implements HandlerExceptionResolver {
  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  /// After which it is worth to try again when files could not be stored.
  private static final Duration STORAGE = Duration.ofSeconds(30);

  private final JsonMapper json;
  private final UploadSettings uploads;

  Problems(JsonMapper json, UploadSettings uploads) {
    this.json = json;
    this.uploads = uploads;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception failure) {
    if (!request.getRequestURI().startsWith("/api/") || response.isCommitted()) {
      return null;
    }
    write(response, problem(request, failure), failure);
    return new ModelAndView();
  }

  private void write(HttpServletResponse response, ProblemDetail problem, Exception failure) {
    retryAfter(failure)
        .ifPresent(wait -> response.setHeader("Retry-After", Long.toString(wait.toSeconds())));
    write(response, problem);
  }

  private static Optional<Duration> retryAfter(Exception failure) {
    return switch (failure) {
      case RateLimitExceeded exceeded -> Optional.of(exceeded.retryAfter());
      case QueueFull full -> Optional.of(full.retryAfter());
      case UploadLimitReached reached -> reached.retryAfter();
      case UncheckedIOException _ -> Optional.of(STORAGE);
      default -> Optional.empty();
    };
  }

  /// Answers with `problem` instead of whatever was about to be answered.
  void write(HttpServletResponse response, ProblemDetail problem) {
    response.resetBuffer(); // the headers about limits and for the browser's safety stay
    response.setStatus(problem.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    problem.setDetail(Spoken.of(String.valueOf(problem.getDetail())));
    problem.setProperty("requestId", response.getHeader("X-Request-Id"));
    try {
      json.writeValue(response.getOutputStream(), problem);
    } catch (IOException e) {
      throw new UncheckedIOException("the client is gone", e);
    }
  }

  private ProblemDetail problem(HttpServletRequest request, Exception failure) {
    return switch (failure) {
      case Problem.Refused refused -> refused.problem().with(refused.getMessage());
      case NotScreenable refused -> problem(refused.why()).with(refused.getMessage());
      case ReferenceTaken taken -> Problem.REFERENCE_TAKEN.with(taken.getMessage() + ".");
      case RevisionOutdated outdated -> Problem.REVISION_OUTDATED.with(outdated.getMessage() + ".");
      case InvalidCard invalid -> Problem.INVALID_CARD.with("" + invalid.getMessage());
      case TermRefused refused -> Problem.TERM_REFUSED.with(refused.getMessage() + ".");
      case ReasonMissing missing -> Problem.REASON_MISSING.with("" + missing.getMessage());
      case ScreeningClosed closed -> Problem.SCREENING_CLOSED.with(closed.getMessage() + ".");
      case TooLong tooLong -> Problem.INVALID_VALUE.with(tooLong.getMessage() + ".");
      case NotThere absent -> Problem.NOT_FOUND.with(absent.getMessage());
      case NotAllowed refused -> Problem.NOT_ALLOWED.with(refused.getMessage());
      case InsufficientCredits insufficient -> insufficient(insufficient);
      case RateLimitExceeded exceeded -> exceeded(exceeded);
      case UploadLimitReached reached -> reached(reached);
      case GrowingUploadRefused refused -> problem(refused.why()).with(refused.getMessage() + ".");
      case QueueFull full -> Problem.QUEUE_FULL.with(full.getMessage() + ".");
      case UncheckedIOException unkept -> notStored(request, unkept);
      case DataAccessException refused when ZeroCharacter.isWhy(refused) ->
          Problem.INVALID_VALUE.with(zeroCharacter(request));
      case NotAllowedNow refused -> notAllowedNow(refused);
      case Erasure.BeingRead refused -> Problem.NOT_ALLOWED_NOW.with(refused.getMessage() + ".");
      case MaxUploadSizeExceededException tooLarge -> tooLarge(tooLarge);
      case MultipartException unreadable -> multipart(unreadable);
      case HttpMessageNotReadableException unreadable
          when unreadable.getCause() instanceof UnrecognizedPropertyException ->
          Problem.UNKNOWN_NAME.with(JsonTrouble.of(unreadable));
      case HttpMessageNotReadableException unreadable ->
          Problem.UNREADABLE_REQUEST.with(JsonTrouble.of(unreadable));
      case BindException unbound -> unbound(unbound);
      case TypeMismatchException mismatch ->
          Problem.INVALID_VALUE.with(
              mismatch.getValue() instanceof MultipartFile
                  ? "The field %s takes text, and a file was sent; /api/docs says which takes files."
                      .formatted(mismatch.getPropertyName())
                  : "\"%s\" is not a valid %s%s."
                      .formatted(
                          mismatch.getValue(), mismatch.getPropertyName(), wanted(mismatch)));
      case MissingServletRequestPartException missing ->
          Problem.INVALID_VALUE.with(
              "The field %s is missing.".formatted(missing.getRequestPartName()));
      case MissingServletRequestParameterException missing ->
          Problem.INVALID_VALUE.with(
              "The field %s is missing.".formatted(missing.getParameterName()));
      case HttpMediaTypeNotSupportedException unsupported ->
          Problem.UNSUPPORTED_MEDIA_TYPE.with(
              "The content type is %s; send %s."
                  .formatted(
                      Objects.requireNonNullElse(unsupported.getContentType(), "missing"),
                      unsupported.getSupportedMediaTypes()));
      case HttpMediaTypeNotAcceptableException unacceptable ->
          Problem.NOT_ACCEPTABLE.with(
              "The answer can be given as %s.".formatted(unacceptable.getSupportedMediaTypes()));
      case HttpRequestMethodNotSupportedException unsupported ->
          Problem.METHOD_NOT_ALLOWED.with(
              "%s is not possible here; use %s."
                  .formatted(unsupported.getMethod(), unsupported.getSupportedHttpMethods()));
      case NoResourceFoundException ignored ->
          Problem.NO_SUCH_ADDRESS.with(
              "%s is not part of the API; /api/docs lists what is."
                  .formatted(request.getRequestURI()));
      default -> unexpected(request, failure);
    };
  }

  private static String wanted(TypeMismatchException mismatch) {
    Class<?> type = mismatch.getRequiredType();
    return type == null || MultipartFile.class.isAssignableFrom(type)
        ? ""
        : ": it takes " + JsonTrouble.kind(type);
  }

  private static String zeroCharacter(HttpServletRequest request) {
    String fields = String.join(", ", ZeroCharacter.among(request.getParameterMap()));
    return "%s has the character U+0000, which stands in no text: send it without."
        .formatted(fields.isEmpty() ? "A text of the request" : fields);
  }

  /// A value of an address that several make a record of.
  private static ProblemDetail unbound(BindException unbound) {
    var wrong = unbound.getFieldError();
    return Problem.INVALID_VALUE.with(
        wrong == null
            ? "A value of the address is not valid; /api/docs says which it takes."
            : "\"%s\" is not a valid %s%s."
                .formatted(
                    wrong.getRejectedValue(),
                    wrong.getField(),
                    wrong.contains(TypeMismatchException.class)
                        ? wanted(wrong.unwrap(TypeMismatchException.class))
                        : ""));
  }

  private static ProblemDetail notAllowedNow(NotAllowedNow refused) {
    var problem = Problem.NOT_ALLOWED_NOW.with(refused.getMessage() + ".");
    problem.setProperty("state", refused.state());
    problem.setProperty("possible", refused.possible());
    return problem;
  }

  private static Problem problem(NotScreenable.Why why) {
    return switch (why) {
      case NO_JOB_DESCRIPTION -> Problem.NO_JOB_DESCRIPTION;
      case UNKNOWN_JOB_DESCRIPTION -> Problem.NOT_FOUND;
      case UNREADABLE_JOB_DESCRIPTION -> Problem.UNREADABLE_JOB_DESCRIPTION;
      case NO_REQUIREMENTS -> Problem.NO_REQUIREMENTS;
      case NO_CVS -> Problem.NO_CVS;
      case NO_READABLE_CV -> Problem.NO_READABLE_CV;
    };
  }

  private static Problem problem(GrowingUploadRefused.Why why) {
    return switch (why) {
      case OUT_OF_STEP -> Problem.OUT_OF_STEP;
      case TOO_LARGE -> Problem.TOO_LARGE;
      case TOO_MANY -> Problem.TOO_MANY_UPLOADS;
    };
  }

  private static ProblemDetail insufficient(InsufficientCredits insufficient) {
    var problem = Problem.INSUFFICIENT_CREDITS.with(insufficient.getMessage());
    problem.setProperty("needed", insufficient.needed());
    problem.setProperty("available", insufficient.available());
    return problem;
  }

  private static ProblemDetail reached(UploadLimitReached reached) {
    var kind =
        reached.retryAfter().isPresent()
            ? Problem.UPLOAD_LIMIT_OF_DAY_REACHED
            : Problem.UPLOAD_LIMIT_REACHED;
    var problem = kind.with(reached.getMessage() + ".");
    problem.setProperty("limitBytes", reached.limit());
    return problem;
  }

  private static ProblemDetail notStored(HttpServletRequest request, UncheckedIOException unkept) {
    log.error("upload not kept path={}", request.getRequestURI(), unkept);
    return Problem.STORAGE_DOWN.with(
        "Nothing was taken in: send the files again later; whoever runs the server looks at its disk.");
  }

  private static ProblemDetail exceeded(RateLimitExceeded exceeded) {
    return Problem.RATE_LIMIT_EXCEEDED.with(
        "The limit is %s; try again in %d s."
            .formatted(exceeded.limit(), exceeded.retryAfter().toSeconds()));
  }

  private ProblemDetail tooLarge(MaxUploadSizeExceededException tooLarge) {
    if (tooLarge.getRootCause() instanceof FileCountLimitExceededException) {
      return Problem.TOO_MANY_FILES.with(
          "One request takes %,d files; send the rest to the screening's /files, or send a ZIP."
              .formatted(uploads.files()));
    }
    return Problem.TOO_LARGE.with(
        "One request takes %s; send the files in several requests to the screening's /files, or raise shortlist.upload.limit."
            .formatted(Sizes.of(uploads.limit())));
  }

  private ProblemDetail multipart(MultipartException unreadable) {
    return unreadable.getRootCause() instanceof FileCountLimitExceededException
        ? tooLarge(new MaxUploadSizeExceededException(-1, unreadable))
        : Problem.UNREADABLE_REQUEST.with(
            "The multipart body is not whole: it ends too early or has no boundary. Send it again.");
  }

  private static ProblemDetail unexpected(HttpServletRequest request, Exception failure) {
    String id = UUID.randomUUID().toString().substring(0, 8);
    log.error(
        "request failed error={} method={} path={}",
        id,
        request.getMethod(),
        request.getRequestURI(),
        failure);
    var problem =
        Problem.INTERNAL.with(
            "Error %s: the log says more under this id. Try again.".formatted(id));
    problem.setProperty("errorId", id);
    return problem;
  }
}
