package dev.shortlist.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/// Answers requests whose address could be understood in two ways, such as one with `//` or `;`.
@Component
class UnsafeAddress implements RequestRejectedHandler {
  private final Refusals refusals;

  UnsafeAddress(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, RequestRejectedException e)
      throws IOException {
    refusals.unsafe(request, response);
  }
}
