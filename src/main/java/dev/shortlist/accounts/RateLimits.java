package dev.shortlist.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Keeps clients within the limits of the routes they use, and tells them how much is left. Each
/// node counts for itself.
@Component
class RateLimits implements HandlerInterceptor, WebMvcConfigurer {
  private static final int CLIENTS = 100_000;

  private final CurrentUser user;
  private final AccessSettings access;
  private final LimitSettings settings;
  private final TimeMeter time;
  private final Cache<Counted, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(CLIENTS).expireAfterAccess(Duration.ofDays(1)).build();

  RateLimits(CurrentUser user, AccessSettings access, LimitSettings settings, Clock clock) {
    this.user = user;
    this.access = access;
    this.settings = settings;
    this.time = new Time(clock);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      counted(request, method).forEach(counted -> admit(counted, response));
    }
    return true;
  }

  /// All that counts the request; the narrowest last, so that the answer tells of that.
  private List<Counted> counted(HttpServletRequest request, HandlerMethod method) {
    String client = client(request);
    var all = new ArrayList<Counted>();
    if (access.signIn()) {
      user.find()
          .ifPresent(caller ->
              all.add(minute("account", caller.account().toString(), settings.account())));
      all.add(minute("client", client, settings.client()));
      var route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
      var permits = route == null ? null : settings.routes().get(route.toString());
      if (permits != null) {
        all.add(minute("route " + route, client, permits));
      }
    }
    var limit = method.getMethodAnnotation(RateLimit.class);
    if (limit != null) {
      all.add(new Counted(method.getMethod().toString(), client, limit.permits(), limit.per()));
    }
    return all;
  }

  /// @throws RateLimitExceeded if the permits are used up
  private void admit(Counted counted, HttpServletResponse response) {
    var bucket = Objects.requireNonNull(buckets.get(counted, this::bucket));
    var probe = bucket.tryConsumeAndReturnRemaining(1);
    response.setHeader("RateLimit-Limit", Integer.toString(counted.permits()));
    response.setHeader("RateLimit-Remaining", Long.toString(probe.getRemainingTokens()));
    response.setHeader("RateLimit-Reset", Long.toString(seconds(probe.getNanosToWaitForReset())));
    if (!probe.isConsumed()) {
      throw new RateLimitExceeded(counted.words(), wait(probe));
    }
  }

  private String client(HttpServletRequest request) {
    return user.find()
        .filter(principal -> !(principal.caller() instanceof Principal.Caller.Local))
        .map(Principal::actor)
        .orElse(request.getRemoteAddr());
  }

  private static Counted minute(String what, String who, int permits) {
    return new Counted(what, who, permits, ChronoUnit.MINUTES);
  }

  private Bucket bucket(Counted counted) {
    return Bucket.builder()
        .addLimit(
            Bandwidth.builder()
                .capacity(counted.permits())
                .refillIntervally(counted.permits(), counted.per().getDuration())
                .build())
        .withCustomTimePrecision(time)
        .build();
  }

  private static Duration wait(ConsumptionProbe probe) {
    return Duration.ofSeconds(Math.max(1, seconds(probe.getNanosToWaitForRefill())));
  }

  private static long seconds(long nanos) {
    return Math.ceilDiv(nanos, 1_000_000_000L);
  }

  /// What is counted together.
  ///
  /// @param what the route, or what is limited over all routes
  /// @param who the client or the account
  private record Counted(String what, String who, int permits, ChronoUnit per) {
    String words() {
      String plural = per.toString().toLowerCase(Locale.ROOT);
      return "%d per 1 %s".formatted(permits, plural.substring(0, plural.length() - 1));
    }
  }

  private record Time(Clock clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return clock.millis() * 1_000_000;
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
