package dev.shortlist.api;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.api.IdempotentRequests.Earlier;
import dev.shortlist.api.IdempotentRequests.Kept;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// A request that is sent again, because its answer was lost, changes nothing again: a POST with an
/// `Idempotency-Key` is answered as it was the first time.
///
/// Only what was done is kept. A request that was refused changed nothing, and may come again with
/// the same key.
@Component
@Order(Ordered.LOWEST_PRECEDENCE) // after whoever finds out who is calling
class IdempotencyFilter extends OncePerRequestFilter {
  static final String KEY = "Idempotency-Key";
  static final String REPLAYED = "Idempotent-Replayed";
  private static final int LONGEST = 255;

  private final CurrentAccount account;
  private final IdempotentRequests requests;
  private final Problems problems;

  IdempotencyFilter(CurrentAccount account, IdempotentRequests requests, Problems problems) {
    this.account = account;
    this.requests = requests;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST")
        || !request.getRequestURI().startsWith("/api/v1/")
        || request.getHeader(KEY) == null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String key = request.getHeader(KEY).strip();
    if (key.isEmpty() || key.length() > LONGEST) {
      problems.write(
          response,
          Problem.INVALID_VALUE.with(
              "The Idempotency-Key has %d characters; give 1 to %d."
                  .formatted(key.length(), LONGEST)));
      return;
    }
    String fingerprint = fingerprint(request);
    var earlier = requests.begin(account.id(), key, fingerprint);
    if (earlier.isPresent()) {
      again(response, fingerprint, earlier.get());
    } else {
      first(request, response, chain, account.id(), key);
    }
  }

  private void again(HttpServletResponse response, String fingerprint, Earlier earlier)
      throws IOException {
    if (!earlier.fingerprint().equals(fingerprint)) {
      problems.write(
          response,
          Problem.KEY_REUSED.with(
              "This Idempotency-Key came with another request before: take a new key for a new request."));
      return;
    }
    var answer = earlier.answer();
    if (answer == null) {
      problems.write(
          response,
          Problem.STILL_WORKING.with(
              "The first request with this Idempotency-Key is still being worked on: ask again in a few seconds."));
      return;
    }
    response.setStatus(answer.status());
    response.setHeader(REPLAYED, "true");
    response.setContentType(answer.type());
    if (answer.location() != null) {
      response.setHeader(HttpHeaders.LOCATION, answer.location());
    }
    response.getOutputStream().write(answer.body());
  }

  private void first(
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain,
      AccountId account,
      String key)
      throws ServletException, IOException {
    var answer = new ContentCachingResponseWrapper(response);
    boolean done = false;
    try {
      chain.doFilter(request, answer);
      done = HttpStatus.valueOf(answer.getStatus()).is2xxSuccessful();
    } finally {
      if (done) {
        requests.done(
            account,
            key,
            new Kept(
                answer.getStatus(),
                answer.getContentType(),
                answer.getHeader(HttpHeaders.LOCATION),
                answer.getContentAsByteArray()));
      } else {
        requests.failed(account, key);
      }
    }
    answer.copyBodyToResponse();
  }

  /// The same for a request that is sent again. Of an upload it knows the length only: its bytes
  /// are not read twice.
  private static String fingerprint(HttpServletRequest request) {
    String type = request.getContentType();
    return "%s?%s %s %d"
        .formatted(
            request.getRequestURI(),
            request.getQueryString(),
            type == null ? "" : type.replaceFirst(";.*", "").toLowerCase(Locale.ROOT),
            request.getContentLengthLong());
  }
}
