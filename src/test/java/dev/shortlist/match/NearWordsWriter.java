package dev.shortlist.match;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes which words mean the like: run it after the language model or the stems have changed,
/// with the path `src/main/resources/dev/shortlist/match/near-words.tsv`. Takes two minutes.
final class NearWordsWriter {
  private static final int PIECES = 8;

  private NearWordsWriter() {}

  private static final class Known {
    private final String stem;
    private final float[] direction;

    Known(String stem, float... direction) {
      this.stem = stem;
      this.direction = direction;
    }
  }

  public static void main(String[] args) throws IOException {
    var vocabulary = SentenceModel.vocabulary();
    var lexicon = new Lexicon(vocabulary);
    var words = new ArrayList<Known>();
    try (var model = new SentenceModel(vocabulary)) {
      for (String word : vocabulary.words()) {
        var known = lexicon.word(word);
        if (word.length() > 2 && !known.isSilent() && !lexicon.isGeneral(word)) {
          words.add(new Known(known.stem(), floats(model.embed(word, PIECES))));
        }
      }
    }
    centre(words);
    var cosines = new TreeMap<String, Integer>();
    for (int i = 0; i < words.size(); i++) {
      for (int k = 0; k < i; k++) {
        add(words.get(i), words.get(k), cosines);
      }
    }
    try (var out = new PrintWriter(Files.newBufferedWriter(Path.of(args[0])))) {
      out.print(
          "# Stems of words of like meaning, with the cosine in thousandths; made by NearWordsWriter.\n");
      cosines.forEach((pair, cosine) -> out.print(pair + "\t" + cosine + "\n"));
    }
    System.out.printf("%d words, %d pairs%n", words.size(), cosines.size());
  }

  private static void add(Known one, Known other, Map<String, Integer> cosines) {
    double cosine = 0;
    for (int i = 0; i < one.direction.length; i++) {
      cosine += one.direction[i] * other.direction[i];
    }
    int thousandths = (int) Math.round(cosine * 1000);
    int order = one.stem.compareTo(other.stem);
    if (thousandths > NearWords.LEAST && order != 0) {
      var pair = order < 0 ? one.stem + "\t" + other.stem : other.stem + "\t" + one.stem;
      cosines.merge(pair, thousandths, Math::max);
    }
  }

  private static float[] floats(Vector vector) {
    var bytes = vector.inBytes();
    var floats = new float[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      floats[i] = bytes[i];
    }
    return normalized(floats);
  }

  private static void centre(List<Known> words) {
    var mean = new float[words.getFirst().direction.length];
    for (var word : words) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += word.direction[i] / words.size();
      }
    }
    for (var word : words) {
      for (int i = 0; i < mean.length; i++) {
        word.direction[i] -= mean[i];
      }
      normalized(word.direction);
    }
  }

  private static float[] normalized(float... direction) {
    double squares = 0;
    for (float value : direction) {
      squares += value * value;
    }
    for (int i = 0; i < direction.length; i++) {
      direction[i] /= (float) Math.sqrt(squares);
    }
    return direction;
  }
}
