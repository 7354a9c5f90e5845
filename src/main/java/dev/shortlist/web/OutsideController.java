package dev.shortlist.web;

import dev.shortlist.accounts.AccessSettings;
import dev.shortlist.accounts.RateLimit;
import dev.shortlist.mail.Letterheads;
import dev.shortlist.notify.Emails;
import dev.shortlist.opening.Answer;
import dev.shortlist.opening.Answer.Fault;
import dev.shortlist.opening.Arrival;
import dev.shortlist.opening.Arrivals;
import dev.shortlist.opening.Consents;
import dev.shortlist.opening.Form;
import dev.shortlist.opening.Opening;
import dev.shortlist.opening.OpeningSettings;
import dev.shortlist.opening.Openings;
import dev.shortlist.opening.Reception;
import dev.shortlist.opening.Senders;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The pages on which people apply: for everybody who has the address, whether others sign in or
/// not. They say nothing of who else applied.
@Controller
@RequestMapping("/apply/{reference}")
class OutsideController {
  private final Pages pages;
  private final Openings openings;
  private final Consents consents;
  private final Reception reception;
  private final Arrivals arrivals;
  private final Senders senders;
  private final Letterheads letterheads;
  private final Emails emails;
  private final AccessSettings access;
  private final OpeningSettings settings;

  OutsideController(
      Pages pages,
      Openings openings,
      Consents consents,
      Reception reception,
      Arrivals arrivals,
      Senders senders,
      Letterheads letterheads,
      Emails emails,
      AccessSettings access,
      OpeningSettings settings) {
    this.pages = pages;
    this.openings = openings;
    this.consents = consents;
    this.reception = reception;
    this.arrivals = arrivals;
    this.senders = senders;
    this.letterheads = letterheads;
    this.emails = emails;
    this.access = access;
    this.settings = settings;
  }

  /// @param problem a fault that showed before the form could be read
  @GetMapping
  View page(
      HttpServletResponse response,
      @PathVariable String reference,
      @RequestParam(required = false) @Nullable Fault problem) {
    var opening = find(reference);
    if (!openings.isOpen(opening)) {
      return closed(response, opening);
    }
    return form(opening, "", "", problem == null ? List.of() : List.of(problem), "");
  }

  /// @param website the field nobody sees
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @RateLimit(permits = 20, per = ChronoUnit.HOURS)
  View apply(
      HttpServletResponse response,
      @PathVariable String reference,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(required = false) @Nullable MultipartFile cv,
      @RequestParam(defaultValue = "false") boolean agreed,
      @RequestParam(defaultValue = "") String website,
      @RequestParam(defaultValue = "") String token)
      throws IOException {
    var opening = find(reference);
    Path file = cv == null || cv.isEmpty() ? null : Files.createTempFile("shortlist-apply", "");
    try {
      if (file != null && cv != null) {
        cv.transferTo(file);
      }
      String called =
          cv == null || cv.getOriginalFilename() == null ? "" : cv.getOriginalFilename();
      var form = new Form(name, email, file, called, agreed, website, token, Texts.language());
      return answer(response, opening, form, reception.take(opening, form));
    } finally {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    }
  }

  /// Where somebody looks their application up.
  ///
  /// @param number the reference on the receipt
  @GetMapping("/receipts")
  @RateLimit(permits = 60, per = ChronoUnit.HOURS)
  View look(@PathVariable String reference, @RequestParam(defaultValue = "") String number) {
    var opening = find(reference);
    return arrivals
        .find(opening, number)
        .map(arrival -> seeOther(opening, arrival))
        .orElseThrow(() -> Trouble.notFound("receipt", number));
  }

  @GetMapping("/receipts/{receipt}")
  View receipt(@PathVariable String reference, @PathVariable String receipt) {
    var opening = find(reference);
    var arrival =
        arrivals.find(opening, receipt).orElseThrow(() -> Trouble.notFound("receipt", receipt));
    return pages.show(
        "receipt",
        new ReceiptPage(
            opening,
            letterheads.get(opening.account()),
            arrival,
            senders.fate(opening, arrival),
            openings.isOpen(opening),
            emails.isSetUp()));
  }

  private View answer(HttpServletResponse response, Opening opening, Form form, Answer answer) {
    return switch (answer) {
      case Answer.Taken(var arrival) -> seeOther(opening, arrival);
      case Answer.Wrong(var faults) -> again(response, opening, form, 422, faults, "");
      case Answer.Unfit(var reason) ->
          again(response, opening, form, 422, List.of(), Words.named("reason", reason));
      case Answer.Later() ->
          again(response, opening, form, 503, List.of(), Texts.say("apply.later"));
      case Answer.Closed() -> closed(response, opening);
    };
  }

  private static View seeOther(Opening opening, Arrival arrival) {
    var view = new RedirectView(opening.path() + "/receipts/" + arrival.reference());
    view.setStatusCode(HttpStatus.SEE_OTHER);
    return view;
  }

  private View again(
      HttpServletResponse response,
      Opening opening,
      Form form,
      int status,
      List<Fault> faults,
      String trouble) {
    response.setStatus(status);
    return form(opening, form.name(), form.email(), faults, trouble);
  }

  private View form(
      Opening opening, String name, String email, List<Fault> faults, String trouble) {
    String language = Texts.language();
    return pages.show(
        "apply",
        new ApplyPage(
            opening,
            letterheads.get(opening.account()),
            consents.current(opening.account(), language),
            reception.token(opening, language),
            settings.limit().toBytes(),
            !access.signIn(),
            name,
            email,
            faults,
            trouble));
  }

  private View closed(HttpServletResponse response, Opening opening) {
    response.setStatus(HttpStatus.GONE.value());
    return pages.show("noentry", new NoEntryPage(opening, letterheads.get(opening.account())));
  }

  private Opening find(String reference) {
    return openings
        .find(reference)
        .orElseThrow(() -> Trouble.notFound("page to apply on", reference));
  }
}
