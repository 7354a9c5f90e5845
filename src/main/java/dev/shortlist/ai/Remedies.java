package dev.shortlist.ai;

/// What is wrong with a model and what to do, for the person who can mend it. Never with a key or
/// with words of a CV.
public final class Remedies {
  private Remedies() {}

  /// One or two sentences in English.
  public static String of(Reply reply, Model model) {
    String host = model.address().getAuthority();
    return switch (reply) {
      case Reply.Answered _ -> "%s on %s answers.".formatted(model.name(), host);
      case Reply.Cut _ ->
          "%s ended its answer too early. Put fewer CVs into a call: SHORTLIST_AI_CVS_PER_CALL."
              .formatted(model.name());
      case Reply.Refused _ -> "%s declined to answer.".formatted(model.name());
      case Reply.Malformed malformed ->
          "%s answered with %s, which is not the protocol of %s. Check the address (SHORTLIST_AI_BASE_URL) and the provider (SHORTLIST_AI_PROVIDER)."
              .formatted(host, malformed.seen(), model.provider());
      case Reply.RateLimited limited -> limited(limited, host);
      case Reply.Overloaded overloaded ->
          "%s is overloaded (status %d). Try again later.".formatted(host, overloaded.status());
      case Reply.Unreachable unreachable -> unreachable(unreachable.failure(), host, model);
      case Reply.Unauthorised unauthorised -> unauthorised(unauthorised, host, model);
      case Reply.NotPaid _ ->
          "The account at %s has no credit left. Add some there, or use another key."
              .formatted(host);
      case Reply.UnknownModel _ ->
          "%s has no model %s for this key. Set a model it has (SHORTLIST_AI_MODEL)."
              .formatted(host, model.name());
      case Reply.SchemaRefused _ ->
          "%s cannot answer by a JSON schema. Set a newer model (SHORTLIST_AI_MODEL)."
              .formatted(model.name());
      case Reply.NotAccepted refused ->
          "%s did not accept the call (status %d). Check the address (SHORTLIST_AI_BASE_URL) and the model (SHORTLIST_AI_MODEL)."
              .formatted(host, refused.status());
    };
  }

  private static String unauthorised(Reply.Unauthorised reply, String host, Model model) {
    String told =
        model.key() == null
            ? "%s asks for an API key (status %d), and none is set. Set one (SHORTLIST_AI_API_KEY)."
            : "%s refused the API key (status %d). Set a valid key (SHORTLIST_AI_API_KEY).";
    return told.formatted(host, reply.status());
  }

  private static String limited(Reply.RateLimited limited, String host) {
    String window = limited.window() == Reply.Window.DAY ? "day" : "minute";
    var after = limited.after();
    return after == null
        ? "The calls %s allows in a %s are used up.".formatted(host, window)
        : "The calls %s allows in a %s are used up; it asks to wait %d s."
            .formatted(host, window, Math.max(1, after.toSeconds()));
  }

  private static String unreachable(Reply.Failure failure, String host, Model model) {
    return switch (failure) {
      case UNKNOWN_HOST ->
          "There is no host %s. Check the address (SHORTLIST_AI_BASE_URL) and the network."
              .formatted(host);
      case NO_CONNECTION ->
          "%s accepts no connection. Check the address (SHORTLIST_AI_BASE_URL), and that the service runs."
              .formatted(host);
      case BROKEN_CONNECTION -> "%s broke off the connection.".formatted(host);
      case TIMEOUT -> "%s did not answer within %d s.".formatted(host, model.timeout().toSeconds());
    };
  }
}
