package dev.shortlist.web;

import dev.shortlist.accounts.InsufficientCredits;
import dev.shortlist.accounts.NotThere;
import dev.shortlist.accounts.RateLimitExceeded;
import dev.shortlist.database.ZeroCharacter;
import dev.shortlist.intake.TooLong;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// Shows a page for whatever goes wrong outside the API. The unexpected gets an id that is in the
/// log too, never a stack trace.
@Component
@Order(0)
class Troubles implements HandlerExceptionResolver {
  private static final Logger log = LoggerFactory.getLogger(Troubles.class);

  private final Pages pages;

  Troubles(Pages pages) {
    this.pages = pages;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception failure) {
    if (response.isCommitted() || isAnsweredThere(handler, failure)) {
      return null;
    }
    var trouble = trouble(request, failure);
    response.setStatus(trouble.status());
    boolean outside = request.getRequestURI().startsWith("/apply/");
    return new ModelAndView(pages.show(outside ? "troubleoutside" : "trouble", trouble));
  }

  /// Whether the controller has an answer of its own.
  private static boolean isAnsweredThere(@Nullable Object handler, Exception failure) {
    return handler instanceof HandlerMethod method
        && new ExceptionHandlerMethodResolver(method.getBeanType()).resolveMethod(failure) != null;
  }

  private static Trouble trouble(HttpServletRequest request, Exception failure) {
    return switch (failure) {
      case Trouble.NotFound notFound ->
          new Trouble(404, Texts.say("account.not-found"), Texts.core(notFound.getMessage()));
      case NotThere absent ->
          new Trouble(404, Texts.say("account.not-found"), Texts.core(absent.getMessage()));
      case InsufficientCredits few ->
          new Trouble(402, Texts.say("account.few-credits"), Texts.core("" + few.getMessage()));
      case RateLimitExceeded exceeded ->
          new Trouble(
              429,
              Texts.say("account.too-many"),
              Texts.say(
                  "account.limit-is",
                  exceeded.limit(),
                  Words.count(exceeded.retryAfter().toSeconds(), "second")));
      case NoResourceFoundException ignored -> noSuchPage();
      case MethodArgumentTypeMismatchException ignored -> noSuchPage();
      case TooLong tooLong ->
          new Trouble(
              400, Texts.say("account.not-possible"), Texts.core(tooLong.getMessage() + "."));
      case DataAccessException refused when ZeroCharacter.isWhy(refused) ->
          new Trouble(400, Texts.say("account.not-possible"), Texts.say("account.zero-character"));
      case ErrorResponse response -> refused(response.getStatusCode());
      default -> unexpected(request, failure);
    };
  }

  private static Trouble noSuchPage() {
    return new Trouble(404, Texts.say("account.no-page"), Texts.say("account.no-page-why"));
  }

  static Trouble refused(HttpStatusCode code) {
    if (code.value() == 413) {
      return new Trouble(413, Texts.say("account.too-large"), Texts.say("account.too-large-why"));
    }
    return new Trouble(
        code.value(), Texts.say("account.not-possible"), Texts.say("account.refused"));
  }

  private static Trouble unexpected(HttpServletRequest request, Exception failure) {
    String id = UUID.randomUUID().toString().substring(0, 8);
    log.error(
        "page failed error={} method={} path={}",
        id,
        request.getMethod(),
        request.getRequestURI(),
        failure);
    return new Trouble(500, Texts.say("account.our-side"), Texts.say("account.our-side-why", id));
  }
}
