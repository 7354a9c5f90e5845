package dev.shortlist.accounts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.temporal.ChronoUnit;

/// How often one client may use a route: `@RateLimit(permits = 10)` is ten times a minute.
///
/// A client is a user, an API key, or, without sign-in, an address. What goes beyond is refused
/// with [RateLimitExceeded].
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RateLimit {
  int permits();

  /// One second, minute, hour or day.
  ChronoUnit per() default ChronoUnit.MINUTES;
}
