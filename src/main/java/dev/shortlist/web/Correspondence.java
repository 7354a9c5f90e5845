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

  Correspondence(CandidateMails mails, Arrivals arrivals) {
    this.mails = mails;
    this.arrivals = arrivals;
  }

  List<Happening> of(AccountId account, ApplicationId application, Authors.Names names) {
    return Stream.concat(
            mails.about(account, application).stream()
                .map(mail -> Happening.of(mail, names.name(mail.by()))),
            arrivals.find(account, application).stream().map(Happening::of))
        .toList();
  }
}
