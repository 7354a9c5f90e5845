package dev.shortlist.text;

import java.util.List;
import java.util.Optional;

/// Finds out whether a CV carries a job description, pasted in to please a machine.
///
/// Employers speak otherwise than applicants do: "we are looking for", "the successful candidate".
/// Several such phrases make a notice; the words stay text like any other.
final class Advert {
  private static final int ENOUGH = 3;
  private static final int AROUND = 120;

  private static final List<Phrase> PHRASES =
      List.of(
          phrase("(we are|we're) (now |currently )?(looking for|seeking|hiring|recruiting)"),
          phrase(
              "(the successful|the ideal|the right|successful|ideal|right) (candidate|applicant)"),
          phrase("about the (role|job|position)|about this (role|job|position)"),
          phrase(
              "(you|the candidate) (will|must|should) (be responsible|have|work|join|report|bring)"),
          phrase("(what|who) (you'll|you will|we're|we are) (do|bring|need|looking for)"),
          phrase("what we offer|we offer (you|a competitive)|competitive salary"),
          phrase("equal opportunity employer|all qualified applicants"),
          phrase("apply (now|today|online|by|with your)|how to apply|send (us )?your (cv|resume)"),
          phrase(
              "(minimum|at least) (of )?\\d+\\+? years('|’)? (of )?(\\w+ ){0,3}experience (is |are )?(required|needed)"),
          phrase("(required|preferred|minimum|desired) (qualifications|skills and experience)"),
          phrase("you (will|must|should|have)|you'll|your (role|responsibilities|profile|tasks)"),
          phrase(
              "must[- ]haves?|should have|would be (a plus|an advantage|preferred)|is a (plus|must)"),
          phrase("(we|our) (company|team|clients?) (is|are|seeks?|needs?|offers?)|join (us|our)"),
          phrase(
              "(position|job|role|company|client) (overview|summary|purpose|type|requirements?)"),
          phrase("nice to have|job description|reports to the|salary range"),
          phrase("wir (suchen|bieten)|ihr profil|ihre aufgaben|bewerben sie sich|bewerbung an"),
          phrase("nous (recherchons|offrons)|profil recherché|vos missions|postulez|le poste"),
          phrase("(buscamos|ofrecemos)|requisitos del puesto|funciones del puesto|envía tu cv"));

  private Advert() {}

  /// The first of the phrases, when there are enough of them.
  static Optional<Notice> in(List<Line> lines) {
    var text = new StringBuilder();
    lines.forEach(line -> text.append(line.text()).append(' '));
    int found = 0;
    int first = text.length();
    var searched = SearchedText.of(text);
    for (var phrase : PHRASES) {
      var match = phrase.find(searched);
      if (match.isPresent()) {
        found++;
        first = Math.min(first, match.get().start());
      }
    }
    if (found < ENOUGH) {
      return Optional.empty();
    }
    var words = text.substring(first, Math.min(text.length(), first + AROUND)).strip();
    return Optional.of(
        new Notice(Notice.Kind.JOB_DESCRIPTION, CleanText.shortened(words), page(lines, first)));
  }

  private static int page(List<Line> lines, int offset) {
    int at = 0;
    for (var line : lines) {
      at += line.text().length() + 1;
      if (offset < at) {
        return line.page();
      }
    }
    return 1;
  }

  private static Phrase phrase(String words) {
    return new Phrase(words, "(?![\\p{L}\\p{N}])", 0);
  }
}
