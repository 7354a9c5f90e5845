package dev.shortlist.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a [Child] is told when it starts; it crosses as the words of its command line.
///
/// @param pages pages read of one file at most
/// @param characters characters kept of one file at most
/// @param limited whether `prlimit` may be used on what the child starts
/// @param tesseract what pages that are pictures are read with
record ChildRules(
    int pages,
    int characters,
    boolean limited,
    Optional<Tesseract> tesseract,
    int recognizedPages,
    Duration recognition,
    int confidence) {

  static ChildRules of(Setup setup, Optional<Tesseract> tesseract, Confinement confinement) {
    var recognition = setup.recognition();
    return new ChildRules(
        setup.limits().pages(),
        setup.limits().characters(),
        confinement.limited(),
        tesseract,
        recognition.pages(),
        recognition.time(),
        recognition.confidence());
  }

  List<String> words() {
    var none = List.of("", "", "", "", "false");
    var program =
        tesseract
            .map(t ->
                List.of(
                    t.program().toString(),
                    t.version(),
                    t.data(),
                    String.join("+", t.languages()),
                    Boolean.toString(t.turns())))
            .orElse(none);
    return List.of(
        Integer.toString(pages),
        Integer.toString(characters),
        Boolean.toString(limited),
        Integer.toString(recognizedPages),
        Long.toString(recognition.toMillis()),
        Integer.toString(confidence),
        program.get(0),
        program.get(1),
        program.get(2),
        program.get(3),
        program.get(4));
  }

  static ChildRules of(List<String> words) {
    var tesseract =
        new Tesseract(
            Path.of(words.get(6)),
            words.get(7),
            words.get(8),
            List.of(words.get(9).split("\\+", -1)),
            Boolean.parseBoolean(words.get(10)));
    return new ChildRules(
        Integer.parseInt(words.get(0)),
        Integer.parseInt(words.get(1)),
        Boolean.parseBoolean(words.get(2)),
        words.get(6).isEmpty() ? Optional.empty() : Optional.of(tesseract),
        Integer.parseInt(words.get(3)),
        Duration.ofMillis(Long.parseLong(words.get(4))),
        Integer.parseInt(words.get(5)));
  }
}
