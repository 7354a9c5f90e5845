package dev.shortlist.web;

import dev.shortlist.accounts.AccessSettings;
import dev.shortlist.accounts.Links;
import dev.shortlist.accounts.NotAllowed;
import dev.shortlist.accounts.RateLimit;
import dev.shortlist.accounts.Role;
import dev.shortlist.accounts.SignIn;
import dev.shortlist.accounts.SignIn.Outcome;
import dev.shortlist.accounts.User;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Getting in and out.
@Controller
class SignInController {
  private final Pages pages;
  private final SignIn signIn;
  private final Links links;
  private final AccessSettings settings;

  SignInController(Pages pages, SignIn signIn, Links links, AccessSettings settings) {
    this.pages = pages;
    this.signIn = signIn;
    this.links = links;
    this.settings = settings;
  }

  @GetMapping("/sign-in")
  View page(
      @RequestParam(defaultValue = "") String next,
      @RequestParam(defaultValue = "") String problem) {
    if (!settings.signIn()) {
      return to("/");
    }
    String trouble =
        switch (problem) {
          case "provider" -> Texts.say("account.provider-failed");
          case "stranger" -> Texts.say("account.stranger");
          default -> "";
        };
    return show(next, "", trouble);
  }

  @PostMapping("/sign-in")
  @RateLimit(permits = 60)
  View signIn(
      HttpServletRequest request,
      HttpServletResponse response,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String next) {
    return switch (signIn.withPassword(request, response, email, password)) {
      case Outcome.In(var user) -> to(start(user, next));
      case Outcome.NeedsCode() -> pages.show("code", new SignInPage(next, email, "", ""));
      case Outcome.Refused(var why) -> {
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        yield show(next, email, Texts.core(why));
      }
    };
  }

  @PostMapping("/sign-in/code")
  @RateLimit(permits = 60)
  View code(
      HttpServletRequest request,
      HttpServletResponse response,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String next) {
    return switch (signIn.withCode(request, response, code)) {
      case Outcome.In(var user) -> to(start(user, next));
      case Outcome.NeedsCode() -> throw new IllegalStateException("a code needs no further code");
      case Outcome.Refused(var why) -> {
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        yield pages.show("code", new SignInPage(next, "", Texts.core(why), ""));
      }
    };
  }

  @PostMapping("/sign-out")
  View signOut(HttpServletRequest request, HttpServletResponse response) {
    signIn.out(request, response);
    return to("/sign-in");
  }

  @GetMapping("/welcome/{secret}")
  @RateLimit(permits = 60)
  View welcome(@PathVariable String secret) {
    return welcome(secret, "");
  }

  @PostMapping("/welcome/{secret}")
  @RateLimit(permits = 60)
  View welcome(
      HttpServletResponse response,
      @PathVariable String secret,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String name,
      @RequestParam String password,
      @RequestParam String again) {
    try {
      if (!password.equals(again)) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return welcome(secret, Texts.say("account.passwords-differ-two"));
      }
      if (email.isEmpty()) {
        signIn.setPassword(secret, password);
      } else {
        signIn.createOwner(secret, email, name, password);
      }
      return show("", email, "");
    } catch (NotAllowed refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return welcome(secret, Texts.core(refused.getMessage()));
    }
  }

  private View welcome(String secret, String trouble) {
    var link = links.find(secret);
    return pages.show(
        "welcome",
        new WelcomePage(
            link.isPresent(), link.filter(found -> found.user() == null).isPresent(), trouble));
  }

  private View show(String next, String email, String trouble) {
    return pages.show(
        "signin",
        new SignInPage(
            next, email, trouble, settings.oidc().isSet() ? settings.oidc().name() : ""));
  }

  /// Where to go on: only to a page of ours, and only to one the role may see.
  private static String start(User user, String next) {
    if (next.matches("/[A-Za-z0-9][A-Za-z0-9/_.-]*")) {
      return next;
    }
    return user.role() == Role.AUDITOR ? "/settings/audit" : "/";
  }

  private static View to(String path) {
    var view = new RedirectView(path);
    view.setStatusCode(HttpStatus.SEE_OTHER);
    return view;
  }
}
