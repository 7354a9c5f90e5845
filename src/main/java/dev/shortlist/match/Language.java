package dev.shortlist.match;

import org.jspecify.annotations.Nullable;

/// What is known of language, whatever the taxonomy: word pieces, the weight of words, and the
/// language model with what it made so far. Shared by all matchers, as loading it takes a second.
final class Language implements AutoCloseable {
  static final int TITLES_KEPT = 40_000;
  private static final int DUTIES_KEPT = 200;

  private final WordPiece pieces = SentenceModel.vocabulary();
  private final Lexicon lexicon = new Lexicon(pieces);
  private final Vectors titles =
      new Vectors(
          TitleVectors.standard()::of,
          text -> model().embed(text, Nearness.TITLE_PIECES),
          TITLES_KEPT);
  private final Vectors duties =
      new Vectors(_ -> null, text -> model().embed(text, Nearness.DUTY_PIECES), DUTIES_KEPT);
  private @Nullable SentenceModel model;

  Lexicon lexicon() {
    return lexicon;
  }

  Vectors titles() {
    return titles;
  }

  Vectors duties() {
    return duties;
  }

  @Override
  public synchronized void close() {
    if (model != null) {
      model.close();
      model = null;
    }
  }

  private synchronized SentenceModel model() {
    if (model == null) {
      model = new SentenceModel(pieces);
    }
    return model;
  }
}
