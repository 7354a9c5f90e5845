package dev.shortlist.judging;

import dev.shortlist.ai.ApiKey;
import dev.shortlist.ai.Model;
import dev.shortlist.ai.Pack;
import dev.shortlist.ai.Provider;
import dev.shortlist.calls.Budget;
import dev.shortlist.calls.Limits;
import dev.shortlist.jobdescription.JobDescription;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The model an account uses, and how far.
///
/// @param cvsPerCall most CVs in one call
/// @param own whether model and key are the account's, not the installation's
/// @param shortlist people on a shortlist: where the cut is
/// @param band points below the cut within which a CV is read
/// @param readings how often a CV close to the cut is read
/// @param language of summaries
public record ModelSetup(
    Model model,
    Limits limits,
    Budget budget,
    boolean own,
    Cascade cascade,
    int cvsPerCall,
    int charactersPerCall,
    int shortlist,
    double band,
    int readings,
    Locale language,
    OnFailure onFailure) {
  private static final Duration LONGEST_AFTER_TIMEOUT = Duration.ofSeconds(30);

  /// CVs that go into a call that is scarce, however much is asked about each.
  private static final int FEW = 4;

  /// Tokens of an answer that is there within the time-out, at fifty a second.
  private static final int LONG_ANSWER = 6000;

  /// How much longer the time-out is where calls are scarce and their answers long.
  private static final int PATIENCE = 2;

  /// The installation's model and limits; absent when it has none.
  static @Nullable ModelSetup of(AiSettings settings) {
    return of(settings, ModelChoice.NONE, null);
  }

  /// What comes of the installation's settings and an account's choice.
  ///
  /// @param key the account's own, absent when it has none
  static @Nullable ModelSetup of(AiSettings settings, ModelChoice choice, @Nullable String key) {
    boolean own = choice.provider() != null;
    var chosen = choice.provider() == null ? settings.provider() : choice.provider();
    var provider = chosen.protocol();
    if (provider == null) {
      return null;
    }
    var address = own ? choice.baseUrl() : settings.baseUrl();
    var limits = limits(settings, own ? choice : ModelChoice.NONE, provider);
    return new ModelSetup(
        new Model(
            provider,
            address == null || address.toString().isBlank() ? provider.address() : address,
            key(own ? key : settings.apiKey()),
            or(own ? choice.model() : settings.model(), ""),
            limits.longest().minus(LONGEST_AFTER_TIMEOUT)),
        limits,
        new Budget(
            least(
                Dollars.micros(settings.monthlyBudget()),
                Dollars.micros(choice.monthlyBudget()),
                own),
            least(
                Dollars.micros(settings.screeningBudget()),
                Dollars.micros(choice.screeningBudget()),
                own)),
        own,
        or(choice.cascade(), settings.cascade()),
        or(choice.cvsPerCall(), settings.cvsPerCall()),
        settings.charactersPerCall(),
        or(choice.shortlist(), settings.shortlist()),
        or(choice.band(), settings.band()),
        or(choice.readings(), settings.readings()),
        choice.language() == null ? settings.language() : Locale.forLanguageTag(choice.language()),
        or(choice.onFailure(), settings.onFailure()));
  }

  /// Whether all CVs are read, and sooner or later is only a matter of calls under way.
  boolean readsAllAtOnce() {
    return cascade == Cascade.ALL && !callsAreScarce() && limits.tokensPerMinute() == null;
  }

  /// How many calls are got ready or under way together. Where places for calls are all they wait
  /// for, some more than there are: each place is taken as soon as it is free.
  int callsAtHand() {
    return limits.concurrency() + (readsAllAtOnce() ? Math.ceilDiv(limits.concurrency(), 8) : 0);
  }

  /// Whether the limit of a day or a minute is what CVs wait for. That of a minute is not where it
  /// is that of as many places as there are, with three seconds for each call, or more.
  boolean callsAreScarce() {
    return areScarce(limits.requestsPerMinute(), limits.requestsPerDay(), limits.concurrency());
  }

  private static boolean areScarce(
      @Nullable Integer perMinute, @Nullable Integer perDay, int concurrency) {
    return perDay != null || (perMinute != null && perMinute < 20 * concurrency);
  }

  /// How many short CVs go into one call: one, as the fewer there are, the sooner an answer is
  /// there and the surer it is of whom it speaks; where calls are scarce as many as may, if so much
  /// is asked about each that the answer does not grow too long.
  int together(JobDescription asked) {
    int few = Math.min(FEW, cvsPerCall);
    return callsAreScarce()
        ? Math.clamp(LONG_ANSWER / Pack.usualTokens(asked), few, cvsPerCall)
        : 1;
  }

  /// As [#together(JobDescription)], without a look at what is asked where it does not matter.
  int together(Supplier<Optional<JobDescription>> asked) {
    return callsAreScarce() ? asked.get().map(this::together).orElse(1) : 1;
  }

  /// With what a screening says for itself.
  ModelSetup with(@Nullable Cascade wanted, @Nullable Long screeningBudget) {
    return new ModelSetup(
        model,
        limits,
        screeningBudget == null
            ? budget
            : new Budget(budget.month(), least(budget.screening(), screeningBudget, false)),
        own,
        wanted == null ? cascade : wanted,
        cvsPerCall,
        charactersPerCall,
        shortlist,
        band,
        readings,
        language,
        onFailure);
  }

  private static Limits limits(AiSettings settings, ModelChoice choice, Provider provider) {
    var zone =
        provider == Provider.GEMINI ? ZoneId.of("America/Los_Angeles") : (ZoneId) ZoneOffset.UTC;
    int perMinute = or(choice.requestsPerMinute(), settings.requestsPerMinute());
    var perDay =
        choice.requestsPerDay() == null ? settings.requestsPerDay() : choice.requestsPerDay();
    int concurrency = or(choice.concurrency(), settings.concurrency());
    var timeout =
        settings.timeout().multipliedBy(areScarce(perMinute, perDay, concurrency) ? PATIENCE : 1);
    return new Limits(
        perMinute,
        choice.tokensPerMinute() == null ? settings.tokensPerMinute() : choice.tokensPerMinute(),
        perDay,
        or(settings.day(), zone),
        concurrency,
        timeout.plus(LONGEST_AFTER_TIMEOUT));
  }

  private static @Nullable ApiKey key(@Nullable String value) {
    return value == null || value.isBlank() ? null : new ApiKey(value.strip());
  }

  /// Who pays for the key alone decides alone; with the installation's key both caps hold.
  private static @Nullable Long least(
      @Nullable Long installation, @Nullable Long account, boolean own) {
    if (installation == null || (own && account != null)) {
      return account;
    }
    return account == null ? installation : Long.valueOf(Math.min(installation, account));
  }

  private static <T> T or(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }

  /// Where it is reached, for people.
  public URI address() {
    return model.address();
  }
}
