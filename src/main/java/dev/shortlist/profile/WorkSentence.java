package dev.shortlist.profile;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A sentence that tells what somebody works as: `Worked as Weaver at Copper Mill from`.
///
/// @param post what it calls the post
/// @param organisation where that is, absent when it does not say so
record WorkSentence(Span post, @Nullable Span organisation) {
  private static final int LONGEST = 160;

  private static final String WORKED =
      "(?i)^(?:(?:job )?description\\s?[:-]\\s?)?(?:i (?:have |had |am |was )?(?:been )?)?"
          + "(?:currently |presently )?(?:work(?:ed|ing|s)?|employed|served|serving|hired|joined) "
          + "(?:currently |presently |the (?:company|organi[sz]ation|team|firm) )?";
  private static final String JOINED = "(?i)^(?:i )?joined (?:the )?";
  private static final String AT = "(?:at|with|in|for) (?:the )?";
  private static final String POST = "as (?:an? |the )?(?<post>\\S.{2,60}?)";
  private static final String ORGANISATION = "(?-i:(?<organisation>[\\p{Lu}\\d].{1,60}?))";
  private static final String END =
      "(?:,? (?:(?:where|which|who)|and (?:was |got )?promoted) .*)?"
          + "(?: (?:from|since|during|between|in|till|until))?[,.(]*$";

  private static final List<Pattern> SENTENCES =
      List.of(
          Pattern.compile(WORKED + POST + " " + AT + ORGANISATION + END),
          Pattern.compile(WORKED + AT + ORGANISATION + " " + POST + END),
          Pattern.compile(JOINED + ORGANISATION + " " + POST + END),
          Pattern.compile(WORKED + POST + END));

  /// A sentence of an account that says in passing what somebody works as.
  private static final Pattern SAID =
      Pattern.compile(
          "(?i)(?<!\\p{L})(?:worked|working|employed|served|serving|appointed|joined|hired|associated"
              + "|experience)(?!\\p{L})[^.;]{0,60}?(?<!well) as (?!well )(?:an? |the )?"
              + "(?<post>\\p{L}[\\p{L}/&.\\- ]{1,50}?)"
              + "(?= (?:at|in|with|for|from|since|where|who|and|on|under|to)(?!\\p{L})|\\.?[,;(]|\\.(?:\\s|$)|$)");

  private static final Pattern WISH =
      Pattern.compile(
          "(?i)(?<!\\p{L})(?:want|wish|would like|like to|look(?:ing)? (?:for|to|forward)|seek(?:ing)?"
              + "|interested|hop(?:e|ing)|aim(?:ing)?|aspir(?:e|ing)|goal|objective|dream)(?!\\p{L})[^.]*$");

  /// `text` when it is such a sentence, absent when it is none.
  static @Nullable WorkSentence of(Span text) {
    String words = text.text();
    if (words.length() > LONGEST || !words.toLowerCase(Locale.ROOT).contains(" as ")) {
      return null;
    }
    for (var sentence : SENTENCES) {
      var told = sentence.matcher(words);
      if (told.find() && Titles.post(told.group("post")) >= 0.5) {
        boolean named = told.namedGroups().containsKey("organisation");
        return new WorkSentence(
            group(text, told, "post"), named ? group(text, told, "organisation") : null);
      }
    }
    return null;
  }

  /// The post that `account` says in passing, absent when it says none or what is wished for.
  static @Nullable Span saidIn(Span account) {
    var said = SAID.matcher(account.text());
    while (said.find()) {
      boolean wish = WISH.matcher(account.text()).region(0, said.start()).find();
      if (!wish && Titles.post(said.group("post")) >= 0.8) {
        return group(account, said, "post");
      }
    }
    return null;
  }

  private static Span group(Span text, MatchResult found, String name) {
    return text.sub(found.start(name), found.end(name));
  }
}
