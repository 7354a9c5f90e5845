package dev.shortlist.text;

import java.util.List;
import java.util.Optional;

/// What this machine can do for reading.
///
/// @param recognition name and version of what reads scans, absent when there is none
/// @param languages models it uses, the likeliest first
/// @param noNetwork whether child processes are without network
/// @param noFiles whether child processes can write no file and have an end to their time
public record Abilities(
    Optional<String> recognition, List<String> languages, boolean noNetwork, boolean noFiles) {
  public Abilities {
    languages = List.copyOf(languages);
  }

  /// Looks.
  ///
  /// @throws IllegalStateException if `setup` asks for what this machine does not have; the message
  ///   says what to do
  public static Abilities of(Setup setup) {
    var tesseract = Tesseract.find(setup.recognition());
    var confinement = Confinement.of(setup.sandbox());
    return new Abilities(
        tesseract.map(t -> "Tesseract " + t.version()),
        tesseract.map(Tesseract::languages).orElse(List.of()),
        !confinement.network().isEmpty(),
        confinement.limited());
  }
}
