package dev.shortlist;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Gives every request an id that stands in each line the request writes to the log, in the answer
/// as `X-Request-Id`, and in the body of a problem. A proxy, or a client, may bring one along.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestIds extends OncePerRequestFilter {
  private static final String HEADER = "X-Request-Id";
  private static final String IN_LOG = "request";
  private static final Pattern FIT = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String id = id(request.getHeader(HEADER));
    response.setHeader(HEADER, id);
    MDC.put(IN_LOG, id);
    try {
      chain.doFilter(request, response);
    } finally {
      MDC.remove(IN_LOG);
    }
  }

  /// What is brought along goes into the log, so it may hold nothing but an id.
  private static String id(@Nullable String brought) {
    return brought != null && FIT.matcher(brought).matches()
        ? brought
        : UUID.randomUUID().toString().substring(0, 8);
  }
}
