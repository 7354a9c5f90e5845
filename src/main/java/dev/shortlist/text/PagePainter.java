package dev.shortlist.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/// Paints pages of CVs as they are drawn, in a child process of its own: who looks at a CV waits
/// for no file that is being read.
///
/// Thread-safe; one page is painted at a time. The child starts when first needed and ends with
/// [#close()].
public final class PagePainter implements AutoCloseable {
  private final Limits limits;
  private final ChildProcess child;
  private final ScheduledThreadPoolExecutor watch;

  /// @throws IllegalStateException if `setup` asks for what this machine does not have
  public PagePainter(Setup setup) {
    this.limits = setup.limits();
    this.watch =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("page-watch").factory());
    watch.setRemoveOnCancelPolicy(true);
    var confinement = Confinement.of(setup.sandbox());
    var rules = ChildRules.of(setup, Tesseract.find(Recognition.none()), confinement);
    this.child =
        new ChildProcess(
            new ChildCommand(setup, rules, confinement, PaintingChild.class, List.of()),
            setup,
            watch,
            () -> {});
  }

  /// Paints a page of `file`; the same bytes give the same picture.
  ///
  /// @param page from 1
  public Painting paint(Path file, int page) {
    return paint(file, new PageOrder(page, false, List.of()));
  }

  /// Paints a page of `file` without photographs, drawings and what stands on `covers`.
  ///
  /// @param page from 1
  /// @param covers of this page
  public Painting paintBlind(Path file, int page, List<Cover> covers) {
    return paint(file, new PageOrder(page, true, covers));
  }

  /// The same of a file with pages that are pictures: of such a page nothing is painted but the
  /// words of `scanned` that may be seen.
  ///
  /// @param page from 1
  /// @param covers of this page
  /// @param scanned all lines of this page
  public Painting paintBlind(Path file, int page, List<Cover> covers, List<ScannedLine> scanned) {
    return paint(file, new PageOrder(page, true, covers, scanned));
  }

  /// Ends the child.
  @Override
  public synchronized void close() {
    child.close();
    watch.shutdownNow();
  }

  private synchronized Painting paint(Path file, PageOrder order) {
    try {
      long bytes = Files.size(file);
      return bytes == 0 || bytes > limits.fileBytes() ? new Painting.None() : twice(file, order);
    } catch (IOException e) {
      throw new IllegalStateException("a page cannot be painted: " + e, e);
    }
  }

  /// A child can die of the files before, so a death is only believed the second time.
  private Painting twice(Path file, PageOrder order) throws IOException {
    try {
      return child.paint(file, order);
    } catch (ChildProcess.Ended first) {
      if (first.killedFor() != null) {
        return new Painting.None();
      }
    }
    try {
      return child.paint(file, order);
    } catch (ChildProcess.Ended second) {
      return new Painting.None();
    }
  }
}
