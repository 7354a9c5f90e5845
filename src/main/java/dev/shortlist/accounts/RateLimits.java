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
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Keeps clients within the limits of the routes they use, and tells them how much is left. Each
/// node counts for itself.
@Component
class RateLimits implements HandlerInterceptor, WebMvcConfigurer {
  private static final int CLIENTS = 100_000;

  private final CurrentUser user;
  private final TimeMeter time;
  private final Cache<Client, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(CLIENTS).expireAfterAccess(Duration.ofDays(1)).build();

  RateLimits(CurrentUser user, Clock clock) {
    this.user = user;
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
      var limit = method.getMethodAnnotation(RateLimit.class);
      if (limit != null) {
        admit(client(request, method), limit, response);
      }
    }
    return true;
  }

  /// @throws RateLimitExceeded if `client` has used up its permits
  private void admit(Client client, RateLimit limit, HttpServletResponse response) {
    var bucket = Objects.requireNonNull(buckets.get(client, key -> bucket(limit)));
    var probe = bucket.tryConsumeAndReturnRemaining(1);
    response.setHeader("RateLimit-Limit", Integer.toString(limit.permits()));
    response.setHeader("RateLimit-Remaining", Long.toString(probe.getRemainingTokens()));
    response.setHeader("RateLimit-Reset", Long.toString(seconds(probe.getNanosToWaitForReset())));
    if (!probe.isConsumed()) {
      throw new RateLimitExceeded(words(limit), wait(probe));
    }
  }

  private Client client(HttpServletRequest request, HandlerMethod method) {
    return new Client(
        method.getMethod().toString(),
        user.find()
            .filter(principal -> !(principal.caller() instanceof Principal.Caller.Local))
            .map(Principal::actor)
            .orElse(request.getRemoteAddr()));
  }

  private Bucket bucket(RateLimit limit) {
    return Bucket.builder()
        .addLimit(
            Bandwidth.builder()
                .capacity(limit.permits())
                .refillIntervally(limit.permits(), limit.per().getDuration())
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

  static String words(RateLimit limit) {
    ChronoUnit per = limit.per();
    String plural = per.toString().toLowerCase(Locale.ROOT);
    return "%d per 1 %s".formatted(limit.permits(), plural.substring(0, plural.length() - 1));
  }

  private record Client(String route, String name) {}

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
