package dev.shortlist.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.1.2.3",
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "100.64.0.1",
        "100.127.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "192.0.0.192",
        "192.0.2.7",
        "198.18.0.1",
        "198.51.100.4",
        "203.0.113.9",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "::127.0.0.1",
        "64:ff9b::a00:1",
        "2002:7f00:1::",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:db8::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "[::1]"
      })
  void what_is_not_public_is_closed(String address) {
    assertThatThrownBy(() -> addresses(List.of(), address).resolve("host.example.com"))
        .isInstanceOf(PublicAddresses.Closed.class)
        .hasMessageContaining("host.example.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"93.184.216.34", "100.63.255.255", "172.32.0.1", "2606:2800:220:1::1"})
  void what_is_public_is_open(String address) throws Exception {
    assertThat(addresses(List.of(), address).resolve("host.example.com")).hasSize(1);
  }

  /// Other ways to write 127.0.0.1, which resolvers understand.
  @ParameterizedTest
  @ValueSource(strings = {"127.1", "2130706433", "localhost", "localhost.", "0:0:0:0:0:0:0:1"})
  void other_spellings_of_this_machine_are_closed_or_unknown(String host) {
    assertThatThrownBy(() -> new PublicAddresses(List.of()).resolve(host))
        .isInstanceOf(UnknownHostException.class);
  }

  @Test
  void a_name_with_one_closed_address_is_closed() {
    assertThatThrownBy(() -> addresses(List.of(), "93.184.216.34", "10.0.0.1").resolve("two"))
        .isInstanceOf(PublicAddresses.Closed.class);
  }

  @Test
  void the_operator_can_allow_a_network() throws Exception {
    assertThat(addresses(List.of("10.1.0.0/16"), "10.1.2.3").resolve("inside")).hasSize(1);
    assertThatThrownBy(() -> addresses(List.of("10.1.0.0/16"), "10.2.0.1").resolve("outside"))
        .isInstanceOf(PublicAddresses.Closed.class);
  }

  /// What was looked at is what is connected to: a second answer is never asked for.
  @Test
  void a_name_that_changes_its_address_is_looked_up_once() throws Exception {
    Deque<InetAddress> answers =
        new ArrayDeque<>(List.of(address("93.184.216.34"), address("127.0.0.1")));
    var addresses =
        new PublicAddresses(List.of(), resolver(host -> new InetAddress[] {answers.remove()}));

    assertThat(addresses.resolve("rebinding.example.com"))
        .containsExactly(address("93.184.216.34"));
    assertThat(answers).hasSize(1);
  }

  private static PublicAddresses addresses(List<String> allowed, String... found) {
    var answer = Arrays.stream(found).map(PublicAddressesTest::address).toArray(InetAddress[]::new);
    return new PublicAddresses(allowed, resolver(host -> answer));
  }

  private static DnsResolver resolver(Function<String, InetAddress[]> answers) {
    return new DnsResolver() {
      @Override
      public InetAddress[] resolve(String host) {
        return answers.apply(host);
      }

      @Override
      public String resolveCanonicalHostname(String host) {
        return host;
      }
    };
  }

  private static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
