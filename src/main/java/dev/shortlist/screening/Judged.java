package dev.shortlist.screening;

import dev.shortlist.profile.ToldDates;
import dev.shortlist.profile.ToldFact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a language model's reading of a CV compares with the local one. Both scores are kept; the
/// model's counts in the ranking once it is there.
///
/// @param local whole points by the local matcher
/// @param score whole points with what the model showed, absent while there are none
/// @param lowest of all readings by the model, absent while there are none
/// @param highest of all readings by the model: apart from `lowest` when a CV close to the cut was
///   read again and came out otherwise
/// @param readings how often the model read it
/// @param model what the provider calls it, absent while it has not read
/// @param summary the model's, of what was asked; may be empty
/// @param why the local score stands, absent when it does not
/// @param asked requirements the model was asked about
/// @param answered requirements it answered
/// @param unquoted quotes, dates and facts of it that the visible text does not bear out: they
///   earned nothing
/// @param dates of posts the local reader found none of, told by the model
/// @param facts the local reader did not find or was not sure of, told by the model
public record Judged(
    State state,
    int local,
    @Nullable Integer score,
    @Nullable Integer lowest,
    @Nullable Integer highest,
    int readings,
    @Nullable String model,
    String summary,
    @Nullable Why why,
    int asked,
    int answered,
    int unquoted,
    List<ToldDates> dates,
    List<ToldFact> facts) {
  public Judged {
    dates = List.copyOf(dates);
    facts = List.copyOf(facts);
  }

  /// Points the model's reading made more, or less than none; absent while it has not read.
  public @Nullable Integer difference() {
    return score == null ? null : score - local;
  }

  public enum State {
    /// A model is to read it.
    WAITING,
    /// What a model showed counts.
    JUDGED,
    /// A model was to read it; the local score stands.
    LOCAL
  }

  /// Why the local score stands.
  public enum Why {
    WITHHELD("nothing was sent, as it would have told who the person is"),
    INSTRUCTIONS("nothing was sent, as the CV holds words that give orders to a machine"),
    NOT_UNDERSTOOD("the model's answer was not in the form asked for, twice"),
    NOT_ANSWERED("the model's answer left this CV out, twice"),
    NOT_SHOWN("the model showed nothing that stands in the CV"),
    REFUSED("the model declined to answer, twice"),
    CUT("the model's answer was cut off, twice"),
    OUTAGE("the provider did not answer, however often it was asked"),
    UNUSABLE("the model cannot be used until somebody mends its settings"),
    SWITCHED_OFF("models were switched off meanwhile");

    private final String meaning;

    Why(String meaning) {
      this.meaning = meaning;
    }

    /// In words, to follow "The local score stands, as".
    public String meaning() {
      return meaning;
    }
  }
}
