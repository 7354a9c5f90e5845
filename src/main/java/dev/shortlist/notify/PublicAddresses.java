package dev.shortlist.notify;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;

/// Finds the addresses of hosts, and only those anybody in the internet could reach: who sets up a
/// webhook must not look into the network this server stands in. As the client connects to what was
/// found here and asks nobody again, a name cannot change its address in between.
final class PublicAddresses implements DnsResolver {
  // Of the special registries of IANA what the library takes for external. Addresses that carry an
  // IPv4 address inside could name any of it. (Java itself unwraps ::ffff:0:0/96.)
  private static final List<String> SPECIAL =
      List.of(
          "0.0.0.0/8",
          "100.64.0.0/10",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4",
          "::/96",
          "64:ff9b::/96",
          "64:ff9b:1::/48",
          "100::/64",
          "2001::/23",
          "2001:db8::/32",
          "2002::/16",
          "3fff::/20",
          "5f00::/16",
          "fec0::/10",
          "ff00::/8");

  private static final InetAddressMatcher PUBLIC =
      InetAddressMatchers.matchExternal().excludeAddresses(SPECIAL).build();

  private final List<InetAddressMatcher> allowed;
  private final DnsResolver names;

  /// @param allowed networks that are reached although they are closed
  PublicAddresses(List<String> allowed, DnsResolver names) {
    this.allowed = allowed.stream().map(InetAddressMatchers::fromIpAddress).toList();
    this.names = names;
  }

  PublicAddresses(List<String> allowed) {
    this(allowed, SystemDefaultDnsResolver.INSTANCE);
  }

  /// @throws Closed if one of the addresses is closed: whoever mixes them is up to something
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    var found = names.resolve(host);
    if (found == null || found.length == 0) {
      throw new UnknownHostException(host);
    }
    if (!Arrays.stream(found).allMatch(this::isOpen)) {
      throw new Closed(host);
    }
    return found;
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return names.resolveCanonicalHostname(host);
  }

  private boolean isOpen(InetAddress address) {
    return PUBLIC.matches(address)
        || allowed.stream().anyMatch(network -> network.matches(address));
  }

  /// The host has an address that is not public.
  static final class Closed extends UnknownHostException {
    private static final long serialVersionUID = 1;

    Closed(String host) {
      super(
          "%s is not a public address; the operator can allow its network with shortlist.webhooks.allow"
              .formatted(host));
    }
  }
}
