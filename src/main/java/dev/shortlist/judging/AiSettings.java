package dev.shortlist.judging;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The language model of the installation, and how far it may be used. Nothing is called by
/// default.
///
/// @param baseUrl absent for the provider's own
/// @param timeout longest time for one answer
/// @param requestsPerMinute 0 is refused; leave `requests-per-day` and `tokens-per-minute` out for
///   no limit
/// @param day where the provider's day begins, absent for California with Gemini, else UTC
/// @param concurrency calls under way at once
/// @param cvsPerCall most short CVs judged in one call; so many only where calls are scarce
/// @param charactersPerCall most characters of CVs in one call; a longer CV is alone
/// @param shortlist people on a shortlist: where the cut is
/// @param band points below the cut within which a CV may still get onto the shortlist
/// @param readings how often a CV close to the cut is read: 1 to 5
/// @param language of summaries
/// @param cacheTtl how long an answer is kept, so that it is not bought again
/// @param monthlyBudget dollars of each account in a calendar month, absent for no cap
/// @param screeningBudget dollars of one screening, absent for no cap
/// @param onFailure what becomes of a screening when a person has to mend something
/// @param prices a table of prices that counts more than the one inside
/// @param arrivals folder for answers on their way to the database, so that none is bought twice
///   when the program is killed
/// @param hosts hosts, with port if need be, which accounts may name as base URL where people sign
///   in; their providers' own are always allowed
@ConfigurationProperties("shortlist.ai")
public record AiSettings(
    @DefaultValue("none") ModelProvider provider,
    @Nullable URI baseUrl,
    @Nullable String apiKey,
    @Nullable String model,
    @DefaultValue("60s") Duration timeout,
    @DefaultValue("15") int requestsPerMinute,
    @Nullable Integer tokensPerMinute,
    @Nullable Integer requestsPerDay,
    @Nullable ZoneId day,
    @DefaultValue("5") int concurrency,
    @DefaultValue("8") int cvsPerCall,
    @DefaultValue("24000") int charactersPerCall,
    @DefaultValue("band") Cascade cascade,
    @DefaultValue("10") int shortlist,
    @DefaultValue("5") double band,
    @DefaultValue("2") int readings,
    @DefaultValue("en") Locale language,
    @DefaultValue("30d") Duration cacheTtl,
    @Nullable BigDecimal monthlyBudget,
    @Nullable BigDecimal screeningBudget,
    @DefaultValue("local") OnFailure onFailure,
    @Nullable Path prices,
    @DefaultValue("answers") Path arrivals,
    @DefaultValue List<String> hosts) {
  public AiSettings {
    hosts = List.copyOf(hosts);
    require(
        requestsPerMinute >= 1,
        "REQUESTS_PER_MINUTE",
        "at least 1, or SHORTLIST_AI_PROVIDER=none to use no model",
        requestsPerMinute);
    require(
        tokensPerMinute == null || tokensPerMinute >= 1,
        "TOKENS_PER_MINUTE",
        "at least 1, or left out for no limit",
        tokensPerMinute);
    require(
        requestsPerDay == null || requestsPerDay >= 1,
        "REQUESTS_PER_DAY",
        "at least 1, or left out for no limit",
        requestsPerDay);
    require(concurrency >= 1 && concurrency <= 500, "CONCURRENCY", "from 1 to 500", concurrency);
    require(cvsPerCall >= 1 && cvsPerCall <= 20, "CVS_PER_CALL", "from 1 to 20", cvsPerCall);
    require(charactersPerCall >= 1000, "CHARACTERS_PER_CALL", "at least 1000", charactersPerCall);
    require(shortlist >= 1, "SHORTLIST", "at least 1", shortlist);
    require(band >= 0 && band <= 100, "BAND", "from 0 to 100 points", band);
    require(readings >= 1 && readings <= 5, "READINGS", "from 1 to 5", readings);
    require(
        baseUrl == null
            || baseUrl.toString().isBlank()
            || (("" + baseUrl.getScheme()).matches("https?") && baseUrl.getHost() != null),
        "BASE_URL",
        "an http or https address",
        baseUrl);
    requireMoney("MONTHLY_BUDGET", monthlyBudget);
    requireMoney("SCREENING_BUDGET", screeningBudget);
    require(
        provider == ModelProvider.NONE || (model != null && !model.isBlank()),
        "MODEL",
        "the name of a model of " + provider.name().toLowerCase(Locale.ROOT),
        model);
    require(
        prices == null || Files.isReadable(prices),
        "PRICES",
        "a file that can be read, or left out for the prices known here",
        prices);
  }

  private static void requireMoney(String name, @Nullable BigDecimal dollars) {
    require(
        dollars == null || dollars.signum() >= 0,
        name,
        "dollars, such as 20, or left out for no cap",
        dollars);
  }

  private static void require(boolean holds, String name, String wanted, @Nullable Object value) {
    if (!holds) {
      throw new IllegalArgumentException(
          "SHORTLIST_AI_%s must be %s, but is %s"
              .formatted(name, wanted, value == null ? "missing" : value));
    }
  }

  /// Without the key, which must not reach a log.
  @Override
  public String toString() {
    return "AiSettings[provider=%s, model=%s]".formatted(provider, model);
  }
}
