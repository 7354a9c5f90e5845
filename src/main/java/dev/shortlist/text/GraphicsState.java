package dev.shortlist.text;

import org.jspecify.annotations.Nullable;

/// What the operators of a content stream set for those that come after them, as far as words are
/// concerned; `q` saves it and `Q` brings it back.
///
/// Source: ISO 32000-1, tables 52, 53 and 104.
final class GraphicsState {
  Transform page;

  /// Where the next letter and the line it stands in begin; absent outside text.
  @Nullable Transform text;

  @Nullable Transform line;

  @Nullable Face face;
  float size;
  float spacing;
  float wordSpacing;
  float stretch = 1;
  float leading;
  float rise;
  int mode;

  /// How much of what lies below is covered: 0 nothing, 1 all of it.
  float alpha = 1;

  boolean masked;

  /// The same of the groups that what is drawn belongs to: a group is laid onto the page as a
  /// whole.
  private float groupAlpha = 1;

  private boolean groupMasked;

  GraphicsState(Transform page) {
    this.page = page;
  }

  GraphicsState copy() {
    var copy = new GraphicsState(page);
    copy.text = text;
    copy.line = line;
    copy.face = face;
    copy.size = size;
    copy.spacing = spacing;
    copy.wordSpacing = wordSpacing;
    copy.stretch = stretch;
    copy.leading = leading;
    copy.rise = rise;
    copy.mode = mode;
    copy.alpha = alpha;
    copy.masked = masked;
    copy.groupAlpha = groupAlpha;
    copy.groupMasked = groupMasked;
    return copy;
  }

  /// What a group of things starts with that is laid onto the page with this state.
  GraphicsState ofGroup() {
    var group = copy();
    group.groupAlpha = opacity();
    group.groupMasked = isMasked();
    group.alpha = 1;
    group.masked = false;
    return group;
  }

  float opacity() {
    return alpha * groupAlpha;
  }

  boolean isMasked() {
    return masked || groupMasked;
  }
}
