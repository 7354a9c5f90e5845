package dev.shortlist.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.RunningShortlist;
import dev.shortlist.api.HttpCalls.Answer;
import dev.shortlist.api.HttpCalls.Multipart;
import java.lang.reflect.RecordComponent;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// A name that the API does not know is refused wherever it stands, and never passed over.
@Tag("slow")
class UnknownNamesTest {
  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  private final HttpCalls calls = new HttpCalls(shortlist.address());

  /// @param type of the body it takes, empty when it takes any
  private record Route(String method, String path, String type, HandlerMethod handler) {
    boolean takesJson() {
      return body().isPresent();
    }

    /// What it needs to be read, and a field.
    String bodyWith(String field) {
      return Stream.concat(
              Stream.of(field),
              Arrays.stream(body().orElseThrow().getRecordComponents())
                  .filter(component -> component.getType().isPrimitive())
                  .map(RecordComponent::getName))
          .map("\"%s\": 1"::formatted)
          .collect(Collectors.joining(", ", "{", "}"));
    }

    Optional<Class<?>> body() {
      return Arrays.stream(handler.getMethodParameters())
          .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
          .<Class<?>>map(MethodParameter::getParameterType)
          .findFirst();
    }
  }

  @Test
  void every_route_refuses_an_unknown_parameter() {
    assertThat(routes())
        .hasSizeGreaterThan(80)
        .allSatisfy(route -> {
          byte[] body =
              route.takesJson() ? "{}".getBytes(StandardCharsets.UTF_8) : new Multipart().whole();
          var request =
              calls
                  .request(route.path() + "?zzz=1")
                  .method(route.method(), BodyPublishers.ofByteArray(body));
          if (!route.type().isEmpty()) {
            request.header("Content-Type", route.type() + "; boundary=" + Multipart.BOUNDARY);
          }
          refused(calls.send(request), "\"zzz\" is not known here");
        });
  }

  @Test
  void every_route_with_a_json_body_refuses_an_unknown_field() {
    var routes = routes().stream().filter(Route::takesJson).toList();

    assertThat(routes)
        .hasSizeGreaterThan(20)
        .allSatisfy(route -> {
          assertThat(route.body().orElseThrow().getPackageName()).isEqualTo("dev.shortlist.api");
          refused(
              calls.send(
                  calls
                      .request(route.path())
                      .header("Content-Type", "application/json")
                      .method(route.method(), BodyPublishers.ofString(route.bodyWith("zzz")))),
              "\"zzz\" is not known here");
        });
  }

  @Test
  void the_name_that_may_be_meant_is_said() {
    refused(calls.get("/api/v1/screenings?limt=3"), "Did you mean \"limit\"?");
    refused(
        calls.get("/api/v1/screenings/1/applications?min_score=40"), "Did you mean \"minScore\"?");
    refused(
        calls.postJson("/api/v1/job-descriptions", "{\"text\": \"Java\", \"referense\": \"x\"}"),
        "Did you mean \"reference\"? It takes: title, text, reference.");
  }

  @Test
  void a_field_inside_another_is_named_by_its_way() {
    var put =
        calls
            .request("/api/v1/job-descriptions/1/requirements")
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString("{\"requirements\": [{\"id\": \"r1\", \"wieght\": 1}]}"));

    refused(
        calls.send(put), "\"requirements[0].wieght\" is not known here. Did you mean \"weight\"?");
  }

  @Test
  void a_file_in_a_field_nobody_knows_is_not_lost_in_silence() {
    var form =
        new Multipart()
            .field("jobDescriptionText", "We need 3 years of Java")
            .file("files", "ann.txt", "Ann Archer, Java developer")
            .file("file", "bob.txt", "Bob Baker, Java developer");

    refused(calls.post("/api/v1/screenings", form), "Did you mean \"files\"?");
  }

  @Test
  void dialects_pass_over_what_they_do_not_know() {
    assertThat(calls.get("/api/v1/jobs/my-jobs?zzz=1").status()).isEqualTo(200);
    assertThat(calls.postJson("/api/v1/cv-batches", "{\"title\": \"a\", \"zzz\": 1}").status())
        .isEqualTo(201);
  }

  private static void refused(Answer answer, String why) {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
    assertThat(answer.json().path("type").asString())
        .isEqualTo("urn:shortlist:problem:unknown-name");
    assertThat(answer.json().path("detail").asString()).contains(why);
  }

  private static List<Route> routes() {
    return shortlist.all(RequestMappingHandlerMapping.class).stream()
        .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
        .filter(
            entry -> entry.getValue().getBeanType().getPackageName().equals("dev.shortlist.api"))
        .flatMap(entry ->
            entry.getKey().getMethodsCondition().getMethods().stream()
                .map(method ->
                    new Route(
                        method.name(),
                        entry
                            .getKey()
                            .getPatternValues()
                            .iterator()
                            .next()
                            .replaceAll("\\{[^}]*}", UUID.randomUUID().toString()),
                        entry.getKey().getConsumesCondition().getConsumableMediaTypes().stream()
                            .map(Object::toString)
                            .collect(Collectors.joining()),
                        entry.getValue())))
        .toList();
  }
}
