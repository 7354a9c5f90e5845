package dev.shortlist.accounts;

import jakarta.validation.constraints.Min;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How many requests a minute are answered, by each node. Without sign-in there is no limit, but
/// those the dialects have.
///
/// @param client of one user or key; of one address while nobody is known
/// @param account of all users and keys of an account together
/// @param routes of one client to one address, by its pattern as in docs/routes.md, for addresses
///   that are to be used less
@Validated
@ConfigurationProperties("shortlist.limits")
public record LimitSettings(
    @DefaultValue("1200") @Min(1) int client,
    @DefaultValue("6000") @Min(1) int account,
    @DefaultValue Map<String, Integer> routes) {
  public LimitSettings {
    routes = Map.copyOf(routes);
  }
}
