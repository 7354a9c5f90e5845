package dev.shortlist.match;

import dev.shortlist.skills.Taxonomy;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the vectors of all titles in the taxonomy: run it after titles were added, with the path
/// `src/main/resources/dev/shortlist/match/title-vectors.bin`.
final class TitleVectorsWriter {
  private TitleVectorsWriter() {}

  public static void main(String[] args) throws IOException {
    try (var model = new SentenceModel(SentenceModel.vocabulary());
        var out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[0])))) {
      var vectors =
          KindsOfWork.vectors(
              Taxonomy.standard(), title -> model.embed(title, Nearness.TITLE_PIECES));
      TitleVectors.write(vectors, out);
      System.out.printf("%d titles%n", vectors.size());
    }
  }
}
