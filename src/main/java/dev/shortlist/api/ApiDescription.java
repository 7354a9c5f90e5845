package dev.shortlist.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The OpenAPI description at `/openapi` and its page at `/api/docs`.
@Configuration(proxyBeanMethods = false)
class ApiDescription {

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
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
    var problem = new Schema<>().$ref("#/components/schemas/ProblemDetail");
    var content =
        new Content().addMediaType("application/problem+json", new MediaType().schema(problem));
    return (operation, method) -> {
      operation
          .getResponses()
          .addApiResponse("default", new ApiResponse().description("Problem").content(content));
      return operation;
    };
  }
}
