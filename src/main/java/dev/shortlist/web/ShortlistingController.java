package dev.shortlist.web;

import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.accounts.Principal;
import dev.shortlist.blind.Blind;
import dev.shortlist.deciding.Decisions;
import dev.shortlist.deciding.ReasonMissing;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Rankings;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Decides about one, some or all of those in a list, and undoes it.
@Controller
@RequestMapping("/screenings/{number}/decisions")
class ShortlistingController {
  static final int MOST = 10_000;
  private static final int LONGEST_REASON = 500;

  private final CurrentUser user;
  private final LiveParts parts;
  private final LiveAnswers answers;
  private final Decisions decisions;
  private final Rankings rankings;
  private final Blind blind;

  ShortlistingController(
      CurrentUser user,
      LiveParts parts,
      LiveAnswers answers,
      Decisions decisions,
      Rankings rankings,
      Blind blind) {
    this.user = user;
    this.parts = parts;
    this.answers = answers;
    this.decisions = decisions;
    this.rankings = rankings;
    this.blind = blind;
  }

  /// @param to what is decided, absent to take back what was
  /// @param application about whom
  /// @param all instead about everybody the address seeks
  @PostMapping
  View decide(
      @PathVariable String number,
      @RequestParam(required = false) @Nullable Verdict to,
      @RequestParam(required = false) @Nullable List<UUID> application,
      @RequestParam(defaultValue = "false") boolean all,
      @RequestParam(defaultValue = "") String reason,
      HttpServletRequest request,
      HttpServletResponse response) {
    var screening = parts.get(number);
    var about =
        all ? everybody(screening, request) : ids(application == null ? List.of() : application);
    return answers.after(word(screening, about, to, reason), screening, request, response);
  }

  @PostMapping("/undo")
  View undo(
      @PathVariable String number,
      @RequestParam UUID batch,
      HttpServletRequest request,
      HttpServletResponse response) {
    var screening = parts.get(number);
    var by = user.principal();
    int back = decisions.undo(by.account(), batch, by.actor()).size();
    var word =
        back == 0
            ? LiveAnswers.Word.refused(Texts.say("screening.undone.nothing"))
            : LiveAnswers.Word.done(Texts.say("screening.undone", back));
    return answers.after(word, screening, request, response);
  }

  private LiveAnswers.Word word(
      Screening screening, List<ApplicationId> about, @Nullable Verdict to, String reason) {
    if (about.isEmpty()) {
      return LiveAnswers.Word.refused(Texts.say("screening.decide.nobody"));
    }
    Principal by = user.principal();
    try {
      var batch =
          decisions.decideTogether(
              by.account(),
              about,
              to,
              reason.substring(0, Math.min(LONGEST_REASON, reason.length())),
              by.actor());
      return LiveAnswers.Word.done(
          Texts.say("screening.decided." + (to == null ? "NONE" : to.name()), about.size()),
          "/screenings/%d/decisions/undo?batch=%s".formatted(screening.number(), batch.id()));
    } catch (ReasonMissing e) {
      return LiveAnswers.Word.reasonMissing(
          to == Verdict.REJECTED
              ? Texts.say("screening.reason-needed.reject")
              : Texts.say("screening.reason-needed.against"));
    } catch (NoSuchElementException e) {
      return LiveAnswers.Word.refused(Texts.say("screening.decide.gone"));
    }
  }

  private List<ApplicationId> everybody(Screening screening, HttpServletRequest request) {
    var query = ListQuery.of(request.getParameterMap());
    var account = user.principal().account();
    boolean open = blind.sight(account, screening.id()).open();
    var sought = open ? query.sought() : query.sought().withoutNames();
    return rankings.ids(account, screening.id(), sought, MOST);
  }

  private static List<ApplicationId> ids(List<UUID> ids) {
    return ids.stream().limit(MOST).map(ApplicationId::new).toList();
  }
}
