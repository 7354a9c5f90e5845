package dev.shortlist.web;

import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.deciding.SavedView;
import dev.shortlist.deciding.SavedViews;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Keeps a list's filters and order under a name, each reader for themselves.
@Controller
@RequestMapping("/screenings/{number}/views")
class ViewsController {
  private final CurrentUser user;
  private final LiveParts parts;
  private final LiveAnswers answers;
  private final SavedViews views;

  ViewsController(CurrentUser user, LiveParts parts, LiveAnswers answers, SavedViews views) {
    this.user = user;
    this.parts = parts;
    this.answers = answers;
    this.views = views;
  }

  /// Keeps the list of the address. One that asks for requirements is of this screening, any other
  /// of all.
  @PostMapping
  View keep(
      @PathVariable String number,
      @RequestParam String name,
      HttpServletRequest request,
      HttpServletResponse response) {
    var screening = parts.get(number);
    var query = ListQuery.of(request.getParameterMap()).fromTheFirst();
    String called = name.strip();
    LiveAnswers.Word word;
    if (called.isEmpty() || called.length() > SavedView.LONGEST_NAME) {
      word = LiveAnswers.Word.refused(Texts.say("screening.views.no-name", SavedView.LONGEST_NAME));
    } else if (query.bare().isEmpty() || query.bare().length() > SavedView.LONGEST_QUERY) {
      word = LiveAnswers.Word.refused(Texts.say("screening.views.nothing"));
    } else {
      var by = user.principal();
      views.keep(
          by.account(),
          by.actor(),
          query.isOfOneScreening() ? screening.id() : null,
          called,
          query.bare());
      word = LiveAnswers.Word.done(Texts.say("screening.views.kept", called));
    }
    return answers.after(word, screening, request, response);
  }

  @PostMapping("/{view}/forget")
  View forget(
      @PathVariable String number,
      @PathVariable UUID view,
      HttpServletRequest request,
      HttpServletResponse response) {
    var screening = parts.get(number);
    var by = user.principal();
    views.forget(by.account(), by.actor(), view);
    return answers.after(
        LiveAnswers.Word.done(Texts.say("screening.views.forgotten")),
        screening,
        request,
        response);
  }
}
