package dev.shortlist.dialect;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.UrlHandlerFilter;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DialectSettings.class)
class DialectConfiguration {
  private static final String[] ADDRESSES = {
    "/api/**", "/apply/", "/applicants/**", "/process/**", "/send-personalized-emails/"
  };

  /// Some clients end every address with a slash; it means the same without. Before the check of
  /// who may do what, so that both look at the same address.
  @Bean
  FilterRegistrationBean<UrlHandlerFilter> slashes() {
    var filter = UrlHandlerFilter.trailingSlashHandler(ADDRESSES).wrapRequest().build();
    var registered = new FilterRegistrationBean<>(filter);
    registered.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registered;
  }
}
