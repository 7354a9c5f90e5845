package dev.shortlist.screening;

import dev.shortlist.storage.Storage;
import dev.shortlist.storage.StorageAway;
import dev.shortlist.text.Cover;
import dev.shortlist.text.PagePainter;
import dev.shortlist.text.Painting;
import dev.shortlist.text.ScannedLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// The pages of stored CVs as they are drawn.
@Component
public class CvPages {
  private final Storage storage;
  private final PagePainter painter;

  CvPages(Storage storage, PagePainter painter) {
    this.storage = storage;
    this.painter = painter;
  }

  /// A page of a file.
  ///
  /// @param documentHash of an application the caller may see
  /// @param page from 1
  public Painting paint(String documentHash, int page) {
    return painted(documentHash, file -> painter.paint(file, page));
  }

  /// A page of a file without photographs and drawings.
  ///
  /// @param documentHash of an application the caller may see
  /// @param page from 1
  /// @param covers what is painted over on this page
  /// @param scanned the lines of this page, of which alone something is seen where it is a picture
  public Painting paintBlind(
      String documentHash, int page, List<Cover> covers, List<ScannedLine> scanned) {
    return painted(documentHash, file -> painter.paintBlind(file, page, covers, scanned));
  }

  private Painting painted(String documentHash, Function<Path, Painting> painting) {
    try (var stored = storage.borrow(documentHash)) {
      return painting.apply(stored.path());
    } catch (NoSuchFileException | StorageAway e) {
      return new Painting.None();
    } catch (IOException e) {
      throw new UncheckedIOException("the stored file cannot be read", e);
    }
  }
}
