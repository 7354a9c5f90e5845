package dev.shortlist.web;

import dev.shortlist.opening.OpeningSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Keeps strangers from filling the disk: what is sent to a page to apply on says how long it is,
/// and is not longer than a CV may be. It is looked at before anything is read.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class ApplyGate extends OncePerRequestFilter {
  private static final long OTHER_FIELDS = 64 << 10;

  private final OpeningSettings settings;

  ApplyGate(OpeningSettings settings) {
    this.settings = settings;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST") || !request.getRequestURI().startsWith("/apply/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long length = request.getContentLengthLong();
    if (length >= 0 && length <= settings.limit().toBytes() + OTHER_FIELDS) {
      chain.doFilter(request, response);
      return;
    }
    response.setStatus(HttpStatus.SEE_OTHER.value());
    response.setHeader(HttpHeaders.LOCATION, request.getRequestURI() + "?problem=TOO_LARGE");
  }
}
