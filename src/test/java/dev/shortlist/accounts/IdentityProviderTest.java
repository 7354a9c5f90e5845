package dev.shortlist.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.shortlist.RunningShortlist;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IdentityProviderTest {
  private static final Issuer ISSUER = new Issuer();

  @RegisterExtension
  static final RunningShortlist shortlist =
      new RunningShortlist(
          Map.of(
              "shortlist.sign-in", "on",
              "shortlist.oidc.issuer", ISSUER.address(),
              "shortlist.oidc.client-id", "us",
              "shortlist.oidc.client-secret", "secret",
              "shortlist.oidc.name", "Acme"));

  private Visitor browser;
  private String email;

  @BeforeEach
  void an_invited_user() {
    browser = Visitor.browser(shortlist.address());
    email = "u%s@example.com".formatted(UUID.randomUUID());
    var accounts = shortlist.get(Accounts.class);
    shortlist.get(Users.class).add(accounts.local(), email, "Ute", Role.VIEWER);
    ISSUER.vouch(email, true);
  }

  @AfterAll
  static void stop() {
    ISSUER.server.stop(0);
  }

  @Test
  void who_the_provider_vouches_for_is_the_user_with_that_address() {
    assertThat(browser.get("/sign-in").body()).contains("Sign in with Acme");

    assertThat(Visitor.location(comeBack(asked()))).isEqualTo("/");

    assertThat(browser.get("/settings").body()).contains(email).contains("Viewer");
  }

  @Test
  void an_address_that_is_not_verified_lets_nobody_in() {
    ISSUER.vouch(email, false);

    assertThat(Visitor.location(comeBack(asked()))).isEqualTo("/sign-in?problem=stranger");
    assertThat(Visitor.location(browser.get("/"))).isEqualTo("/sign-in");
  }

  @Test
  void a_stranger_is_not_let_in() {
    ISSUER.vouch("stranger@example.com", true);

    assertThat(Visitor.location(comeBack(asked()))).isEqualTo("/sign-in?problem=stranger");
  }

  @Test
  void another_browser_cannot_finish_what_this_one_began() {
    var asked = asked();
    browser = Visitor.browser(shortlist.address());

    assertThat(Visitor.location(comeBack(asked))).isEqualTo("/sign-in?problem=provider");
  }

  @Test
  void an_answer_to_another_question_is_not_believed() {
    var asked = asked();
    ISSUER.nonce = "another";

    assertThat(Visitor.location(comeBack(asked))).isEqualTo("/sign-in?problem=provider");
  }

  /// What we ask the provider when somebody presses the button.
  private Map<String, String> asked() {
    var leave = browser.get("/oauth2/authorization/oidc");
    String location = leave.headers().firstValue("Location").orElse("");
    assertThat(location).startsWith(ISSUER.address() + "/authorize?");
    var asked = parameters(location.replaceFirst(".*\\?", ""));
    ISSUER.nonce = String.valueOf(asked.get("nonce"));
    ISSUER.challenge = String.valueOf(asked.get("code_challenge"));
    return asked;
  }

  private HttpResponse<String> comeBack(Map<String, String> asked) {
    return browser.get("/login/oauth2/code/oidc?code=c&state=" + asked.get("state"));
  }

  private static Map<String, String> parameters(String query) {
    return Arrays.stream(query.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  /// An OpenID Connect provider that vouches for whom it is told to.
  @SuppressWarnings("NullAway.Init")
  private static final class Issuer {
    private final HttpServer server;
    private final RSAKey key;
    private volatile String nonce;
    private volatile String challenge;
    private volatile String email;
    private volatile boolean verified;

    Issuer() {
      try {
        key = new RSAKeyGenerator(2048).keyID("k").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      } catch (IOException | JOSEException e) {
        throw new IllegalStateException(e);
      }
      server.createContext(
          "/.well-known/openid-configuration", exchange -> send(exchange, about()));
      server.createContext(
          "/keys", exchange -> send(exchange, new JWKSet(key.toPublicJWK()).toString()));
      server.createContext("/token", this::token);
      server.start();
    }

    String address() {
      return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void vouch(String address, boolean isVerified) {
      email = address;
      verified = isVerified;
    }

    private String about() {
      return """
      {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
       "jwks_uri":"%1$s/keys","subject_types_supported":["public"],
       "id_token_signing_alg_values_supported":["RS256"],"response_types_supported":["code"]}
      """
          .formatted(address());
    }

    private void token(HttpExchange exchange) throws IOException {
      var sent =
          parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      assertThat(challenge(String.valueOf(sent.get("code_verifier")))).isEqualTo(challenge);
      var now = Instant.now();
      var claims =
          new JWTClaimsSet.Builder()
              .issuer(address())
              .subject("subject")
              .audience("us")
              .issueTime(Date.from(now))
              .expirationTime(Date.from(now.plusSeconds(60)))
              .claim("nonce", nonce)
              .claim("email", email)
              .claim("email_verified", verified)
              .build();
      try {
        var token =
            new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(), claims);
        token.sign(new RSASSASigner(key));
        send(
            exchange,
            """
            {"access_token":"a","token_type":"Bearer","expires_in":60,"id_token":"%s"}
            """
                .formatted(token.serialize()));
      } catch (JOSEException e) {
        throw new IllegalStateException(e);
      }
    }

    private static String challenge(String verifier) {
      try {
        return Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                MessageDigest.getInstance("SHA-256")
                    .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    private static void send(HttpExchange exchange, String json) {
      try (exchange) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
