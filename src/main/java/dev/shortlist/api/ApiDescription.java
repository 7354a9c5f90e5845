package dev.shortlist.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The OpenAPI description at `/openapi` and its page at `/api/docs`.
@Configuration(proxyBeanMethods = false)
class ApiDescription {
  private static final String PROBLEM = "Problem";

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .components(new Components().addSchemas(PROBLEM, problem()))
        .info(
            new Info()
                .title("Shortlist")
                .version("v1")
                .description(
                    """
                    Turns a pile of CVs and a job description into a ranked, explained shortlist.

                    Send CVs and a job description to `POST /api/v1/screenings`, poll the screening \
                    until its state is `COMPLETED`, then read its applications. Nothing is lost: \
                    every file sent is ranked, in the review tray with its reason, or a duplicate. \
                    The machine ranks; a person decides.

                    Whatever goes wrong is answered as `application/problem+json` with a `type` to \
                    rely on and a `detail` that says what to do.
                    """)
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
  }

  @Bean
  OperationCustomizer problemResponses() {
    var problem = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
    var content =
        new Content().addMediaType("application/problem+json", new MediaType().schema(problem));
    return (operation, method) -> {
      operation
          .getResponses()
          .addApiResponse("default", new ApiResponse().description("Problem").content(content));
      return operation;
    };
  }

  /// Names that stay when an address is added: generated clients call by them.
  @Bean
  OperationCustomizer operationIds() {
    return (operation, method) -> {
      String api = method.getBeanType().getSimpleName().replaceFirst("Api$", "");
      return operation.operationId(api + "_" + method.getMethod().getName());
    };
  }

  /// A field that may be null is one that may be absent: the words for "this or null" are lost on
  /// most generators.
  @Bean
  OpenApiCustomizer nullableFields() {
    return description -> {
      for (Schema<?> schema : description.getComponents().getSchemas().values()) {
        fields(schema)
            .filter(field -> field.get$ref() != null)
            .forEach(field -> field.setTypes(null));
      }
    };
  }

  private static Stream<Schema<?>> fields(Schema<?> schema) {
    var fields = Stream.<Schema<?>>builder();
    if (schema.getProperties() != null) {
      for (Schema<?> field : schema.getProperties().values()) {
        fields.add(field);
      }
    }
    return fields.build();
  }

  private static Schema<?> problem() {
    return new ObjectSchema()
        .description("What is wrong, as in RFC 9457")
        .addProperty("type", text("Which problem, to rely on", "urn:shortlist:problem:not-found"))
        .addProperty("title", text("The problem in a few words", "There is no such thing"))
        .addProperty("status", new IntegerSchema().description("The HTTP status").example(404))
        .addProperty("detail", text("What, with which value, and what to do", null))
        .addProperty("instance", text("The address", null))
        .addProperty("errorId", text("What to look for in the log, of the unexpected", null));
  }

  private static Schema<?> text(String description, @Nullable String example) {
    return new StringSchema().description(description).example(example);
  }
}
