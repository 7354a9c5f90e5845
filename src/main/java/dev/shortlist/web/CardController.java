package dev.shortlist.web;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.intake.NotScreenable;
import dev.shortlist.match.Weights;
import dev.shortlist.pool.Pool;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.RevisionOutdated;
import dev.shortlist.screening.StoredJobDescription;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.TextExtractor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/// The requirements card while it is being corrected: what a text asks for, and what each change
/// makes of it.
@Controller
@RequestMapping("/job-descriptions")
class CardController {
  /// As many CVs are matched in about a third of a second.
  private static final int LOOKED_AT = 300;

  private final Pages pages;
  private final CurrentAccount account;
  private final JobDescriptions jobDescriptions;
  private final Pool pool;
  private final Taxonomy taxonomy;
  private final TextExtractor extractor;

  CardController(
      Pages pages,
      CurrentAccount account,
      JobDescriptions jobDescriptions,
      Pool pool,
      Taxonomy taxonomy,
      TextExtractor extractor) {
    this.pages = pages;
    this.account = account;
    this.jobDescriptions = jobDescriptions;
    this.pool = pool;
    this.taxonomy = taxonomy;
    this.extractor = extractor;
  }

  /// The card as the form makes it. Nothing is kept.
  @PostMapping("/card")
  View card(@RequestParam MultiValueMap<String, String> form) {
    return pages.show("card", view(form));
  }

  /// How the newest CVs of the pool answer each requirement of the card.
  @PostMapping("/card/pool")
  View pool(@RequestParam MultiValueMap<String, String> form) {
    var content = draft(form).content();
    return pages.show("shown", PoolShare.of(content, pool.shown(account.id(), content, LOOKED_AT)));
  }

  /// The words of a file, to be looked at before anything is kept.
  @PostMapping(
      path = "/text",
      consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
      produces = MediaType.TEXT_PLAIN_VALUE)
  @ResponseBody
  ResponseEntity<String> text(@RequestPart MultipartFile file) throws IOException {
    Path kept = Files.createTempFile("shortlist-post", "");
    try {
      file.transferTo(kept.toFile());
      String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
      return switch (extractor.extract(kept, name)) {
        case Extraction.Text text -> ResponseEntity.ok(text.text().text());
        case Extraction.Unreadable(var reason, var detail) ->
            ResponseEntity.unprocessableContent().body(Words.unreadable(reason, detail));
      };
    } finally {
      Files.deleteIfExists(kept);
    }
  }

  /// Keeps the card: as a new job description, or as the next revision of the one it came from.
  @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  ResponseEntity<Kept> keep(@RequestParam MultiValueMap<String, String> form) {
    AccountId id = account.id();
    var draft = draft(form);
    if (!draft.trouble().isEmpty()) {
      return ResponseEntity.unprocessableContent().body(Kept.not(draft.trouble()));
    }
    if (draft.content().requirements().isEmpty()) {
      return ResponseEntity.unprocessableContent().body(Kept.not(Texts.say("card.asks-nothing")));
    }
    var before = base(id, form);
    if (before.isEmpty()) {
      return ResponseEntity.ok(Kept.of(jobDescriptions.keep(id, draft.content(), draft.weights())));
    }
    var old = onto(id, form).orElse(before.get());
    boolean same = old.content().equals(draft.content()) && old.weights().equals(draft.weights());
    return ResponseEntity.ok(
        Kept.of(
            same ? old : jobDescriptions.revise(id, old.id(), draft.content(), draft.weights())));
  }

  @ExceptionHandler({NotScreenable.class, RevisionOutdated.class})
  @ResponseBody
  ResponseEntity<Kept> refused(RuntimeException refused) {
    return ResponseEntity.unprocessableContent()
        .body(
            Kept.not(
                refused instanceof RevisionOutdated
                    ? Texts.say("card.outdated")
                    : Texts.core(String.valueOf(refused.getMessage()))));
  }

  /// What was kept, or why not.
  ///
  /// @param id of the revision, empty when nothing was kept
  record Kept(String id, int number, int revision, String detail) {
    static Kept of(StoredJobDescription stored) {
      return new Kept(stored.id().toString(), stored.number(), stored.revision(), "");
    }

    static Kept not(String why) {
      return new Kept("", 0, 0, why);
    }
  }

  private CardView view(MultiValueMap<String, String> form) {
    String base = form.getFirst("base");
    return CardView.of(
        draft(form), base == null ? "" : base, jobDescriptions.cards(account.id()), taxonomy);
  }

  private CardDraft draft(MultiValueMap<String, String> form) {
    AccountId id = account.id();
    var base = base(id, form);
    return base.map(stored ->
            CardDraft.of(
                form, stored.content(), stored.weights(), jobDescriptions.cards(id), taxonomy))
        .orElseGet(() ->
            CardDraft.of(
                form,
                jobDescriptions.read(id, null, text(form)),
                Weights.STANDARD,
                jobDescriptions.cards(id),
                taxonomy));
  }

  private Optional<StoredJobDescription> base(AccountId id, MultiValueMap<String, String> form) {
    @Nullable String base = form.getFirst("base");
    return base == null || base.isBlank()
        ? Optional.empty()
        : Optional.of(
            jobDescriptions
                .find(id, base)
                .orElseThrow(() -> Trouble.notFound("job description", base)));
  }

  /// The revision the changes come after, where that is not the one that was changed: an old one is
  /// made the next.
  private Optional<StoredJobDescription> onto(AccountId id, MultiValueMap<String, String> form) {
    return Optional.ofNullable(form.getFirst("onto")).flatMap(key -> jobDescriptions.find(id, key));
  }

  private static String text(MultiValueMap<String, String> form) {
    var text = form.getFirst("text");
    return text == null ? "" : text;
  }
}
