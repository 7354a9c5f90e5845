package dev.shortlist.judging;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What an account says about language models, beside its key; what is absent is as the
/// installation has it.
///
/// @param provider absent for the installation's model and key; with one, model and key are the
///   account's own
/// @param monthlyBudget dollars
/// @param screeningBudget dollars
/// @param language of summaries, as `de`
public record ModelChoice(
    @Nullable ModelProvider provider,
    @Nullable URI baseUrl,
    @Nullable String model,
    @Nullable Integer requestsPerMinute,
    @Nullable Integer tokensPerMinute,
    @Nullable Integer requestsPerDay,
    @Nullable Integer concurrency,
    @Nullable Integer cvsPerCall,
    @Nullable Cascade cascade,
    @Nullable Integer shortlist,
    @Nullable Double band,
    @Nullable Integer readings,
    @Nullable BigDecimal monthlyBudget,
    @Nullable BigDecimal screeningBudget,
    @Nullable String language,
    @Nullable OnFailure onFailure) {
  public static final ModelChoice NONE =
      new ModelChoice(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null);

  public ModelChoice {
    boolean connects = provider != null && provider != ModelProvider.NONE;
    require(
        !connects || (model != null && !model.isBlank()), "model", "named with a provider", model);
    require(connects || baseUrl == null, "baseUrl", "given with a provider only", baseUrl);
    require(connects || model == null, "model", "given with a provider only", model);
    require(
        connects
            || (requestsPerMinute == null
                && tokensPerMinute == null
                && requestsPerDay == null
                && concurrency == null),
        "requestsPerMinute and the other limits",
        "given with a provider and key of your own only, as they belong to the key",
        "there");
    require(
        baseUrl == null || (baseUrl.isAbsolute() && baseUrl.getHost() != null && isHttp(baseUrl)),
        "baseUrl",
        "an http or https address",
        baseUrl);
    between("requestsPerMinute", requestsPerMinute, 1, 1_000_000);
    between("tokensPerMinute", tokensPerMinute, 1, 1_000_000_000);
    between("requestsPerDay", requestsPerDay, 1, 1_000_000_000);
    between("concurrency", concurrency, 1, 500);
    between("cvsPerCall", cvsPerCall, 1, 20);
    between("shortlist", shortlist, 1, 100_000);
    between("band", band, 0, 100);
    between("readings", readings, 1, 5);
    between("monthlyBudget", monthlyBudget, 0, 1_000_000_000);
    between("screeningBudget", screeningBudget, 0, 1_000_000_000);
    require(
        language == null || language.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"),
        "language",
        "a language tag such as de",
        language);
  }

  /// Whether the same key may go on to be used.
  boolean reachesTheSameAs(ModelChoice other) {
    return provider == other.provider && Objects.equals(baseUrl, other.baseUrl);
  }

  private static boolean isHttp(URI address) {
    return "https".equals(address.getScheme()) || "http".equals(address.getScheme());
  }

  private static void between(String name, @Nullable Number value, long least, long most) {
    require(
        value == null || (value.doubleValue() >= least && value.doubleValue() <= most),
        name,
        "from %d to %d".formatted(least, most),
        value);
  }

  private static void require(boolean holds, String name, String wanted, @Nullable Object value) {
    if (!holds) {
      throw new IllegalArgumentException(
          "%s must be %s, but is %s.".formatted(name, wanted, value == null ? "missing" : value));
    }
  }
}
