package dev.shortlist.tasks;

import jakarta.validation.constraints.NotEmpty;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What this node is among those on the same database.
///
/// @param roles what it does; a node without [NodeRole#WEB] answers only questions about its health
/// @param node its name, absent for the name of the machine; a name that is taken gets a number
@Validated
@ConfigurationProperties("shortlist")
public record NodeSettings(
    @NotEmpty @DefaultValue({"web", "worker"}) Set<NodeRole> roles, @Nullable String node) {
  public NodeSettings {
    roles = Set.copyOf(roles);
  }

  public boolean is(NodeRole role) {
    return roles.contains(role);
  }
}
