package dev.shortlist.web;

import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.retention.Erasure;
import dev.shortlist.screening.Extents;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Deletes a screening for good. It is asked on a page of its own, so that nobody does it without
/// scripts by one wrong click either.
@Controller
@RequestMapping("/screenings/{number}/delete")
class DeletionController {
  private final Pages pages;
  private final CurrentAccount account;
  private final LiveParts parts;
  private final Extents extents;
  private final Erasure erasure;

  DeletionController(
      Pages pages, CurrentAccount account, LiveParts parts, Extents extents, Erasure erasure) {
    this.pages = pages;
    this.account = account;
    this.parts = parts;
    this.extents = extents;
    this.erasure = erasure;
  }

  @GetMapping
  View ask(@PathVariable String number) {
    var screening = parts.get(number);
    var extent =
        Objects.requireNonNull(extents.of(account.id(), List.of(screening)).get(screening.id()));
    return pages.show("deletion", new DeletionPage(screening, extent.total()));
  }

  @PostMapping
  View delete(@PathVariable String number) {
    var screening = parts.get(number);
    erasure.screening(account.id(), screening.id());
    var back = new RedirectView("/screenings?deleted=" + screening.number(), true);
    back.setStatusCode(HttpStatus.SEE_OTHER);
    return back;
  }
}
