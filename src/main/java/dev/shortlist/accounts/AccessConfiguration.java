package dev.shortlist.accounts;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;

/// Who gets where: [CallerFilter] says who calls, [Routes] what an address asks for, [Role] and
/// [Permission] whether they fit.
///
/// Spring's CSRF token is not used: [LocalAccess] refuses every change that another site asks for
/// by the headers browsers send, and [CallerFilter] believes no cookie without them. No form can
/// forget that.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AccessSettings.class, LimitSettings.class})
class AccessConfiguration {

  @Bean
  SecurityFilterChain access(
      HttpSecurity http,
      Callers callers,
      CurrentUser current,
      Refusals refusals,
      IdentityProvider provider,
      AccessSettings settings) {
    http.csrf(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .securityContext(context ->
            context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
        .addFilterBefore(new CallerFilter(callers, settings), AuthorizationFilter.class)
        .authorizeHttpRequests(requests ->
            requests
                .dispatcherTypeMatchers(
                    DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                .permitAll()
                .anyRequest()
                .access((ignored, context) ->
                    new AuthorizationDecision(mayPass(context, current, settings))))
        .exceptionHandling(refused ->
            refused
                .authenticationEntryPoint(
                    (request, response, e) -> refusals.unknown(request, response))
                .accessDeniedHandler((request, response, e) -> {
                  var wanted = Routes.permission(request);
                  if (wanted.isEmpty()) {
                    refusals.nothing(request, response);
                  } else {
                    refusals.forbidden(request, response, detail(current, wanted.get()));
                  }
                }));
    if (settings.signIn() && settings.oidc().isSet()) {
      provider.offer(http);
    }
    return http.build();
  }

  private static boolean mayPass(
      RequestAuthorizationContext context, CurrentUser current, AccessSettings settings) {
    var wanted = Routes.permission(context.getRequest());
    if (wanted.isEmpty()) {
      // Whoever sits at the machine may see that there is nothing.
      return !settings.signIn();
    }
    return wanted.get() == Permission.ENTER
        || current.find().filter(principal -> principal.may(wanted.get())).isPresent();
  }

  private static String detail(CurrentUser current, Permission wanted) {
    return "You are %s; this takes one of %s."
        .formatted(current.principal().role(), wanted.roles());
  }
}
