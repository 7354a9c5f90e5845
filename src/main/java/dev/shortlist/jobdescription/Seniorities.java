package dev.shortlist.jobdescription;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How senior a post is: what the title says, else what the text says, else what the years say.
final class Seniorities {
  private static final Map<Seniority, Pattern> TITLES = new EnumMap<>(Seniority.class);

  static {
    TITLES.put(
        Seniority.TRAINEE,
        Roles.words(
            List.of(
                "intern",
                "internship",
                "trainee",
                "apprentice(?:ship)?",
                "working student",
                "student assistant",
                "graduate (?:trainee|programme|program|scheme)",
                "azubi",
                "auszubildende[rn]?",
                "praktikant(?:in)?",
                "praktikum",
                "werkstudent(?:in)?",
                "volontär(?:in)?",
                "stagiaire",
                "stage(?! \\d)",
                "apprentie?",
                "alternante?",
                "alternance")));
    TITLES.put(
        Seniority.JUNIOR,
        Roles.words(
            List.of(
                "junior",
                "jr\\.?",
                "entry[- ]level",
                "beginner",
                "graduate",
                "débutante?",
                "berufseinsteiger(?:in)?")));
    TITLES.put(
        Seniority.EXECUTIVE,
        Roles.words(
            List.of(
                "(?:managing |executive |medical |finance |marketing |sales |creative |technical |operations |hr )?director(?! of first)",
                "vp",
                "vice[- ]president",
                "chief (?:\\p{L}+ )?officer",
                "c[eftiom]o",
                "president",
                "geschäftsführer(?:in)?",
                "vorstand",
                "directeur(?: général)?",
                "directrice(?: générale)?",
                "partner")));
    TITLES.put(
        Seniority.LEAD,
        Roles.words(
            List.of(
                "lead",
                "leader",
                "team ?lead(?:er)?",
                "head",
                "head of",
                "supervisor",
                "superintendent",
                "foreman",
                "chief",
                "executive chef",
                "head chef",
                "ward manager",
                "teamleiter(?:in)?",
                "\\p{L}*leiter(?:in)?",
                "leitung",
                "leitende[rn]?",
                "responsable",
                "chef d['’]équipe",
                "chef de service")));
    TITLES.put(
        Seniority.SENIOR,
        Roles.words(
            List.of(
                "senior",
                "sr\\.?",
                "snr\\.?",
                "principal",
                "staff (?:software |data |site |security )?(?:engineer|developer|scientist)",
                "expert",
                "confirmée?")));
    TITLES.put(
        Seniority.EXPERIENCED,
        Roles.words(
            List.of(
                "experienced",
                "mid[- ]?level",
                "mid(?:-| to )senior",
                "intermediate",
                "erfahrene[rn]?",
                "expérimentée?")));
  }

  private static final List<Seniority> ORDER =
      List.of(
          Seniority.TRAINEE,
          Seniority.EXECUTIVE,
          Seniority.LEAD,
          Seniority.SENIOR,
          Seniority.JUNIOR,
          Seniority.EXPERIENCED);
  private static final Pattern NOT_SENIORITY =
      Pattern.compile(
          "\\b(?:lead (?:generation|management|qualification)|account executive|head ?hunter|head waiter|leadership|business partner|business partnering|assistant to (?:the )?\\p{L}+|to the (?:ceo|director)|funeral director|art director|key stage|stage (?:manager|technician|hand)|internal|executive assistant|intern\\w{2,})\\b",
          Roles.FLAGS);
  private static final Pattern ENTRY =
      Pattern.compile(
          "\\bentry[- ]level (?:position|role|post|job|opportunity)|\\bno (?:prior |previous |work )?experience (?:is )?(?:required|needed|necessary)|\\bberufseinsteiger|\\bdébutante?s? acceptée?s?",
          Roles.FLAGS);
  private static final int EXPERIENCED_FROM = 3;
  private static final int SENIOR_FROM = 6;

  private Seniorities() {}

  static @Nullable Seniority of(
      String title, List<Sentence> sentences, List<Requirement> requirements) {
    return inTitle(title).or(() -> inText(sentences)).or(() -> inYears(requirements)).orElse(null);
  }

  static Optional<Seniority> inTitle(String title) {
    String words = NOT_SENIORITY.matcher(title).replaceAll(" ");
    return ORDER.stream()
        .filter(seniority ->
            TITLES.containsKey(seniority) && TITLES.get(seniority).matcher(words).find())
        .findFirst();
  }

  private static Optional<Seniority> inText(List<Sentence> sentences) {
    return sentences.stream().anyMatch(sentence -> ENTRY.matcher(sentence.text()).find())
        ? Optional.of(Seniority.JUNIOR)
        : Optional.empty();
  }

  private static Optional<Seniority> inYears(List<Requirement> requirements) {
    int years =
        requirements.stream()
            .filter(one -> one.importance() == Importance.REQUIRED)
            .mapToInt(one -> one.need() instanceof Need.Experience need ? need.years() : 0)
            .max()
            .orElse(0);
    return years < EXPERIENCED_FROM
        ? Optional.empty()
        : Optional.of(years < SENIOR_FROM ? Seniority.EXPERIENCED : Seniority.SENIOR);
  }
}
