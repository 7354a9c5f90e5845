package dev.shortlist.web;

import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.report.ExplanationSheet;
import dev.shortlist.report.HtmlReport;
import dev.shortlist.report.Report;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screenings;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What leaves the house as one file that needs nothing else: the report of a screening, and the
/// explanation for a candidate. Whoever is blind gets a blind report.
@Controller
@RequestMapping("/screenings/{number}")
class ReportController {
  private static final int MOST = 500;

  /// A PDF is laid out in memory.
  private static final int MOST_PRINTED = 100;

  private final CurrentAccount account;
  private final Screenings screenings;
  private final Reports reports;

  ReportController(CurrentAccount account, Screenings screenings, Reports reports) {
    this.account = account;
    this.screenings = screenings;
    this.reports = reports;
  }

  /// The best `top` with every point and quote, and all files without a place.
  @GetMapping("/report.html")
  void report(
      @PathVariable String number,
      @RequestParam(defaultValue = "50") int top,
      HttpServletResponse response)
      throws IOException {
    var best = best(number, Math.clamp(top, 1, MOST));
    html(response, best.file());
    best.page().write(best.report(), response.getWriter());
  }

  /// The same to print, of fewer.
  @GetMapping("/report.pdf")
  void printed(
      @PathVariable String number,
      @RequestParam(defaultValue = "20") int top,
      HttpServletResponse response)
      throws IOException {
    var best = best(number, Math.clamp(top, 1, MOST_PRINTED));
    pdf(response, best.file());
    best.page().pdf(best.report(), response.getOutputStream());
  }

  /// How one CV was read, for the person it speaks of.
  @GetMapping("/applications/{application}/explanation.html")
  void explanation(
      @PathVariable String number, @PathVariable UUID application, HttpServletResponse response)
      throws IOException {
    var sheet = sheet(number, application);
    html(response, "explanation");
    sheet.html(Texts.translation(), response.getWriter());
  }

  /// The same to print.
  @GetMapping("/applications/{application}/explanation.pdf")
  void printed(
      @PathVariable String number, @PathVariable UUID application, HttpServletResponse response)
      throws IOException {
    var sheet = sheet(number, application);
    pdf(response, "explanation");
    sheet.pdf(Texts.translation(), response.getOutputStream());
  }

  private Best best(String number, int shown) {
    var screening = screening(number);
    return new Best(screening, shown, reports.of(account.id(), screening, shown));
  }

  private ExplanationSheet sheet(String number, UUID application) {
    return reports.sheet(account.id(), screening(number), application);
  }

  private Screening screening(String number) {
    return screenings
        .find(account.id(), number)
        .orElseThrow(() -> Trouble.notFound("screening", number));
  }

  // Said only when the content is there: an error is no file.
  private static void html(HttpServletResponse response, String file) {
    download(response, "text/html;charset=UTF-8", file + ".html");
  }

  private static void pdf(HttpServletResponse response, String file) {
    download(response, "application/pdf", file + ".pdf");
  }

  private static void download(HttpServletResponse response, String type, String name) {
    response.setContentType(type);
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    response.setHeader("Cache-Control", "no-store");
  }

  /// The best of a screening.
  private record Best(Screening screening, int shown, Report report) {
    String file() {
      return "screening-%d".formatted(screening.number());
    }

    HtmlReport page() {
      return new HtmlReport(shown, Texts.translation());
    }
  }
}
