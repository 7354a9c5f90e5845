package dev.shortlist.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class LocalAccessTest {
  private static final int PORT = 8000;

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:8000", "localhost:8000", "LOCALHOST:8000", "[::1]:8000"})
  void the_names_of_this_machine_are_answered(String host) throws Exception {
    assertThat(answer(request("GET", host)).getStatus()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:8000",
        "127.0.0.1",
        "127.0.0.1:80",
        "localhost.evil.example:8000",
        "127.0.0.1:8000.evil.example",
        "10.0.0.7:8000"
      })
  void any_other_name_is_misdirected(String host) throws Exception {
    var response = answer(request("GET", host));

    assertThat(response.getStatus()).isEqualTo(421);
    assertThat(response.getContentType()).isEqualTo("application/problem+json");
    assertThat(response.getContentAsString()).contains("http://127.0.0.1:8000");
  }

  @Test
  void a_request_without_host_is_misdirected() throws Exception {
    var request = request("GET", "x");
    request.removeHeader("Host");

    assertThat(answer(request).getStatus()).isEqualTo(421);
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, http://evil.example",
    "Origin, null",
    "Origin, http://localhost:3000",
    "Origin, https://127.0.0.1:8000",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site"
  })
  void a_change_from_a_foreign_page_is_forbidden(String header, String value) throws Exception {
    for (String method : new String[] {"POST", "PUT", "PATCH", "DELETE"}) {
      var request = request(method, "127.0.0.1:8000");
      request.addHeader(header, value);

      assertThat(answer(request).getStatus()).as(method).isEqualTo(403);
    }
  }

  @Test
  void a_foreign_page_cannot_open_a_web_socket() throws Exception {
    var request = request("GET", "127.0.0.1:8000");
    request.addHeader("Upgrade", "websocket");
    request.addHeader("Origin", "http://evil.example");

    assertThat(answer(request).getStatus()).isEqualTo(403);
  }

  @Test
  void a_change_from_an_own_page_is_let_through() throws Exception {
    var request = request("POST", "127.0.0.1:8000");
    request.addHeader("Origin", "http://127.0.0.1:8000");
    request.addHeader("Sec-Fetch-Site", "same-origin");

    assertThat(answer(request).getStatus()).isEqualTo(200);
  }

  @Test
  void a_change_from_a_program_is_let_through() throws Exception {
    assertThat(answer(request("POST", "127.0.0.1:8000")).getStatus()).isEqualTo(200);
  }

  @Test
  void loopback_addresses_are_listened_on() throws Exception {
    for (var address : InetAddress.getAllByName("localhost")) {
      LocalAccess.requireLoopback(address);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "192.0.2.7", "::"})
  void an_address_others_can_reach_is_refused(String address) throws Exception {
    var reachable = InetAddress.getByName(address);

    assertThatThrownBy(() -> LocalAccess.requireLoopback(reachable))
        .isInstanceOf(AddressNotLocal.class)
        .hasMessageContaining("without sign-in");
    assertThatThrownBy(() -> LocalAccess.requireLoopback(null))
        .hasMessageContaining("every address");
  }

  @Test
  void what_to_do_is_said_when_the_address_is_refused() {
    var analysis = new AddressNotLocalAnalyzer().analyze(new AddressNotLocal("0.0.0.0"));

    assertThat(analysis)
        .isNotNull()
        .satisfies(told -> assertThat(told.getDescription()).contains("0.0.0.0"))
        .satisfies(told ->
            assertThat(told.getAction())
                .contains("SHORTLIST_SIGN_IN=on")
                .contains("127.0.0.1")
                .contains("ssh -L"));
  }

  private static MockHttpServletRequest request(String method, String host) {
    var request = new MockHttpServletRequest(method, "/");
    request.addHeader("Host", host);
    request.setLocalPort(PORT);
    return request;
  }

  private static MockHttpServletResponse answer(MockHttpServletRequest request)
      throws ServletException, IOException {
    var server = new ServerProperties();
    server.setAddress(InetAddress.getLoopbackAddress());
    var response = new MockHttpServletResponse();
    new LocalAccess(server, TestAccess.local(), JsonMapper.shared())
        .doFilter(request, response, new MockFilterChain());
    return response;
  }
}
