package dev.shortlist.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/// The page for what the server refuses before any controller sees it.
@Controller
class ErrorPage implements ErrorController {
  private final Pages pages;

  ErrorPage(Pages pages) {
    this.pages = pages;
  }

  @RequestMapping("${server.error.path:/error}")
  View show(HttpServletRequest request) {
    var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    var status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
    var shown = status == null ? HttpStatus.NOT_FOUND : status;
    return pages.show(
        "trouble",
        new Trouble(
            shown.value(),
            switch (shown) {
              case FORBIDDEN -> Texts.say("account.not-allowed");
              case NOT_FOUND -> Texts.say("account.no-page");
              default ->
                  shown.is5xxServerError()
                      ? Texts.say("account.our-side")
                      : Texts.say("account.not-possible");
            },
            switch (shown) {
              case FORBIDDEN -> Texts.say("account.may-not");
              case NOT_FOUND -> Texts.say("account.not-for-you");
              default ->
                  shown.is5xxServerError()
                      ? Texts.say("account.log-says")
                      : Texts.say("account.not-answered");
            }));
  }
}
