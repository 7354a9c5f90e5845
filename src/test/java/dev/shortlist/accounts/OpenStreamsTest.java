package dev.shortlist.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.RunningShortlist;
import dev.shortlist.screening.Screenings;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What is open ends when who opened it is out.
@Timeout(180)
@SuppressWarnings("NullAway.Init") // JUnit calls BeforeAll first
class OpenStreamsTest {
  private static final String PASSWORD = "correct horse battery";
  private static final Duration LONG = Duration.ofSeconds(60);

  @RegisterExtension
  static final RunningShortlist shortlist = new RunningShortlist(Map.of("shortlist.sign-in", "on"));

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static AccountId account;
  private static User owner;

  @BeforeAll
  static void a_screening_to_watch() {
    account = shortlist.get(Accounts.class).local();
    owner = user("owner@example.com", Role.OWNER);
    shortlist.get(Screenings.class).create(account, "Watched", null, "watched");
  }

  @Test
  void a_stream_of_events_ends_when_its_user_signs_out() throws Exception {
    var browser = signedIn(user("leaves@example.com", Role.VIEWER));
    var stream = events("Cookie", "shortlist-session=" + browser.cookie("shortlist-session"));

    browser.post("/sign-out", Map.of());

    assertThat(end(stream)).isTrue();
  }

  @Test
  void a_stream_of_events_ends_when_its_user_is_disabled() throws Exception {
    var user = user("removed@example.com", Role.VIEWER);
    var browser = signedIn(user);
    var stream = events("Cookie", "shortlist-session=" + browser.cookie("shortlist-session"));

    shortlist.get(Staff.class).disable(admin(), user.id());

    assertThat(end(stream)).isTrue();
  }

  @Test
  void streams_and_sockets_end_when_their_key_is_revoked_and_those_of_others_go_on()
      throws Exception {
    var key = key(Role.VIEWER);
    var other = key(Role.VIEWER);
    var stream = events("Authorization", "Bearer " + key.secret().value());
    var closed = socket("/api/v1/events", key);
    var dialect = socket("/api/v1/cv-processing/ws/" + account, key);
    var staying = socket("/api/v1/events", other);

    shortlist.get(Staff.class).revokeKey(admin(), key.key().id());

    assertThat(end(stream)).isTrue();
    closed.get(LONG.toSeconds(), TimeUnit.SECONDS);
    dialect.get(LONG.toSeconds(), TimeUnit.SECONDS);
    assertThat(staying).isNotDone();
  }

  @Test
  void a_socket_ends_when_its_user_may_no_longer_see_screenings() throws Exception {
    var user = user("auditor@example.com", Role.VIEWER);
    var browser = signedIn(user);
    var stream = events("Cookie", "shortlist-session=" + browser.cookie("shortlist-session"));

    shortlist.get(Staff.class).change(admin(), user.id(), Role.AUDITOR);

    assertThat(end(stream)).isTrue();
  }

  private static Principal admin() {
    return new Principal(account, new Principal.Caller.User(owner.id()), Role.OWNER);
  }

  private static User user(String email, Role role) {
    var user = shortlist.get(Users.class).add(account, email, email, role);
    var link = shortlist.get(Links.class).create(user).value();
    shortlist.get(SignIn.class).setPassword(link, PASSWORD);
    return user;
  }

  private static Visitor signedIn(User user) {
    var browser = Visitor.browser(shortlist.address());
    var answer =
        browser.post("/sign-in", Map.of("email", user.email(), "password", PASSWORD, "next", ""));
    assertThat(answer.statusCode()).isEqualTo(303);
    return browser;
  }

  private static ApiKey.Created key(Role role) {
    return shortlist
        .get(ApiKeys.class)
        .create(account, "k" + UUID.randomUUID(), role, null, "test");
  }

  /// An open stream, of which the first bytes have come.
  private static InputStream events(String header, String value) throws Exception {
    var answer =
        CLIENT.send(
            HttpRequest.newBuilder(
                    URI.create(shortlist.address() + "/api/v1/screenings/watched/events"))
                .header(header, value)
                .header("Sec-Fetch-Site", "same-origin")
                .build(),
            BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().read()).isNotNegative();
    return answer.body();
  }

  /// Whether the stream comes to its end by itself, within some seconds.
  private static boolean end(InputStream stream) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads
          .submit(() -> stream.transferTo(OutputStream.nullOutputStream()))
          .get(LONG.toSeconds(), TimeUnit.SECONDS);
      return true;
    }
  }

  private static CompletableFuture<Integer> socket(String path, ApiKey.Created key) {
    var closed = new CompletableFuture<Integer>();
    CLIENT
        .newWebSocketBuilder()
        .buildAsync(
            URI.create(
                "%s%s?token=%s"
                    .formatted(
                        shortlist.address().replace("http", "ws"), path, key.secret().value())),
            new WebSocket.Listener() {
              @Override
              public @Nullable CompletionStage<?> onClose(
                  WebSocket socket, int status, String reason) {
                closed.complete(status);
                return null;
              }
            })
        .join();
    return closed;
  }
}
