package dev.shortlist.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.RunningShortlist;
import dev.shortlist.database.Rows;
import dev.shortlist.intake.GrowingUploads;
import dev.shortlist.intake.Intake;
import dev.shortlist.intake.Upload;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.Screenings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/// Every route that is registered, whoever registered it: which role it takes, and that nobody
/// reaches the rows of another account through it.
@SuppressWarnings("NullAway.Init") // JUnit calls BeforeAll first
class RouteMatrixTest {
  private static final String PASSWORD = "correct horse battery";
  private static final String CANARY = "Canary Heron Avocet";
  private static final Path LIST = Path.of("docs", "routes.md");

  /// Files and pages of libraries, and what answers when nothing else does.
  private static final Set<String> NOT_OURS = Set.of("/**");

  /// Answered by filters, or a file of the program.
  private static final Set<String> NOT_MAPPED =
      Set.of("/oauth2/authorization/**", "/login/oauth2/code/**", "/assets/**");

  /// Bodies without which a route does not look at the id.
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry("/screenings/{number}/decisions/undo", "batch={id}"),
          Map.entry("/screenings/{number}/priority", "to=HIGH"),
          Map.entry("/screenings/{number}/tray/{application}/looked", "seen=true"),
          Map.entry("/screenings/{number}/views", "name=mine"),
          Map.entry("/settings/users/{id}/role", "role=VIEWER"),
          Map.entry("/api/v1/users/{id}", "{\"role\":\"VIEWER\"}"),
          Map.entry("/api/v1/screenings/{key}", "{\"priority\":\"HIGH\"}"),
          Map.entry("/api/v1/screenings/{key}/rematch", "{\"jobDescription\":\"{id}\"}"),
          Map.entry("/api/v1/uploads/{id}/finish", "{\"screening\":\"mine\"}"),
          Map.entry("/api/v1/candidates/{key}/merge", "{\"candidate\":\"{id}\"}"),
          Map.entry(
              "/api/v1/decisions",
              "{\"applications\":[\"{id}\"],\"verdict\":\"REJECTED\",\"reason\":\"x\"}"),
          Map.entry("/api/v1/mails/preview", "{\"applications\":[\"{id}\"],\"kind\":\"INVITE\"}"),
          Map.entry("/screenings/{number}/applications/{application}/decision", "verdict=ON_HOLD"),
          Map.entry(
              "/screenings/{number}/applications/{application}/corrections", "what=name&value=x"),
          Map.entry("/screenings/{number}/applications/{application}/merge", "other={id}"),
          Map.entry("/screenings/{number}/names", "shown=true"),
          Map.entry("/screenings/{number}/applications/{application}/names", "shown=true"));

  private static final String FILE =
      "--edge\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.txt\"\r\n\r\nA\r\n--edge--\r\n";

  private static final String NOBODYS = UUID.randomUUID().toString();

  /// An unknown task is one that waits, as in the program this dialect was made for.
  private static final Set<String> NEVER_404 = Set.of("/process/status/{key}");

  @RegisterExtension
  static final RunningShortlist shortlist =
      new RunningShortlist(
          Map.of(
              "shortlist.sign-in", "on",
              "shortlist.limits.client", "1000000",
              "shortlist.limits.account", "1000000"));

  @TempDir static Path folder;

  private static AccountId mine;
  private static Visitor user;
  private static Visitor program;
  private static final Map<Role, Visitor> PROGRAMS = new EnumMap<>(Role.class);

  /// What the other account has, by what it is.
  private static final Map<String, String> FOREIGN = new LinkedHashMap<>();

  private record Route(String method, String pattern, String consumes) {
    Permission permission() {
      return rule().permission();
    }

    Routes.Rule rule() {
      var request = new MockHttpServletRequest(method, filled("x"));
      ServletRequestPathUtils.parseAndCache(request);
      return Routes.rule(request)
          .orElseThrow(() ->
              new AssertionError(
                  method
                      + " "
                      + pattern
                      + " has no rule in Routes: say there which permission it takes"));
    }

    String filled(String id) {
      return pattern.replaceAll("\\{\\*?[^}]*}", id).replace("/**", "").replace("**", "");
    }

    boolean hasId() {
      return pattern.contains("{") || body("").contains("{id}");
    }

    String body(String id) {
      if (consumes.contains("multipart")) {
        return FILE;
      }
      String body = BODIES.getOrDefault(pattern, consumes.contains("json") ? "{}" : "");
      return id.isEmpty() ? body : body.replace("{id}", id);
    }

    String type() {
      if (consumes.contains("multipart")) {
        return "multipart/form-data; boundary=edge";
      }
      return consumes.isEmpty() && body("").contains("=")
          ? "application/x-www-form-urlencoded"
          : consumes;
    }

    HttpResponse<String> ask(Visitor visitor, String id) {
      return visitor.send(method, filled(id), type(), body(id));
    }
  }

  @BeforeAll
  static void two_accounts() throws IOException {
    mine = shortlist.get(Accounts.class).local();
    var owner = shortlist.get(Users.class).add(mine, "mine@example.com", "Mia", Role.OWNER);
    var link = shortlist.get(Links.class).create(owner).value();
    shortlist.get(SignIn.class).setPassword(link, PASSWORD);
    user = Visitor.browser(shortlist.address()).with("Accept", "text/html, */*");
    user.post("/sign-in", Map.of("email", "mine@example.com", "password", PASSWORD));
    for (Role role : Role.values()) {
      PROGRAMS.put(role, Visitor.program(shortlist.address(), key(role)));
    }
    program = program(Role.OWNER);
    ours();
    theirs();
  }

  private static void ours() throws IOException {
    var screening = shortlist.get(Screenings.class).create(mine, "Mine", null, "mine");
    var cv = Files.writeString(folder.resolve("own.txt"), "Ann Archer\n\nSkills\nSAP, Excel\n");
    shortlist.get(Intake.class).add(mine, screening.id(), List.of(new Upload("own.txt", cv)));
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> shortlist.get(Screenings.class).progress(mine, screening.id()).finished() == 1);
  }

  private static Visitor program(Role role) {
    return Objects.requireNonNull(PROGRAMS.get(role));
  }

  private static String key(Role role) {
    return shortlist
        .get(ApiKeys.class)
        .create(mine, role.name(), role, null, "test")
        .secret()
        .value();
  }

  private static void theirs() throws IOException {
    var account = shortlist.get(Accounts.class).create("theirs");
    var job =
        shortlist
            .get(JobDescriptions.class)
            .create(account, CANARY, "Accountant\n\nRequirements\n- SAP\n", "their-job");
    shortlist.get(Screenings.class).create(account, CANARY, job.id(), "their-first");
    var screening = shortlist.get(Screenings.class).create(account, CANARY, job.id(), "their-own");
    var cv = Files.writeString(folder.resolve("cv.txt"), CANARY + "\n\nSkills\nSAP, Excel\n");
    shortlist.get(Intake.class).add(account, screening.id(), List.of(new Upload("cv.txt", cv)));
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            shortlist.get(Screenings.class).progress(account, screening.id()).finished() == 1);
    var other = shortlist.get(Users.class).add(account, "theirs@example.com", CANARY, Role.OWNER);
    var key = shortlist.get(ApiKeys.class).create(account, CANARY, Role.OWNER, null, "test");
    FOREIGN.put("job description", job.id().toString());
    FOREIGN.put("screening", screening.id().toString());
    FOREIGN.put("screening's number", "2");
    FOREIGN.put("screening's reference", "their-own");
    FOREIGN.put("job description's reference", "their-job");
    FOREIGN.put("application", id(account, "application"));
    FOREIGN.put("candidate", id(account, "candidate"));
    FOREIGN.put("reading", id(account, "reading"));
    FOREIGN.put("match", id(account, "match"));
    FOREIGN.put(
        "upload", shortlist.get(GrowingUploads.class).begin(account, CANARY, 1).id().toString());
    FOREIGN.put("user", other.id().toString());
    FOREIGN.put("key", key.key().id().toString());
    FOREIGN.put("account", account.toString());
    FOREIGN.put("account's alias", "theirs");
  }

  private static String id(AccountId account, String table) {
    return shortlist
        .inAccount(
            account,
            jdbc ->
                jdbc.sql("select id from " + table)
                    .query((row, number) -> Rows.id(row, "id"))
                    .single())
        .toString();
  }

  @Test
  void the_list_of_routes_is_the_one_in_the_docs() throws IOException {
    var lines = new StringBuilder();
    for (Route route : routes()) {
      if (route.pattern().matches(".*/\\*(swagger|index).*")) {
        continue; // files of a library, under names with its version
      }
      var permission = route.permission();
      String roles =
          switch (permission) {
            case ENTER -> "anybody";
            case OPERATE -> "operator";
            default ->
                Arrays.stream(Role.values())
                    .filter(permission::isGivenTo)
                    .map(role -> role.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
          };
      lines.append(
          "| %s | `%s` | %s | %s |%n"
              .formatted(route.method(), route.pattern(), permission.name(), roles));
    }
    String expected =
        """
        # Routes
        Every address of the program, the permission it asks for and the roles that have it. Checked against the
        running program by `RouteMatrixTest`, which also writes it: `-Dshortlist.routes=write`.

        | Method | Address | Permission | Roles |
        |---|---|---|---|
        """
            + lines;
    if ("write".equals(System.getProperty("shortlist.routes"))) {
      Files.writeString(LIST, expected);
    }
    assertThat(Files.readString(LIST))
        .as("a route came or went: look at its permission, and write the list anew")
        .isEqualTo(expected);
  }

  @Test
  void every_rule_is_the_one_of_a_route_there_is() {
    var rules = new LinkedHashSet<>(Routes.rules());
    routes().forEach(route -> rules.remove(route.rule()));
    rules.removeIf(rule -> NOT_MAPPED.stream().anyMatch(rule.address().toString()::contains));

    assertThat(rules).as("a rule that lets somebody in where nothing is").isEmpty();
  }

  @Test
  void without_sign_in_nobody_gets_beyond_the_door() {
    for (Route route : routes()) {
      var stranger = route.ask(Visitor.stranger(shortlist.address()), "1");
      var person =
          route.ask(Visitor.stranger(shortlist.address()).with("Accept", "text/html"), "1");
      if (route.permission() == Permission.ENTER) {
        assertThat(stranger.statusCode()).as("%s", route).isNotEqualTo(403);
      } else {
        assertThat(stranger.statusCode()).as("%s", route).isEqualTo(401);
        assertThat(person.statusCode()).as("%s", route).isEqualTo(303);
        assertThat(Visitor.location(person)).as("%s", route).startsWith("/sign-in");
      }
    }
  }

  @Test
  void a_role_gets_where_it_may_and_nowhere_else() {
    for (Route route : routes()) {
      for (Role role : Role.values()) {
        var permission = route.permission();
        if (permission == Permission.ENTER || route.pattern().contains("/ws/")) {
          continue; // a socket of a dialect has the account in its address, which must be one's own
        }
        int status = route.ask(program(role), UUID.randomUUID().toString()).statusCode();
        if (permission == Permission.OPERATE || !permission.isGivenTo(role)) {
          assertThat(status).as("%s as %s", route, role).isEqualTo(403);
        } else {
          assertThat(status).as("%s as %s", route, role).isNotIn(401, 403);
        }
      }
    }
  }

  @Test
  void what_another_account_has_is_not_there_whoever_asks_and_however() {
    var wrong = new TreeSet<String>();
    int asked = 0;
    for (Route route : routes()) {
      if (!route.hasId() || route.permission() == Permission.ENTER) {
        continue;
      }
      for (var visitor : List.of(user, program)) {
        var expectations = new HashMap<String, HttpResponse<String>>();
        for (var foreign : FOREIGN.entrySet()) {
          String unknown = unknown(foreign.getValue());
          var expected = expectations.computeIfAbsent(unknown, id -> route.ask(visitor, id));
          var answer = route.ask(visitor, foreign.getValue());
          asked++;
          boolean hidden =
              answer.statusCode() == expected.statusCode()
                  && !answer.body().contains(CANARY)
                  && (answer.statusCode() == 404
                      || (answer.statusCode() == 400 && !isId(foreign.getValue()))
                      || route.permission() == Permission.OPERATE
                      || (NEVER_404.contains(route.pattern())
                          && answer.body().equals(expected.body())));
          if (!hidden) {
            wrong.add(
                "%s %s with the other's %s: %d %s"
                    .formatted(
                        route.method(),
                        route.pattern(),
                        foreign.getKey(),
                        answer.statusCode(),
                        answer.body().lines().limit(1).collect(Collectors.joining())));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(asked).isGreaterThan(500);
  }

  /// Something of the same form that nobody has.
  private static String unknown(String id) {
    if (isId(id)) {
      return NOBODYS;
    }
    return id.matches("[0-9]+") ? "4711" : "nobody-has-this";
  }

  private static boolean isId(String id) {
    return Rows.idIn(id).isPresent();
  }

  /// Two ids in one address: one's own screening does not open another's application.
  @Test
  void an_own_parent_does_not_open_a_foreign_child() {
    for (Route route : routes()) {
      if (!route.pattern().matches("/screenings/\\{number}/applications/\\{application}.*")
          || route.permission() == Permission.ENTER) {
        continue;
      }
      String path =
          route
              .filled("1")
              .replaceFirst("applications/1", "applications/" + FOREIGN.get("application"));
      var answer = user.send(route.method(), path, route.type(), route.body("1"));
      assertThat(answer.statusCode()).as("%s", route).isEqualTo(404);
      assertThat(answer.body()).doesNotContain(CANARY);
    }
  }

  /// What is one's own takes nothing of another account in, by whichever name it is called.
  @Test
  void an_id_in_a_body_reaches_nothing_of_another_account() {
    String application = id(mine, "application");
    for (String job : List.of("job description", "job description's reference")) {
      String body = "{\"jobDescription\":\"%s\"}".formatted(FOREIGN.get(job));
      isNotThere("/api/v1/screenings", body);
      isNotThere("/api/v1/screenings/mine/rematch", body);
    }
    isNotThere(
        "/api/v1/candidates/%s/merge".formatted(id(mine, "candidate")),
        "{\"candidate\":\"%s\"}".formatted(FOREIGN.get("candidate")));
    isNotThere(
        "/api/v1/decisions",
        "{\"applications\":[\"%s\",\"%s\"],\"verdict\":\"REJECTED\",\"reason\":\"x\"}"
            .formatted(application, FOREIGN.get("application")));
    isNotThere(
        "/api/v1/mails",
        "{\"applications\":[\"%s\",\"%s\"],\"kind\":\"INVITE\"}"
            .formatted(application, FOREIGN.get("application")));
    assertThat(program.get("/api/v1/applications/" + application + "/decisions").body())
        .doesNotContain("REJECTED");
    var form =
        program.send(
            "POST",
            "/api/v1/screenings",
            "multipart/form-data; boundary=edge",
            FILE.replace(
                "--edge--",
                "--edge\r\nContent-Disposition: form-data; name=\"jobDescription\"\r\n\r\n%s\r\n--edge--"
                    .formatted(FOREIGN.get("job description"))));
    assertThat(form.statusCode()).isEqualTo(404);
  }

  private static void isNotThere(String path, String body) {
    var answer = program.json("POST", path, body);
    assertThat(answer.statusCode()).as("%s %s", path, body).isEqualTo(404);
    assertThat(answer.body()).doesNotContain(CANARY);
  }

  @Test
  void a_web_socket_opens_for_a_known_caller_and_shows_nothing_of_others() throws Exception {
    assertThat(refused("")).isEqualTo(401);
    assertThat(refused("?token=sl_nonsense")).isEqualTo(401);
    for (String id : FOREIGN.values()) {
      String told = told("?token=" + key(Role.VIEWER), "{\"subscribe\":\"%s\"}".formatted(id));
      assertThat(told).as(id).doesNotContain(CANARY).contains("not-found");
    }
  }

  private static int refused(String query) {
    try {
      open(query, new CompletableFuture<>()).abort();
      return 101;
    } catch (CompletionException e) {
      return Objects.requireNonNull((WebSocketHandshakeException) e.getCause())
          .getResponse()
          .statusCode();
    }
  }

  private static String told(String query, String message) throws Exception {
    var answer = new CompletableFuture<String>();
    var socket = open(query, answer);
    socket.sendText(message, true).get(60, TimeUnit.SECONDS);
    String told = answer.get(60, TimeUnit.SECONDS);
    socket.abort();
    return told;
  }

  private static WebSocket open(String query, CompletableFuture<String> answer) {
    return HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .buildAsync(
            URI.create(shortlist.address().replace("http", "ws") + "/api/v1/events" + query),
            new WebSocket.Listener() {
              @Override
              public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
                answer.complete(data.toString());
                return WebSocket.Listener.super.onText(socket, data, last);
              }
            })
        .join();
  }

  private static List<Route> routes() {
    var routes = new ArrayList<Route>();
    for (var mapping : shortlist.all(RequestMappingInfoHandlerMapping.class)) {
      mapping.getHandlerMethods().keySet().forEach(info -> routes.addAll(routes(info)));
    }
    for (var mapping : shortlist.all(AbstractUrlHandlerMapping.class)) {
      mapping.getHandlerMap().keySet().stream()
          .filter(pattern -> !NOT_OURS.contains(pattern))
          .forEach(pattern -> routes.add(new Route("GET", pattern, "")));
    }
    assertThat(routes).hasSizeGreaterThan(30);
    return routes.stream()
        .distinct()
        .sorted(
            Comparator.comparing(Route::pattern)
                .thenComparing(Route::method)
                .thenComparing(Route::consumes))
        .collect(
            Collectors.collectingAndThen(
                Collectors.toMap(
                    route -> route.method() + route.pattern(),
                    route -> route,
                    (first, second) -> first.consumes().contains("json") ? first : second,
                    LinkedHashMap::new),
                kept -> List.copyOf(kept.values())));
  }

  private static List<Route> routes(RequestMappingInfo info) {
    var methods =
        info.getMethodsCondition().getMethods().isEmpty()
            ? List.of("GET", "POST")
            : info.getMethodsCondition().getMethods().stream().map(Enum::name).toList();
    String consumes =
        info.getConsumesCondition().getConsumableMediaTypes().stream()
            .map(Object::toString)
            .findFirst()
            .orElse("");
    return info.getPatternValues().stream()
        .flatMap(pattern -> methods.stream().map(method -> new Route(method, pattern, consumes)))
        .toList();
  }
}
