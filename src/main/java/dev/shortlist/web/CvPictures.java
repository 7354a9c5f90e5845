package dev.shortlist.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.shortlist.blind.Mask;
import dev.shortlist.blind.Sight;
import dev.shortlist.screening.ApplicationDetail;
import dev.shortlist.screening.CvPages;
import dev.shortlist.text.Cover;
import dev.shortlist.text.Painting;
import dev.shortlist.text.ScannedLine;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Pages of CVs as pictures. What was painted lately is kept, by what the file contains and what is
/// covered on it.
@Component
class CvPictures {
  private static final long KEPT_BYTES = 48L << 20;

  private final CvPages cvs;
  private final Cache<Key, Painting> kept =
      Caffeine.newBuilder()
          .maximumWeight(KEPT_BYTES)
          .weigher((Key key, Painting painting) -> weight(painting))
          .build();

  CvPictures(CvPages cvs) {
    this.cvs = cvs;
  }

  private record Key(
      String documentHash,
      int page,
      boolean blind,
      List<Cover> covers,
      List<ScannedLine> scanned) {}

  /// A page of the CV as it may be seen.
  ///
  /// @param known all that is known of the application, which the caller may see
  /// @param page from 1
  Painting page(ApplicationDetail known, Sight sight, int page) {
    return isPaintable(known, sight)
        ? kept.get(key(known, sight, page), this::paint)
        : new Painting.None();
  }

  /// Changes whenever the picture of a page does.
  String version(ApplicationDetail known, Sight sight, int page) {
    return Integer.toHexString(key(known, sight, page).hashCode())
        + (sight.shows(known.application()) ? "" : "b");
  }

  /// The CV with the pages that are painted already; else the page has to ask for them.
  CvView soon(ApplicationDetail known, Sight sight) {
    boolean paintable = isPaintable(known, sight);
    var first = paintable ? kept.getIfPresent(key(known, sight, 1)) : null;
    return first == null
        ? (detail, table) -> CvView.text(detail, table, paintable, paintable)
        : view(known, sight, first);
  }

  /// The CV as text, for whoever wants it so.
  CvView asText(ApplicationDetail known, Sight sight) {
    boolean paintable = isPaintable(known, sight);
    return (detail, table) -> CvView.text(detail, table, paintable, false);
  }

  /// The CV with its pages, which are painted now.
  CvView now(ApplicationDetail known, Sight sight) {
    return view(known, sight, page(known, sight, 1));
  }

  private CvView view(ApplicationDetail known, Sight sight, Painting first) {
    return switch (first) {
      case Painting.None() -> CvView.TEXT;
      case Painting.Picture(var _, var sizes) ->
          (detail, table) -> {
            var text = CvView.text(detail, table, true, false);
            var reading = detail.reading();
            return text == null || reading == null
                ? null
                : new CandidatePage.Cv(
                    text.sheet(),
                    Drawn.of(
                        sizes,
                        reading.source().text(),
                        ScoreTable.passages(table),
                        version(known, sight, 1)),
                    true,
                    false);
          };
    };
  }

  /// Of a scan nobody can tell what to cover while nobody knows the name.
  private static boolean isPaintable(ApplicationDetail known, Sight sight) {
    var reading = known.reading();
    return reading != null
        && (sight.shows(known.application())
            || !CandidatePage.isScan(reading)
            || reading.profile().contact().name() != null)
        && known.application().documentHash() != null
        && reading.source().type().isDrawn();
  }

  private static Key key(ApplicationDetail known, Sight sight, int page) {
    var reading = Objects.requireNonNull(known.reading());
    String hash = Objects.requireNonNull(known.application().documentHash());
    var seen = sight.seen(known).reading();
    return sight.shows(known.application()) || seen == null
        ? new Key(hash, page, false, List.of(), List.of())
        : new Key(
            hash, page, true, Mask.covers(reading, seen, page), Mask.scanned(reading, seen, page));
  }

  private Painting paint(Key key) {
    return key.blind
        ? cvs.paintBlind(key.documentHash, key.page, key.covers, key.scanned)
        : cvs.paint(key.documentHash, key.page);
  }

  private static int weight(Painting painting) {
    return switch (painting) {
      case Painting.None() -> 100;
      case Painting.Picture(var png, var _) -> png.length() + 1000;
    };
  }
}
