package dev.shortlist.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.blind.Blind;
import dev.shortlist.blind.Sight;
import dev.shortlist.match.Weights;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.Reranking;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screenings;
import dev.shortlist.screening.StoredJobDescription;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Applications")
class WhatIfApi {
  private static final int MOST = 500;
  private static final int MOST_OF_A_WEIGHT = 1000;

  private final CurrentUser user;
  private final Blind blind;
  private final CurrentAccount account;
  private final Screenings screenings;
  private final JobDescriptions jobDescriptions;
  private final Reranking reranking;

  WhatIfApi(
      CurrentUser user,
      Blind blind,
      CurrentAccount account,
      Screenings screenings,
      JobDescriptions jobDescriptions,
      Reranking reranking) {
    this.user = user;
    this.blind = blind;
    this.account = account;
    this.screenings = screenings;
    this.jobDescriptions = jobDescriptions;
    this.reranking = reranking;
  }

  @GetMapping(
      path = "/api/v1/screenings/{key}/what-if",
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "The ranking as it would be with other weights",
      description =
          "From stored points: nothing is read or matched again, and nothing is changed. Weights"
              + " that are left out are those of the job description. To keep them, send them to the"
              + " job description's requirements and match again.")
  WhatIfBody whatIf(
      @Parameter(description = "Id, number or reference of the screening", example = "3")
          @PathVariable
          String key,
      @ParameterObject Wished wished,
      @Parameter(description = "`next` of the page before") @RequestParam(defaultValue = "0")
          int cursor,
      @RequestParam(defaultValue = "100") int limit) {
    var screening =
        screenings.find(account.id(), key).orElseThrow(() -> ScreeningsApi.unknown(key));
    var weights = wished.weights(asked(screening));
    int from = Fields.cursor(cursor);
    int most = Fields.limit(limit, MOST);
    var sight = blind.sight(user.principal(), screening.id());
    var places =
        reranking
            .reranked(account.id(), screening.id(), weights, Map.of(), from, most)
            .page()
            .stream()
            .map(moved -> Place.of(moved, sight))
            .toList();
    return new WhatIfBody(weights, places, places.size() == most ? from + most : null);
  }

  private Weights asked(Screening screening) {
    return Optional.ofNullable(screening.jobDescription())
        .flatMap(id -> jobDescriptions.find(account.id(), id))
        .map(StoredJobDescription::weights)
        .orElse(Weights.STANDARD);
  }

  /// Weights in an address.
  record Wished(
      @Parameter(example = "50") @Nullable Integer technicalSkills,
      @Parameter(example = "30") @Nullable Integer experience,
      @Nullable Integer education,
      @Nullable Integer softSkills,
      @Nullable Integer culture) {

    Weights weights(Weights absent) {
      try {
        return new Weights(
            or("technicalSkills", technicalSkills, absent.technicalSkills()),
            or("experience", experience, absent.experience()),
            or("education", education, absent.education()),
            or("softSkills", softSkills, absent.softSkills()),
            or("culture", culture, absent.culture()));
      } catch (IllegalArgumentException e) {
        throw Problem.INVALID_VALUE.because(
            "The weights cannot be: %s; they are whole numbers like 40, 30, 15, 15 and 0."
                .formatted(e.getMessage()));
      }
    }

    private static int or(String field, @Nullable Integer given, int absent) {
      return given == null ? absent : Fields.within(field, given, 0, MOST_OF_A_WEIGHT);
    }
  }

  /// A ranking as it would be.
  @Schema(name = "WhatIf")
  record WhatIfBody(
      Weights weights,
      @Schema(description = "With the rank, score and recommendation they would have")
          List<Place> applications,
      @Schema(description = "Cursor of the next page; null on the last", nullable = true)
          @Nullable Integer next) {}

  @Schema(name = "WhatIfPlace")
  record Place(
      @Schema(description = "Place it has now, from 1") int formerRank,
      @JsonUnwrapped ApplicationBody application) {
    static Place of(Reranking.Moved moved, Sight sight) {
      return new Place(moved.former(), ApplicationBody.of(sight.seen(moved.now())));
    }
  }
}
