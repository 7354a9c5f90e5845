package dev.shortlist.web;

import dev.shortlist.screening.Screening;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import tools.jackson.databind.json.JsonMapper;

/// How a form of a screening's page is answered: with the changed part of the page and a word about
/// what was done for the page's own script, and with the whole page anew for a browser without.
@Component
class LiveAnswers {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Pages pages;
  private final LiveParts parts;

  LiveAnswers(Pages pages, LiveParts parts) {
    this.pages = pages;
    this.parts = parts;
  }

  View after(
      Word word, Screening screening, HttpServletRequest request, HttpServletResponse response) {
    var query = ListQuery.of(request.getParameterMap());
    if (request.getHeader("X-Shortlist-Part") == null) {
      var back = new RedirectView("/screenings/%d%s".formatted(screening.number(), query), true);
      back.setStatusCode(HttpStatus.SEE_OTHER);
      return back;
    }
    // A header takes no letters beyond ASCII.
    response.setHeader(
        "X-Shortlist-Said",
        Base64.getEncoder()
            .encodeToString(JSON.writeValueAsString(word).getBytes(StandardCharsets.UTF_8)));
    return pages.show("live", parts.of(parts.get(screening.id().toString()), query));
  }

  /// What a person is told about what they asked for.
  ///
  /// @param undo where to send a form to undo it, absent when that cannot be
  /// @param reason whether it was not done as it needs a reason
  record Word(String text, boolean done, @Nullable String undo, boolean reason) {
    static Word done(String text) {
      return new Word(text, true, null, false);
    }

    static Word done(String text, String undo) {
      return new Word(text, true, undo, false);
    }

    static Word refused(String text) {
      return new Word(text, false, null, false);
    }

    static Word reasonMissing(String text) {
      return new Word(text, false, null, true);
    }
  }
}
