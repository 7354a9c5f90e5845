package dev.shortlist;

import dev.shortlist.tasks.NodeRole;
import dev.shortlist.tasks.NodeSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// A node that only works answers no requests but those about its health.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class WorkerOnly extends OncePerRequestFilter {
  private final NodeSettings settings;

  WorkerOnly(NodeSettings settings) {
    this.settings = settings;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return settings.is(NodeRole.WEB) || request.getRequestURI().startsWith("/actuator/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    response.setContentType("text/plain");
    response
        .getWriter()
        .println(
            "This node works on CVs and answers at /actuator/health only: ask one with the role web.");
  }
}
