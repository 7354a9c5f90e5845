package dev.shortlist.web;

import dev.shortlist.match.Dimension;
import dev.shortlist.match.Weights;
import org.springframework.util.MultiValueMap;

/// What the dimensions weigh, in the fields of a form.
final class CardWeights {
  private static final int MOST = 100;

  private CardWeights() {}

  /// The weights in `form`; what it does not have, and what cannot be, is as it was.
  static Weights of(MultiValueMap<String, String> form, Weights before) {
    try {
      return new Weights(
          of(form, Dimension.TECHNICAL_SKILLS, before),
          of(form, Dimension.EXPERIENCE, before),
          of(form, Dimension.EDUCATION, before),
          of(form, Dimension.SOFT_SKILLS, before),
          of(form, Dimension.CULTURE, before));
    } catch (IllegalArgumentException allZero) {
      return before;
    }
  }

  /// Name of the field of a dimension.
  static String field(Dimension dimension) {
    return switch (dimension) {
      case TECHNICAL_SKILLS -> "technicalSkills";
      case EXPERIENCE -> "experience";
      case EDUCATION -> "education";
      case SOFT_SKILLS -> "softSkills";
      case CULTURE -> "culture";
    };
  }

  private static int of(MultiValueMap<String, String> form, Dimension dimension, Weights before) {
    var given = form.getFirst(field(dimension));
    return given == null || !given.matches("\\d{1,3}")
        ? before.of(dimension)
        : Math.min(MOST, Integer.parseInt(given));
  }
}
