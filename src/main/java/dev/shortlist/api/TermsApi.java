package dev.shortlist.api;

import dev.shortlist.accounts.Audit;
import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.skills.Skill;
import dev.shortlist.terms.KeptTerm;
import dev.shortlist.terms.OwnTerm;
import dev.shortlist.terms.OwnTerms;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/terms", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Terms", description = "Skills, tools and licences the account added")
class TermsApi {
  private final CurrentAccount account;
  private final OwnTerms terms;
  private final Audit audit;

  TermsApi(CurrentAccount account, OwnTerms terms, Audit audit) {
    this.account = account;
    this.terms = terms;
    this.audit = audit;
  }

  @GetMapping
  @Operation(summary = "All terms the account added")
  TermList list() {
    return new TermList(terms.list(account.id()).stream().map(Term::of).toList());
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Add a term",
      description =
          "CVs and job descriptions that are read from now on know it, in this account only. Refused"
              + " where a name means something else already, or a broader or near skill is unknown.")
  ResponseEntity<Term> add(@RequestBody NewTerm body) {
    var kept = terms.add(account.id(), body.term());
    audit.note(account.id(), "term.add", "term/" + kept.id(), "");
    return ResponseEntity.created(URI.create("/api/v1/terms/" + kept.id())).body(Term.of(kept));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Remove a term")
  void remove(@PathVariable UUID id) {
    if (!terms.remove(account.id(), id)) {
      throw Problem.NOT_FOUND.because("There is no term with the id \"%s\".".formatted(id));
    }
    audit.note(account.id(), "term.remove", "term/" + id, "");
  }

  record TermList(List<Term> terms) {}

  /// A term of the account.
  @Schema(name = "Term")
  record Term(
      UUID id,
      @Schema(example = "Northwind Planner") String name,
      Skill.Kind kind,
      @Schema(description = "Other names with the same meaning") List<String> aliases,
      @Schema(description = "Broader skills") List<String> broader,
      @Schema(description = "Near skills") List<OwnTerm.Near> near) {
    static Term of(KeptTerm kept) {
      var term = kept.term();
      return new Term(
          kept.id(), term.name(), term.kind(), term.aliases(), term.broader(), term.near());
    }
  }

  /// A term to be added.
  @Schema(name = "NewTerm")
  record NewTerm(
      @Schema(example = "Northwind Planner", requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String name,
      @Schema(description = "tool, knowledge, task, soft or licence; absent for a tool")
          @Nullable String kind,
      @Schema(example = "[\"NW Planner\"]") @Nullable List<String> aliases,
      @Schema(description = "Names of broader skills", example = "[\"ERP\"]")
          @Nullable List<String> broader,
      @Schema(
              description =
                  "Near skills, with the share of one that who knows the other shows, 0 to 1")
          @Nullable List<OwnTerm.Near> near) {

    OwnTerm term() {
      return new OwnTerm(
          name == null ? "" : name,
          kindNamed(kind),
          aliases == null ? List.of() : aliases,
          broader == null ? List.of() : broader,
          near == null ? List.of() : near);
    }

    private static Skill.Kind kindNamed(@Nullable String kind) {
      try {
        return kind == null ? Skill.Kind.TOOL : Skill.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw Problem.INVALID_VALUE.because(
            "\"%s\" is not a kind; the kinds are tool, knowledge, task, soft and licence."
                .formatted(kind));
      }
    }
  }
}
