package dev.shortlist.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.RunningShortlist;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

class SignInTest {
  private static final String PASSWORD = "correct horse battery";

  @RegisterExtension
  static final RunningShortlist shortlist = new RunningShortlist(Map.of("shortlist.sign-in", "on"));

  private Visitor browser;
  private User user;

  @BeforeEach
  void a_user_and_a_browser() {
    browser = Visitor.browser(shortlist.address());
    user = user(Role.RECRUITER);
  }

  @Test
  void who_is_not_signed_in_is_led_to_the_sign_in_page_and_back() {
    assertThat(Visitor.location(browser.get("/screenings/7")))
        .isEqualTo("/sign-in?next=%2Fscreenings%2F7");

    var signedIn = signIn(user, PASSWORD, "/screenings/7");

    assertThat(signedIn.statusCode()).isEqualTo(303);
    assertThat(Visitor.location(signedIn)).isEqualTo("/screenings/7");
    assertThat(browser.get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void a_program_without_a_key_gets_a_problem() {
    var answer = Visitor.stranger(shortlist.address()).get("/api/v1/screenings/1");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .hasValueSatisfying(value -> assertThat(value).startsWith("Bearer"));
    assertThat(answer.body()).contains("urn:shortlist:problem:not-signed-in");
  }

  @Test
  void going_on_leads_to_our_own_pages_only() {
    for (String next :
        new String[] {"//evil.example", "/\\evil.example", "https:evil.example", "/%09/x"}) {
      assertThat(Visitor.location(signIn(user, PASSWORD, next))).as(next).isEqualTo("/");
    }
  }

  @Test
  void a_wrong_password_says_no_more_than_an_unknown_address() {
    var wrong = signIn(user, "wrong horse battery", "");
    var unknown =
        browser.post("/sign-in", Map.of("email", "nobody@example.com", "password", PASSWORD));

    assertThat(wrong.statusCode()).isEqualTo(401).isEqualTo(unknown.statusCode());
    assertThat(wrong.body().replace(user.email(), "nobody@example.com")).isEqualTo(unknown.body());
  }

  @Test
  void after_some_failures_one_has_to_wait_even_with_the_right_password() {
    for (int i = 0; i < 5; i++) {
      signIn(user, "wrong horse battery", "");
    }

    var blocked = signIn(user, PASSWORD, "");

    assertThat(blocked.statusCode()).isEqualTo(401);
    assertThat(blocked.body()).contains("Try again in 1");
  }

  @Test
  void signing_out_ends_the_session_and_not_only_the_cookie() {
    signIn(user, PASSWORD, "");
    String session = browser.cookie("shortlist-session");
    browser.post("/sign-out", Map.of());

    assertThat(browser.cookie("shortlist-session")).isEmpty();
    var thief = Visitor.browser(shortlist.address()).withCookie("shortlist-session", session);
    assertThat(Visitor.location(thief.get("/"))).isEqualTo("/sign-in");
  }

  @Test
  void the_cookie_is_out_of_reach_of_scripts_and_other_sites_and_new_every_time() {
    var first = signIn(user, PASSWORD, "");
    assertThat(first.headers().firstValue("Set-Cookie"))
        .hasValueSatisfying(cookie ->
            assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax").contains("Path=/"));
    String before = browser.cookie("shortlist-session");
    signIn(user, PASSWORD, "");
    assertThat(browser.cookie("shortlist-session")).isNotEqualTo(before);
  }

  @Test
  void a_change_that_does_not_come_from_our_pages_is_refused() {
    signIn(user, PASSWORD, "");

    assertThat(
            browser.with("Sec-Fetch-Site", "cross-site").post("/sign-out", Map.of()).statusCode())
        .isEqualTo(403);
    assertThat(
            browser
                .without("Sec-Fetch-Site")
                .with("Origin", "https://evil.example")
                .post("/sample", Map.of())
                .statusCode())
        .isEqualTo(403);
    assertThat(
            Visitor.location(browser.without("Origin", "Sec-Fetch-Site").post("/sample", Map.of())))
        .isEqualTo("/sign-in");
  }

  @Test
  void a_role_that_is_taken_away_is_gone_with_the_next_request() {
    signIn(user, PASSWORD, "");
    assertThat(browser.get("/").statusCode()).isEqualTo(200);
    shortlist.get(Users.class).change(user, Role.AUDITOR);
    assertThat(browser.get("/").statusCode()).isEqualTo(403);
    assertThat(browser.get("/settings/audit").statusCode()).isEqualTo(200);

    shortlist.get(Users.class).disable(user);
    assertThat(Visitor.location(browser.get("/settings"))).startsWith("/sign-in");
  }

  @Test
  void the_code_of_an_app_is_asked_for_and_counts_once() {
    String secret = Totp.secret();
    long step = Instant.now().getEpochSecond() / 30;
    shortlist.get(SignIn.class).setSecondFactor(user, secret, Totp.code(secret, step - 1));
    assertThat(storedTotp(user)).startsWith("v1:").doesNotContain(secret);

    var half = signIn(user, PASSWORD, "");
    assertThat(half.body()).contains("The code of your app");
    assertThat(Visitor.location(browser.get("/"))).isEqualTo("/sign-in");
    assertThat(browser.post("/sign-in/code", Map.of("code", "000 000")).statusCode())
        .isEqualTo(401);
    String code = Totp.code(secret, step);
    assertThat(Visitor.location(browser.post("/sign-in/code", Map.of("code", code))))
        .isEqualTo("/");
    assertThat(browser.get("/").statusCode()).isEqualTo(200);

    signIn(user, PASSWORD, "");
    assertThat(browser.post("/sign-in/code", Map.of("code", code)).statusCode()).isEqualTo(401);
  }

  @Test
  void a_secret_that_an_older_version_wrote_plainly_is_encrypted_and_still_counts() {
    String secret = Totp.secret();
    long step = Instant.now().getEpochSecond() / 30;
    shortlist.get(SignIn.class).setSecondFactor(user, secret, Totp.code(secret, step - 1));
    inAccount(() ->
        shortlist
            .get(JdbcClient.class)
            .sql("update app_user set totp = :plain where id = :id")
            .param("plain", secret)
            .param("id", user.id())
            .update());

    shortlist.get(PlainSecrets.class).seal();
    assertThat(storedTotp(user)).startsWith("v1:");
    signIn(user, PASSWORD, "");
    String code = Totp.code(secret, step);
    assertThat(Visitor.location(browser.post("/sign-in/code", Map.of("code", code))))
        .isEqualTo("/");
  }

  private static String storedTotp(User user) {
    return inAccount(() ->
        shortlist
            .get(JdbcClient.class)
            .sql("select totp from app_user where id = :id")
            .param("id", user.id())
            .query(String.class)
            .single());
  }

  private static <T> T inAccount(Supplier<T> work) {
    return shortlist.get(dev.shortlist.database.Tenancy.class).inAccount(local().value(), work);
  }

  @Test
  void an_invited_user_chooses_a_password_once() {
    var invited = shortlist.get(Users.class).add(local(), unique(), "Ina", Role.VIEWER);
    String path = "/welcome/" + shortlist.get(Links.class).create(invited).value();
    var fields = Map.of("password", PASSWORD, "again", PASSWORD);

    assertThat(browser.get(path).body()).contains("Choose a password");
    assertThat(browser.post(path, Map.of("password", "short", "again", "short")).body())
        .contains("12 to 200 characters");
    assertThat(browser.post(path, fields).statusCode()).isEqualTo(200);
    assertThat(browser.post(path, fields).statusCode()).isEqualTo(422);
    assertThat(browser.get(path).body()).contains("no longer works");
    assertThat(Visitor.location(signIn(invited, PASSWORD, ""))).isEqualTo("/");
  }

  @Test
  void a_new_password_signs_out_everywhere() {
    signIn(user, PASSWORD, "");
    String path = "/welcome/" + shortlist.get(Links.class).create(user).value();
    String other = "another horse battery";
    Visitor.browser(shortlist.address()).post(path, Map.of("password", other, "again", other));

    assertThat(Visitor.location(browser.get("/"))).isEqualTo("/sign-in");
    assertThat(signIn(user, PASSWORD, "").statusCode()).isEqualTo(401);
    assertThat(signIn(user, other, "").statusCode()).isEqualTo(303);
  }

  @Test
  void the_first_owner_is_made_with_a_link() {
    String path = "/welcome/" + shortlist.get(Links.class).createFirst(local()).value();
    String email = unique();
    assertThat(browser.get(path).body()).contains("Become the owner");
    browser.post(
        path, Map.of("email", email, "name", "Olga", "password", PASSWORD, "again", PASSWORD));

    var owner = shortlist.get(Users.class).find(email).orElseThrow();
    assertThat(owner.role()).isEqualTo(Role.OWNER);
    assertThat(Visitor.location(signIn(owner, PASSWORD, ""))).isEqualTo("/");
    assertThat(browser.get("/settings/users").body()).contains(email);
  }

  @Test
  void what_happens_at_the_door_is_logged_without_secrets() {
    signIn(user, "wrong horse battery", "");
    signIn(user, PASSWORD, "");

    assertThat(shortlist.get(Audit.class).list(local(), Long.MAX_VALUE, 2))
        .extracting(AuditEntry::action, AuditEntry::actor)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("sign-in", "user/" + user.id()),
            org.assertj.core.groups.Tuple.tuple("sign-in.refused", "user/" + user.id()));
    assertThat(shortlist.get(Audit.class).firstBroken(local())).isEmpty();
  }

  @Test
  void a_key_works_until_it_is_revoked_and_is_stored_as_a_hash() {
    var keys = shortlist.get(ApiKeys.class);
    var created = keys.create(local(), "crawler", Role.VIEWER, null, "test");
    var program = Visitor.program(shortlist.address(), created.secret().value());

    assertThat(program.get("/api/v1/me").body()).contains("key/" + created.key().id(), "VIEWER");
    assertThat(program.json("POST", "/api/v1/keys", "{\"name\":\"x\"}").statusCode())
        .isEqualTo(403);
    keys.revoke(created.key());
    assertThat(program.get("/api/v1/me").statusCode()).isEqualTo(401);
    String kept =
        shortlist.inAccount(
            local(),
            jdbc ->
                jdbc.sql("select string_agg(api_key::text, ' ') from api_key")
                    .query(String.class)
                    .single());
    assertThat(kept).doesNotContain(created.secret().value());
  }

  @Test
  void an_expired_key_does_not_work() {
    var created =
        shortlist
            .get(ApiKeys.class)
            .create(local(), "short", Role.VIEWER, Duration.ofNanos(1000), "test");

    assertThat(
            Visitor.program(shortlist.address(), created.secret().value())
                .get("/api/v1/me")
                .statusCode())
        .isEqualTo(401);
  }

  private HttpResponse<String> signIn(User who, String password, String next) {
    return browser.post(
        "/sign-in", Map.of("email", who.email(), "password", password, "next", next));
  }

  private static User user(Role role) {
    var added = shortlist.get(Users.class).add(local(), unique(), "Rita", role);
    shortlist
        .get(SignIn.class)
        .setPassword(shortlist.get(Links.class).create(added).value(), PASSWORD);
    if (shortlist.get(Users.class).list(local()).stream().noneMatch(u -> u.role() == Role.OWNER)) {
      shortlist.get(Users.class).add(local(), unique(), "Owner", Role.OWNER);
    }
    return shortlist.get(Users.class).find(local(), added.id()).orElseThrow();
  }

  private static String unique() {
    return "u%s@example.com".formatted(UUID.randomUUID());
  }

  private static AccountId local() {
    return shortlist.get(Accounts.class).local();
  }
}
