package dev.shortlist.text;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Reads the pages of one file that are pictures, with Tesseract.
///
/// The picture goes through a pipe and the words come back through another: no file is written.
final class Recognizer {
  private static final int LONGEST_ANSWER = 16 << 20;
  private static final long MEMORY = 2L << 30;
  private static final int SURE_ENOUGH = 75;
  private static final int ANY_WAY_UP = 1;
  private static final int UPRIGHT = 3;

  private final ChildRules rules;
  private final Runnable announce;
  private final List<Integer> confidences = new ArrayList<>();
  private int tried;
  private long deadline;

  /// @param announce called before the first page, as what follows takes longer than reading
  Recognizer(ChildRules rules, Runnable announce) {
    this.rules = rules;
    this.announce = announce;
  }

  boolean isInstalled() {
    return rules.tesseract().isPresent();
  }

  /// Whether the limit allows for another page.
  boolean hasRoom() {
    return isInstalled() && tried < rules.recognizedPages();
  }

  /// Why nothing was read, for a person.
  String doubt() {
    return confidences.isEmpty()
        ? "no words were found"
        : "sure of %d in 100 letters at best, %d are needed"
            .formatted(Collections.max(confidences), rules.confidence());
  }

  /// Adds the words on `picture` to `draft`.
  ///
  /// @param picture in grey, a byte a pixel
  /// @param page number from 1
  /// @param scale points a pixel
  /// @return whether there are any, and Tesseract is sure enough of them
  /// @throws Unreadable if it takes too long
  boolean read(BufferedImage picture, int page, float scale, Draft draft) throws IOException {
    if (tried++ == 0) {
      announce.run();
      deadline = System.nanoTime() + rules.recognition().toNanos();
    }
    var found = recognize(picture, UPRIGHT, scale);
    if (found.confidence() < SURE_ENOUGH && tesseract().turns() && isWorthTurning(picture)) {
      var turned = recognize(picture, ANY_WAY_UP, scale);
      found = turned.confidence() > found.confidence() ? turned : found;
    }
    if (found.lines().isEmpty()) {
      return false;
    }
    confidences.add(found.confidence());
    if (found.confidence() < rules.confidence()) {
      return false;
    }
    add(found, page, scale, draft);
    return true;
  }

  private static void add(Hocr found, int page, float scale, Draft draft) {
    int paragraph = -1;
    for (var line : found.lines()) {
      if (line.paragraph() != paragraph) {
        draft.nextBlock();
        paragraph = line.paragraph();
      }
      var place = line.place();
      var box =
          new Box(
              place.x() * scale, place.y() * scale, place.width() * scale, place.height() * scale);
      draft.line(line.text(), page, box, Math.round(line.size() * scale), false);
    }
    draft.nextBlock();
  }

  /// Empty paper cannot be turned; trying takes longer than looking.
  private static boolean isWorthTurning(BufferedImage picture) {
    byte[] pixels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    int dark = 0;
    for (int i = 0; i < pixels.length; i += 7) {
      dark += (pixels[i] & 0xFF) < 128 ? 1 : 0;
    }
    return dark * 7L > pixels.length / 1000;
  }

  private Tesseract tesseract() {
    return rules.tesseract().orElseThrow();
  }

  private Hocr recognize(BufferedImage picture, int segmentation, float scale) throws IOException {
    var builder = new ProcessBuilder(command(segmentation, Math.round(72 / scale)));
    builder.environment().clear();
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("OMP_THREAD_LIMIT", "1");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    long left = deadline - System.nanoTime();
    if (left <= 0) {
      throw tooSlow();
    }
    var process = builder.start();
    try {
      var feeding =
          CompletableFuture.runAsync(() -> feed(picture, process), Thread::startVirtualThread);
      var alarm =
          process.onExit().orTimeout(left, TimeUnit.NANOSECONDS).exceptionally(_ -> kill(process));
      var answer = process.getInputStream().readNBytes(LONGEST_ANSWER);
      feeding.join();
      int exit = alarm.join().waitFor();
      if (System.nanoTime() >= deadline) {
        throw tooSlow();
      }
      return exit == 0 ? Hocr.of(new String(answer, StandardCharsets.UTF_8)) : Hocr.NOTHING;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while Tesseract reads a page", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private List<String> command(int segmentation, int dotsPerInch) {
    var words = new ArrayList<String>();
    if (rules.limited()) {
      long seconds = 5 + rules.recognition().toSeconds();
      words.addAll(List.of("prlimit", "--as=" + MEMORY, "--cpu=" + seconds, "--"));
    }
    words.addAll(List.of(tesseract().program().toString(), "stdin", "stdout"));
    if (!tesseract().data().isEmpty()) {
      words.addAll(List.of("--tessdata-dir", tesseract().data()));
    }
    words.addAll(
        List.of(
            "-l",
            String.join("+", tesseract().languages()),
            "--psm",
            Integer.toString(segmentation),
            "--dpi",
            Integer.toString(Math.clamp(dotsPerInch, 70, 600)),
            "-c",
            "tessedit_create_hocr=1"));
    return words;
  }

  /// Portable grey map: a line of text, then the pixels.
  private static void feed(BufferedImage picture, Process process) {
    var head =
        String.format(Locale.ROOT, "P5 %d %d 255\n", picture.getWidth(), picture.getHeight());
    try (OutputStream out = process.getOutputStream()) {
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(((DataBufferByte) picture.getRaster().getDataBuffer()).getData());
    } catch (IOException e) {
      // It ended before it had read everything: its exit code says what that means.
    }
  }

  private Unreadable tooSlow() {
    return new Unreadable(
        Reason.TOO_COSTLY,
        "text recognition took more than %d s".formatted(rules.recognition().toSeconds()));
  }

  private static Process kill(Process process) {
    return process.destroyForcibly();
  }
}
