package dev.shortlist.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shortlist.SettableClock;
import dev.shortlist.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

class RateLimitsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
  private final RateLimits limits = limits(TestAccess.local());

  private RateLimits limits(AccessSettings access) {
    return new RateLimits(
        new CurrentUser(new Accounts(database.jdbc()), access),
        access,
        new LimitSettings(3, 5, Map.of("/narrow", 1)),
        clock);
  }

  @Test
  void what_goes_beyond_is_refused_in_words() throws Exception {
    ask("two", "192.0.2.1");
    ask("two", "192.0.2.1");
    clock.advance(Duration.ofSeconds(20));

    assertThatThrownBy(() -> ask("two", "192.0.2.1"))
        .isInstanceOfSatisfying(
            RateLimitExceeded.class,
            told -> {
              assertThat(told.limit()).isEqualTo("2 per 1 minute");
              assertThat(told.retryAfter()).isEqualTo(Duration.ofSeconds(40));
            })
        .hasMessage("Rate limit exceeded: 2 per 1 minute");
  }

  @Test
  void after_the_time_there_are_permits_again() throws Exception {
    ask("two", "192.0.2.1");
    ask("two", "192.0.2.1");
    clock.advance(Duration.ofMinutes(1));

    ask("two", "192.0.2.1");
  }

  @Test
  void clients_and_routes_are_counted_apart() throws Exception {
    ask("two", "192.0.2.1");
    ask("two", "192.0.2.1");

    ask("two", "192.0.2.2");
    ask("one", "192.0.2.1");
  }

  @Test
  void every_answer_says_what_is_left() throws Exception {
    var response = ask("two", "192.0.2.1");

    assertThat(response.getHeader("RateLimit-Limit")).isEqualTo("2");
    assertThat(response.getHeader("RateLimit-Remaining")).isEqualTo("1");
    assertThat(response.getHeader("RateLimit-Reset")).isEqualTo("60");
  }

  @Test
  void a_route_without_a_limit_says_nothing() throws Exception {
    assertThat(ask("free", "192.0.2.1").getHeaderNames()).isEmpty();
  }

  @Test
  void with_sign_in_each_client_has_a_limit_over_all_routes() throws Exception {
    var limits = limits(TestAccess.signIn());
    for (int i = 0; i < 3; i++) {
      ask(limits, "free", "192.0.2.1");
    }

    assertThatThrownBy(() -> ask(limits, "free", "192.0.2.1"))
        .hasMessage("Rate limit exceeded: 3 per 1 minute");
    ask(limits, "free", "192.0.2.2");
  }

  @Test
  void with_sign_in_an_account_has_a_limit_over_all_its_keys() throws Exception {
    var limits = limits(TestAccess.signIn());
    var account = new AccountId(UUID.randomUUID());
    try {
      for (int i = 0; i < 5; i++) {
        enter(account);
        ask(limits, "free", "192.0.2.1");
      }
      enter(account);
      assertThatThrownBy(() -> ask(limits, "free", "192.0.2.1"))
          .hasMessage("Rate limit exceeded: 5 per 1 minute");
      enter(new AccountId(UUID.randomUUID()));
      ask(limits, "free", "192.0.2.1");
    } finally {
      SecurityContextHolder.clearContext();
    }
  }

  @Test
  void a_route_may_be_limited_by_a_setting() throws Exception {
    var limits = limits(TestAccess.signIn());
    var request = new MockHttpServletRequest();
    request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "/narrow");
    var method = new HandlerMethod(new Routes(), "free");
    limits.preHandle(request, new MockHttpServletResponse(), method);

    assertThatThrownBy(() -> limits.preHandle(request, new MockHttpServletResponse(), method))
        .hasMessage("Rate limit exceeded: 1 per 1 minute");
  }

  /// A request with a key of its own.
  private static void enter(AccountId account) {
    var caller = new Principal.Caller.Key(UUID.randomUUID(), false);
    SecurityContextHolder.getContext()
        .setAuthentication(
            new PreAuthenticatedAuthenticationToken(
                new Principal(account, caller, Role.VIEWER), "", List.of()));
  }

  private MockHttpServletResponse ask(String route, String address) throws Exception {
    return ask(limits, route, address);
  }

  private static MockHttpServletResponse ask(RateLimits limits, String route, String address)
      throws Exception {
    var request = new MockHttpServletRequest();
    request.setRemoteAddr(address);
    var response = new MockHttpServletResponse();
    limits.preHandle(request, response, new HandlerMethod(new Routes(), route));
    return response;
  }

  static final class Routes {
    @RateLimit(permits = 2)
    public void two() {}

    @RateLimit(permits = 1, per = ChronoUnit.HOURS)
    public void one() {}

    public void free() {}
  }
}
