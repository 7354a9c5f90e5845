package dev.shortlist.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Finds visible words that look like an order to a machine that reads CVs.
///
/// They stay text like any other; a recruiter is told.
final class Instructions {
  private static final List<Phrase> ORDERS =
      List.of(
          // English
          order(
              "(ignore|disregard|forget|override)\\W+(\\w+\\W+){0,3}(previous|prior|above|earlier|preceding|other|all)\\W+(\\w+\\W+){0,2}(instructions?|prompts?|rules|criteria|guidelines|requirements|candidates|text)"),
          order(
              "(ignore|disregard)\\W+(\\w+\\W+){0,2}(instructions|prompt|system prompt|job description)"),
          order(
              "(you are|act as|as) an?\\W+(\\w+\\W+){0,3}(language model|ai (assistant|model|recruiter|system|screener)|llm|chatbot)\\b.{0,80}(must|should|rate|rank|score|recommend|respond|output|say)"),
          order(
              "(note|message|instructions?|attention|hint)\\W+(to|for)\\W+(the\\W+|any\\W+|all\\W+)?(\\w+\\W+){0,2}(ai|llms?|language models?|gpt|chatgpt|ats|bots?|scoring (system|engine|model)|screening (system|software|tool|model)|parsers?|automated (system|screener|reviewer)s?)\\b(?!\\W+(team|department|group|lab|engineer|research|project|product|platform|startup|company|community|conference|course|model|student|developer|tool))"),
          order(
              "(rate|rank|score|mark|grade|classify|recommend)\\W+(this|the|my|me as)\\W+(candidate|applicant|resume|cv|profile|application)?\\W*(\\w+\\W+){0,4}(100|10/10|highest|maximum|top|perfect|first|best|strong(ly)? (yes|hire)|excellent|exceptionally)"),
          order(
              "(give|assign|award|return|output|set)\\W+(\\w+\\W+){0,5}(maximum|highest|perfect|full|top|100|10/10)\\W+(\\w+\\W+){0,3}(scores?|rating|points|marks|rank(ing)?)\\b"),
          order(
              "(the scores?|the rating|scores?|rating) (must|should|has to|shall) be\\W+(\\w+\\W+){0,3}(100|10|highest|maximum|perfect)"),
          order(
              "(must|should|always) (be )?(hire|hired|recommend|recommended|shortlist|shortlisted|ranked first)\\W+(this|the) (candidate|applicant)|(this|the) (candidate|applicant) (must|should) (always )?be (hired|recommended|shortlisted|ranked|rated|scored|accepted|selected)"),
          order(
              "(<\\|?(system|im_start|endoftext)\\|?>|\\[/?inst\\]|###\\s*(system|instruction)|begin system prompt|new instructions\\s*:)"),
          order("system (prompt|message|override)\\s*[:=-]"),
          // German, French, Spanish, Italian, Dutch, Portuguese, Polish
          order(
              "(ignoriere|missachte|vergiss|ignorieren sie)\\W+(\\w+\\W+){0,3}(anweisung(en)?|instruktionen|vorgaben|regeln|kriterien)"),
          order(
              "(bewerte|bewerten sie|stufe)\\W+(\\w+\\W+){0,4}(bewerber(in)?|kandidat(en|in)?|lebenslauf|profil)\\W+(\\w+\\W+){0,4}(höchst\\w*|maximal\\w*|100|bestnote|perfekt|besten)"),
          order(
              "(ignore[zr]?|oublie[zr]?|ne tiens pas compte)\\W+(\\w+\\W+){0,4}(instructions|consignes|règles|critères)"),
          order(
              "(note[zr]?|évalue[zr]?|classe[zr]?|donne[zr]?|attribue[zr]?)\\W+(\\w+\\W+){0,6}(note maximale|meilleure note|score maximal|score maximum|100\\W|premier)"),
          order(
              "(ignora[rd]?|ignore|olvida|descarta)\\W+(\\w+\\W+){0,4}(instrucciones|reglas|criterios|istruzioni|regole|criteri|instruções|regras|critérios)"),
          order(
              "(asigna|otorga|califica|puntúa|assegna|valuta|atribua|avalie|classifique)\\w*\\W+(\\w+\\W+){0,6}(máxim[ao]|más alta|massim[oa]|più alto|mais alta|100\\W|perfett[oa])"),
          order(
              "(negeer|vergeet)\\W+(\\w+\\W+){0,3}(instructies|aanwijzingen|regels|criteria)|(geef|beoordeel)\\W+(\\w+\\W+){0,5}(hoogste|maximale)\\W+(score|cijfer|beoordeling)"),
          order(
              "(zignoruj|pomiń|zapomnij)\\W+(\\w+\\W+){0,3}(instrukcje|polecenia|zasady|kryteria)|(oceń|przyznaj)\\W+(\\w+\\W+){0,5}(najwyż\\w*|maksymaln\\w*)"));

  private Instructions() {}

  static List<Notice> in(List<Line> lines) {
    var notices = new ArrayList<Notice>();
    int page = 0;
    var text = new StringBuilder();
    for (var line : lines) {
      if (line.page() != page) {
        search(text, page, notices);
        text.setLength(0);
        page = line.page();
      }
      text.append(line.text()).append(' ');
    }
    search(text, page, notices);
    return notices;
  }

  private static void search(CharSequence text, int page, List<Notice> notices) {
    var searched = SearchedText.of(text);
    for (var order : ORDERS) {
      var found = order.find(searched);
      if (found.isPresent()) {
        int end = Math.min(text.length(), found.get().end() + 60);
        var words = text.subSequence(found.get().start(), end).toString().strip();
        notices.add(new Notice(Notice.Kind.INSTRUCTIONS, CleanText.shortened(words), page));
        return;
      }
    }
  }

  private static Phrase order(String words) {
    return new Phrase(words, "", Pattern.UNICODE_CHARACTER_CLASS);
  }
}
