package dev.shortlist.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.util.UriComponentsBuilder;

/// The language of the pages: the one a person chose in this browser, else the browser's, else
/// English.
@Configuration
class Languages {

  @Bean
  LocaleResolver localeResolver() {
    var resolver = new CookieLocaleResolver("language");
    resolver.setCookieMaxAge(Duration.ofDays(365));
    resolver.setCookieHttpOnly(true);
    resolver.setCookieSameSite("Lax");
    resolver.setRejectInvalidCookies(false);
    resolver.setDefaultLocaleFunction(Languages::asked);
    return resolver;
  }

  /// The first of the browser's languages that the pages have.
  private static Locale asked(HttpServletRequest request) {
    if (request.getHeader("Accept-Language") == null) {
      return Locale.ENGLISH;
    }
    var locale = Locale.lookup(ranges(request), Texts.LANGUAGES);
    return locale == null ? Locale.ENGLISH : locale;
  }

  private static List<Locale.LanguageRange> ranges(HttpServletRequest request) {
    try {
      return Locale.LanguageRange.parse(request.getHeader("Accept-Language"));
    } catch (IllegalArgumentException malformed) {
      return List.of();
    }
  }

  /// Takes what the foot of every page asks.
  @Controller
  static class Choice {
    private final LocaleResolver resolver;

    Choice(LocaleResolver resolver) {
      this.resolver = resolver;
    }

    /// Back to the page it was chosen on.
    @PostMapping("/language")
    ResponseEntity<Void> choose(
        @RequestParam Locale to, HttpServletRequest request, HttpServletResponse response) {
      resolver.setLocale(request, response, Texts.nearest(to));
      return ResponseEntity.status(303).header("Location", back(request)).build();
    }

    /// Path and query alone, so that nobody is sent to another place.
    private static String back(HttpServletRequest request) {
      String from = request.getHeader("Referer");
      if (from == null) {
        return "/";
      }
      var page = UriComponentsBuilder.fromUriString(from).build();
      String path = page.getPath() == null ? "/" : "/" + page.getPath().replaceFirst("^/+", "");
      return page.getQuery() == null ? path : path + "?" + page.getQuery();
    }
  }
}
