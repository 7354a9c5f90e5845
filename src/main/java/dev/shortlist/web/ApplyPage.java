package dev.shortlist.web;

import dev.shortlist.mail.Letterhead;
import dev.shortlist.opening.Answer.Fault;
import dev.shortlist.opening.Consent;
import dev.shortlist.opening.Format;
import dev.shortlist.opening.Opening;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The page on which somebody applies.
///
/// @param limit bytes a CV may have
/// @param local whether only this machine can open the page
/// @param name as given before
/// @param email as given before
/// @param faults what is to be put right
/// @param trouble what else went wrong, empty when nothing did
record ApplyPage(
    Opening opening,
    Letterhead letterhead,
    Consent consent,
    String token,
    long limit,
    boolean local,
    String name,
    String email,
    List<Fault> faults,
    String trouble) {

  /// `PDF, DOCX, ODT`.
  String formats() {
    return Arrays.stream(Format.values()).map(Format::name).collect(Collectors.joining(", "));
  }

  /// As a file field takes it: `.pdf,.docx`.
  String endings() {
    return Arrays.stream(Format.values()).map(Format::ending).collect(Collectors.joining(","));
  }

  /// The text in paragraphs.
  List<String> paragraphs() {
    return paragraphs(opening.text());
  }

  List<String> agreement() {
    return paragraphs(consent.text());
  }

  boolean has(Fault fault) {
    return faults.contains(fault);
  }

  /// Whether the file field is to be looked at.
  boolean hasFileFault() {
    return has(Fault.NO_FILE) || has(Fault.TOO_LARGE) || has(Fault.FORMAT);
  }

  /// Which fields a fault is about: `name`, or empty for none.
  static String field(Fault fault) {
    return switch (fault) {
      case NAME -> "name";
      case EMAIL -> "email";
      case NO_FILE, TOO_LARGE, FORMAT -> "cv";
      case NOT_AGREED, CHANGED -> "agreed";
      case TRAP, QUICK, STALE -> "";
    };
  }

  static List<String> paragraphs(String text) {
    return Arrays.stream(text.split("\n\\s*\n")).filter(one -> !one.isBlank()).toList();
  }
}
