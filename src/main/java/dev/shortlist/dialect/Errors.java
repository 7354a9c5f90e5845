package dev.shortlist.dialect;

import dev.shortlist.accounts.InsufficientCredits;
import dev.shortlist.accounts.RateLimitExceeded;
import dev.shortlist.database.ZeroCharacter;
import dev.shortlist.intake.NotScreenable;
import dev.shortlist.intake.TooLong;
import dev.shortlist.intake.UploadLimitReached;
import dev.shortlist.screening.NotAllowedNow;
import dev.shortlist.screening.ReferenceTaken;
import dev.shortlist.screening.ScreeningClosed;
import dev.shortlist.tasks.QueueFull;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/// Answers whatever goes wrong in a dialect as `{"detail": ...}`: a sentence, or for a field of the
/// request a list of what is wrong where.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Errors implements HandlerExceptionResolver {
  private static final Logger log = LoggerFactory.getLogger(Errors.class);

  private final JsonMapper json;
  private final ObjectProvider<RequestMappingHandlerMapping> handlers;

  Errors(JsonMapper json, ObjectProvider<RequestMappingHandlerMapping> handlers) {
    this.json = json;
    this.handlers = handlers;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception failure) {
    if (response.isCommitted() || !isDialect(handler == null ? handler(request) : handler)) {
      return null;
    }
    var answer = answer(request, failure);
    response.resetBuffer();
    if (failure instanceof QueueFull full) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(full.retryAfter().toSeconds()));
    }
    if (failure instanceof RateLimitExceeded limited) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(limited.retryAfter().toSeconds()));
    }
    response.setStatus(answer.status().value());
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    try {
      json.writeValue(response.getOutputStream(), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException("the client is gone", e);
    }
    return new ModelAndView();
  }

  private static boolean isDialect(@Nullable Object handler) {
    return handler instanceof HandlerMethod method
        && AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Dialect.class);
  }

  /// Who would have answered: a body that cannot be read fails before that is looked up.
  private @Nullable Object handler(HttpServletRequest request) {
    for (var mapping : handlers) {
      try {
        var found = mapping.getHandler(request);
        if (found != null) {
          return found.getHandler();
        }
      } catch (Exception e) {
        log.debug("no handler path={}", request.getRequestURI(), e);
      }
    }
    return null;
  }

  private static Answer answer(HttpServletRequest request, Exception failure) {
    return switch (failure) {
      case Refusal refusal -> new Answer(refusal.status(), refusal.getMessage());
      case InvalidField invalid -> invalid(invalid);
      case NotScreenable refused -> new Answer(status(refused.why()), refused.getMessage());
      case ScreeningClosed closed -> new Answer(HttpStatus.CONFLICT, closed.getMessage() + ".");
      case NotAllowedNow notNow -> new Answer(HttpStatus.CONFLICT, notNow.getMessage() + ".");
      case ReferenceTaken taken -> new Answer(HttpStatus.CONFLICT, taken.getMessage() + ".");
      case MaxUploadSizeExceededException _ ->
          new Answer(HttpStatus.CONTENT_TOO_LARGE, "The upload is larger than the limit.");
      case MultipartException _ ->
          new Answer(HttpStatus.BAD_REQUEST, "There was an error parsing the body");
      case HttpMessageNotReadableException _ ->
          invalid(new InvalidField("body", "", "json_invalid", "JSON decode error"));
      case HttpMediaTypeNotSupportedException _ ->
          invalid(
              new InvalidField(
                  "body",
                  "",
                  "json_type",
                  "Input should be JSON: send Content-Type application/json"));
      case MissingServletRequestParameterException missing ->
          invalid(
              new InvalidField("query", missing.getParameterName(), "missing", "Field required"));
      case MethodArgumentTypeMismatchException mismatch ->
          invalid(
              new InvalidField(
                  "query", mismatch.getName(), "value_error", "Input should be a valid value"));
      case TooLong tooLong ->
          invalid(
              new InvalidField(
                  "body", tooLong.field(), "string_too_long", tooLong.getMessage() + "."));
      case DataAccessException refused when ZeroCharacter.isWhy(refused) -> zeroCharacter(request);
      case InsufficientCredits credits ->
          new Answer(HttpStatus.PAYMENT_REQUIRED, credits.getMessage());
      case RateLimitExceeded limited ->
          new Answer(HttpStatus.TOO_MANY_REQUESTS, "error", String.valueOf(limited.getMessage()));
      case QueueFull full -> new Answer(HttpStatus.SERVICE_UNAVAILABLE, full.getMessage() + ".");
      case UploadLimitReached reached ->
          new Answer(
              reached.retryAfter().isPresent()
                  ? HttpStatus.TOO_MANY_REQUESTS
                  : HttpStatus.CONTENT_TOO_LARGE,
              reached.getMessage() + ".");
      case UncheckedIOException unkept -> {
        log.error("upload not kept path={}", request.getRequestURI(), unkept);
        yield new Answer(
            HttpStatus.SERVICE_UNAVAILABLE,
            "The files cannot be stored at the moment, and nothing was taken in. Send them again"
                + " later.");
      }
      default -> unexpected(request, failure);
    };
  }

  private static Answer invalid(InvalidField... invalid) {
    return new Answer(
        HttpStatus.UNPROCESSABLE_CONTENT, Arrays.stream(invalid).map(InvalidField::entry).toList());
  }

  /// Of a JSON body, which is read by then, it says no field.
  private static Answer zeroCharacter(HttpServletRequest request) {
    var fields = ZeroCharacter.among(request.getParameterMap());
    String place = request.getMethod().equals("GET") ? "query" : "body";
    return invalid(
        (fields.isEmpty() ? List.of("") : fields)
            .stream()
                .map(field ->
                    new InvalidField(
                        place,
                        field,
                        "value_error",
                        "Input should be text without the character U+0000: send it without"))
                .toArray(InvalidField[]::new));
  }

  private static HttpStatus status(NotScreenable.Why why) {
    return switch (why) {
      case UNKNOWN_JOB_DESCRIPTION -> HttpStatus.NOT_FOUND;
      case NO_JOB_DESCRIPTION,
          UNREADABLE_JOB_DESCRIPTION,
          NO_REQUIREMENTS,
          NO_CVS,
          NO_READABLE_CV ->
          HttpStatus.BAD_REQUEST;
    };
  }

  private static Answer unexpected(HttpServletRequest request, Exception failure) {
    String id = UUID.randomUUID().toString().substring(0, 8);
    log.error(
        "request failed error={} method={} path={}",
        id,
        request.getMethod(),
        request.getRequestURI(),
        failure);
    return new Answer(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "Error %s: the log says more under this id. Try again.".formatted(id));
  }

  /// @param detail a sentence, or a list of what is wrong where
  private record Answer(HttpStatus status, String key, Object detail) {
    Answer(HttpStatus status, Object detail) {
      this(status, "detail", detail);
    }

    Map<String, Object> body() {
      return Map.of(key, detail);
    }
  }
}
