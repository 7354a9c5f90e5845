package dev.shortlist.terms;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.jobdescription.CardEditor;
import dev.shortlist.jobdescription.JobDescriptionReader;
import dev.shortlist.profile.LocalProfileReader;
import dev.shortlist.skills.Taxonomy;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The engine of each account. Accounts without terms of their own share one; the language model
/// and what it made is shared by all.
public final class Engines {
  private static final Logger log = LoggerFactory.getLogger(Engines.class);
  private static final int KEPT = 8;

  private final OwnTerms terms;
  private final Taxonomy taxonomy;
  private final Supplier<Engine> standard;
  private final Cache<String, Engine> byLines = Caffeine.newBuilder().maximumSize(KEPT).build();

  /// @param standard the engine without own terms, always the same; asked for when it is needed, as
  ///   making it takes a second
  public Engines(OwnTerms terms, Taxonomy taxonomy, Supplier<Engine> standard) {
    this.terms = terms;
    this.taxonomy = taxonomy;
    this.standard = standard;
  }

  /// The engine that knows the account's terms as they are now.
  public Engine of(AccountId account) {
    var own = terms.list(account);
    return own.isEmpty()
        ? standard.get()
        : byLines.get(OwnTerms.lines(own), lines -> engine(account, own, lines));
  }

  private Engine engine(AccountId account, List<KeptTerm> own, String lines) {
    var extended = extended(account, own, lines);
    var jobDescriptions = new JobDescriptionReader(extended);
    return new Engine(
        new LocalProfileReader(extended),
        jobDescriptions,
        new CardEditor(jobDescriptions, extended),
        standard.get().matcher().with(extended));
  }

  // A newer taxonomy may have a name of its own for what an account added before: the others of its
  // terms must go on.
  private Taxonomy extended(AccountId account, List<KeptTerm> own, String lines) {
    try {
      return taxonomy.extendedBy(lines);
    } catch (IllegalArgumentException all) {
      var kept = new StringBuilder();
      var extended = taxonomy;
      int left = 0;
      for (var one : own) {
        try {
          extended = taxonomy.extendedBy(kept + one.term().line());
          kept.append(one.term().line()).append('\n');
        } catch (IllegalArgumentException e) {
          left++;
        }
      }
      log.warn("own terms that no longer fit the taxonomy account={} left out={}", account, left);
      return extended;
    }
  }
}
