package dev.shortlist;

import dev.shortlist.jobdescription.Stated;
import dev.shortlist.match.Match;
import dev.shortlist.match.Weights;
import dev.shortlist.profile.Reading;
import dev.shortlist.terms.Engine;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.FileType;
import dev.shortlist.text.VisibleText;
import java.time.LocalDate;
import java.util.List;

/// The first use of an engine, before anybody waits for it: one invented CV is matched against one
/// invented job description. It has the language model loaded and begins to have code compiled,
/// which takes as long as a hundred CVs later.
final class FirstUse {
  private static final LocalDate READ_ON = LocalDate.of(2025, 6, 30);

  private static final String JOB_DESCRIPTION =
      """
      Senior bookkeeper

      We are a family firm of twenty people who make garden furniture.

      Your tasks
      - keep the books of four companies, file VAT returns, prepare the annual accounts
      - pay suppliers and reconcile bank accounts

      Requirements
      - 5 years of experience in accounting
      - Bachelor's degree in finance or similar
      - Excel and SAP; DATEV is a plus
      - fluent German, good English
      - reliable and good at working in a team
      """;

  private static final String CV =
      """
      Robin Example
      robin@example.com  +49 30 5550100

      Profile
      Bookkeeper of eight years who likes order.

      Experience
      Accounts clerk for the ledgers of three firms, Example GmbH, Berlin
      03/2019 - today
      - keeps ledgers in SAP, files VAT returns and reconciles bank accounts
      - trained two colleagues in Excel

      Office assistant, Sample AG, Hamburg
      2015 - 2019
      - paid suppliers and prepared annual accounts in a team of four

      Education
      Bachelor of Arts in Business Administration, University of Hamburg, 2015

      Skills
      SAP FI, Excel, DATEV, VAT, annual accounts

      Languages
      German (native), English (C1)
      """;

  private FirstUse() {}

  static Match of(Engine engine) {
    var asked = engine.jobDescriptions().read(null, JOB_DESCRIPTION, Stated.NOTHING);
    var text =
        new Extraction.Text(FileType.TEXT, 1, VisibleText.of(CV), List.of(), null, List.of());
    var cv = new Reading(text, engine.profiles().read(text, READ_ON));
    return engine.matcher().match(cv, asked, Weights.STANDARD);
  }
}
