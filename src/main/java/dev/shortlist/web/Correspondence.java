package dev.shortlist.web;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.mail.CandidateMails;
import dev.shortlist.opening.Arrivals;
import dev.shortlist.screening.ApplicationId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What passed between us and a candidate: how the application came, and the mails about it.
@Component
class Correspondence {
  private final CandidateMails mails;
  private final Arrivals arrivals;
  private final Authors authors;

  Correspondence(CandidateMails mails, Arrivals arrivals, Authors authors) {
    this.mails = mails;
    this.arrivals = arrivals;
    this.authors = authors;
  }

  List<Happening> of(AccountId account, ApplicationId application) {
    return Stream.concat(
            mails.about(account, application).stream()
                .map(mail -> Happening.of(mail, authors.name(account, mail.by()))),
            arrivals.find(account, application).stream().map(Happening::of))
        .toList();
  }
}
