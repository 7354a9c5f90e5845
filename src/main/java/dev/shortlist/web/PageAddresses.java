package dev.shortlist.web;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.UrlHandlerFilter;

/// A page's address that ends with a slash, as people and link checkers write them, leads to the
/// page. What changes something has no such second address.
@Configuration(proxyBeanMethods = false)
class PageAddresses {
  private static final String[] ADDRESSES = {
    "/screenings/**",
    "/job-descriptions/**",
    "/candidates/**",
    "/mails/**",
    "/settings/**",
    "/sign-in/**",
    "/welcome/**",
    "/apply/*/**"
  };

  @Bean
  FilterRegistrationBean<Filter> pagesWithSlash() {
    var slashes =
        UrlHandlerFilter.trailingSlashHandler(ADDRESSES)
            .redirect(HttpStatus.PERMANENT_REDIRECT)
            .build();
    var registered =
        new FilterRegistrationBean<Filter>((request, response, chain) -> {
          if (request instanceof HttpServletRequest asked && asked.getMethod().equals("GET")) {
            slashes.doFilter(request, response, chain);
          } else {
            chain.doFilter(request, response);
          }
        });
    registered.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registered;
  }
}
