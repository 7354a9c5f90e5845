package dev.shortlist.accounts;

import static dev.shortlist.accounts.Permission.AUDIT;
import static dev.shortlist.accounts.Permission.DECIDE;
import static dev.shortlist.accounts.Permission.ENTER;
import static dev.shortlist.accounts.Permission.MANAGE;
import static dev.shortlist.accounts.Permission.OPERATE;
import static dev.shortlist.accounts.Permission.READ;
import static dev.shortlist.accounts.Permission.SCREEN;
import static dev.shortlist.accounts.Permission.SELF;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/// What every address asks of who calls it: the first rule that fits. An address without a rule is
/// closed to all.
final class Routes {
  private static final List<Rule> RULES =
      List.of(
          // getting in
          any("/sign-in/**", ENTER),
          any("/welcome/{secret}", ENTER),
          any("/oauth2/authorization/**", ENTER),
          any("/login/oauth2/code/**", ENTER),
          any("/error", ENTER),
          post("/language", ENTER),
          get("/assets/**", ENTER),
          get("/webjars/**", ENTER),
          get("/actuator/health/**", ENTER),
          get("/apply/{reference}", ENTER),
          post("/apply/{reference}", ENTER),
          get("/apply/{reference}/receipts", ENTER),
          get("/apply/{reference}/receipts/{receipt}", ENTER),

          // oneself
          any("/sign-out", SELF),
          any("/settings", SELF),
          any("/settings/own/**", SELF),
          get("/api/v1/me", SELF),
          get("/api/docs/**", SELF),
          get("/api/swagger-ui/**", SELF),
          get("/openapi/**", SELF),
          get("/openapi.yaml/**", SELF),

          // the account
          any("/settings/users/**", MANAGE),
          any("/settings/keys/**", MANAGE),
          get("/settings/audit", AUDIT),
          any("/settings/**", MANAGE),
          any("/api/v1/users/**", MANAGE),
          any("/api/v1/keys/**", MANAGE),
          any("/api/v1/webhooks/**", MANAGE),
          any("/api/v1/settings/**", MANAGE),
          get("/api/v1/terms", READ),
          any("/api/v1/terms/**", MANAGE),
          get("/api/v1/credits", READ),
          get("/api/v1/usage/**", READ),
          get("/api/v1/queue/**", MANAGE),
          get("/api/v1/nodes/**", MANAGE),
          get("/api/v1/audit/**", AUDIT),
          post("/api/v1/accounts/{account}/credits", OPERATE),
          any("/actuator/**", MANAGE),

          // the work
          post("/api/v1/decisions", DECIDE),
          any("/api/v1/applications/{id}/decision/**", DECIDE),
          post("/screenings/{number}/applications/{application}/decision/**", DECIDE),
          post("/screenings/{number}/decisions/**", DECIDE),
          post("/screenings/{number}/views/**", READ),
          post("/screenings/{number}/applications/{application}/notes/**", DECIDE),
          get("/", READ),
          get("/mails", READ),
          any("/mails/**", SCREEN),
          post("/sample", SCREEN),
          any("/start/**", SCREEN),
          any("/screenings/{number}/delete", SCREEN),
          get("/screenings/**", READ),
          any("/screenings/**", SCREEN),
          get("/candidates/**", READ),
          any("/candidates/**", SCREEN),
          get("/job-descriptions/**", READ),
          any("/job-descriptions/**", SCREEN),
          get("/api/v1/screenings/**", READ),
          any("/api/v1/screenings/**", SCREEN),
          get("/api/v1/job-descriptions/**", READ),
          any("/api/v1/job-descriptions/**", SCREEN),
          get("/api/v1/applications/**", READ),
          any("/api/v1/applications/**", SCREEN),
          get("/api/v1/candidates/**", READ),
          any("/api/v1/candidates/**", SCREEN),
          get("/api/v1/receipts/{receipt}", READ),
          any("/api/v1/receipts/{receipt}", SCREEN),
          get("/api/v1/uploads/**", READ),
          any("/api/v1/uploads/**", SCREEN),
          get("/api/v1/events/**", READ),
          get("/api/v1/mail-templates", READ),
          any("/api/v1/mail-templates/**", MANAGE),
          get("/api/v1/mails", READ),
          any("/api/v1/mails/**", SCREEN),

          // the dialects
          any("/api/bulk-screen/**", SCREEN),
          get("/api/job/**", READ),
          get("/api/analyzer/**", READ),
          any("/api/analyzer/**", SCREEN),
          get("/api/v1/jobs/**", READ),
          any("/api/v1/candidate/**", SCREEN),
          get("/api/v1/cvs/**", READ),
          any("/api/v1/cv-batches/**", SCREEN),
          get("/api/v1/cv-processing/**", READ),
          any("/api/v1/cv-processing/**", SCREEN),
          get("/process/**", READ),
          any("/process/**", SCREEN),
          post("/send-personalized-emails", SCREEN),
          any("/apply", SCREEN),
          any("/applicants/**", SCREEN));

  private Routes() {}

  /// What the request asks for; empty when its address has no rule.
  static Optional<Permission> permission(HttpServletRequest request) {
    return rule(request).map(Rule::permission);
  }

  static Optional<Rule> rule(HttpServletRequest request) {
    return RULES.stream().filter(rule -> rule.fits(request)).findFirst();
  }

  static List<Rule> rules() {
    return RULES;
  }

  private static Rule get(String pattern, Permission permission) {
    return new Rule(GET, matcher(pattern), permission);
  }

  private static Rule post(String pattern, Permission permission) {
    return new Rule(POST, matcher(pattern), permission);
  }

  private static Rule any(String pattern, Permission permission) {
    return new Rule(null, matcher(pattern), permission);
  }

  private static PathPatternRequestMatcher matcher(String pattern) {
    return PathPatternRequestMatcher.withDefaults().matcher(pattern);
  }

  /// @param method absent for all
  record Rule(
      @Nullable HttpMethod method, PathPatternRequestMatcher address, Permission permission) {
    private boolean fits(HttpServletRequest request) {
      return (method == null
              || method.matches(request.getMethod())
              || (method.equals(GET) && HEAD.matches(request.getMethod())))
          && address.matches(request);
    }
  }
}
