package dev.shortlist.dialect.taskqueue;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.accounts.RateLimit;
import dev.shortlist.dialect.Dialect;
import dev.shortlist.jobdescription.JobDescriptionReader;
import dev.shortlist.notify.Emails;
import dev.shortlist.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// Mails to those a person put in a drawer: that person decided, not the machine.
@Dialect(name = "taskqueue")
class MailController {
  private final CurrentAccount account;
  private final ObjectProvider<JobDescriptionReader> reader;
  private final Emails emails;

  MailController(
      CurrentAccount account, ObjectProvider<JobDescriptionReader> reader, Emails emails) {
    this.account = account;
    this.reader = reader;
    this.emails = emails;
  }

  @PostMapping("/send-personalized-emails")
  @RateLimit(permits = 20)
  Answer send(
      @RequestParam(name = "job_description", defaultValue = "") String jobDescription,
      @RequestParam(defaultValue = "selected") String category,
      @RequestBody List<Addressee> addressees) {
    var letter = Letter.of(category.strip().toLowerCase(Locale.ROOT));
    String title = title(jobDescription);
    var failed = new ArrayList<Failed>();
    for (var addressee : addressees) {
      String error = send(addressee, letter, title);
      if (error != null) {
        failed.add(
            new Failed(
                Objects.requireNonNullElse(addressee.name(), ""),
                Objects.requireNonNullElse(addressee.email(), ""),
                error));
      }
    }
    int sent = addressees.size() - failed.size();
    return new Answer(
        "%d e-mails queued, %d failed".formatted(sent, failed.size()),
        sent,
        failed,
        new CompanyInfo(null, title));
  }

  /// @return why it was not queued, null when it was
  private @Nullable String send(Addressee to, Letter letter, String title) {
    String email = to.email();
    if (email == null || !Emails.isAddress(email.strip())) {
      return "there is no e-mail address";
    }
    if (!emails.isSetUp()) {
      return "mail is not set up";
    }
    emails.queue(
        account.id(),
        letter.name().toLowerCase(Locale.ROOT),
        email.strip(),
        letter.subject(title),
        letter.body(Objects.requireNonNullElse(to.name(), ""), title));
    return null;
  }

  private String title(String jobDescription) {
    return jobDescription.isBlank()
        ? ""
        : reader.getObject().read(null, VisibleText.of(jobDescription)).title();
  }

  /// One item of a result, as far as a mail needs it.
  record Addressee(@Nullable String name, @Nullable String email) {}

  record Failed(String name, String email, String error) {}

  /// @param companyName null: the job description is not searched for it
  @JsonNaming(SnakeCaseStrategy.class)
  record CompanyInfo(@Nullable String companyName, String jobTitle) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record Answer(
      String message,
      int sentCount,
      List<Failed> failedEmails,
      @JsonProperty("company_info") CompanyInfo company) {}
}
