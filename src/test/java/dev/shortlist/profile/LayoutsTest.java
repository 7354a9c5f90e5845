package dev.shortlist.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.skills.Taxonomy;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Facts that only the look of a page tells. The people are invented.
class LayoutsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final LocalProfileReader READER = new LocalProfileReader(Taxonomy.standard());

  @Test
  void a_name_on_three_lines_is_one_name() {
    var page =
        new Page()
            .line(40, 20, true, "Chidinma")
            .line(40, 20, true, "Okonkwo-")
            .line(40, 20, true, "Reyes")
            .plain("Senior Data Engineer")
            .plain("c.okonkwo@example.com");

    assertThat(name(entries(page))).isEqualTo("Chidinma Okonkwo-Reyes");
  }

  @Test
  void a_name_that_could_stand_alone_does_not_take_the_line_below() {
    var page =
        new Page()
            .line(40, 20, true, "Haruki Tanaka")
            .line(40, 20, true, "Portrait Painting")
            .plain("haruki.tanaka@example.com");

    assertThat(name(entries(page))).isEqualTo("Haruki Tanaka");
  }

  @Test
  void a_name_beside_its_label_is_the_name() {
    var page =
        new Page()
            .line(40, 12, true, "Curriculum Vitae")
            .plain("Imię i nazwisko\tAgnieszka Wiśniewska")
            .plain("Telefon\t+48 601 234 567");

    assertThat(name(entries(page))).isEqualTo("Agnieszka Wiśniewska");
  }

  @Test
  void what_stands_indented_under_a_post_tells_of_it() {
    var page =
        new Page()
            .plain("Data engineer with a decade of building pipelines for retailers and hospitals")
            .heading("Experience")
            .head("Data Engineer")
            .dates("Sept 2016 – Feb 2020")
            .plain("Tessera Health, London, UK")
            .indented("Built ingestion with Kafka")
            .indented("Mentored two graduates")
            .head("Junior Developer")
            .dates("July 2014 – Aug 2016")
            .plain("Moss & Fenwick, Bath, UK")
            .indented("Maintained the stock system");

    assertThat(posts(page))
        .containsExactly("Data Engineer | Tessera Health", "Junior Developer | Moss & Fenwick");
    assertThat(read(page).work().getFirst().highlights()).hasSize(2);
  }

  @Test
  void a_post_of_one_summer_stands_among_longer_ones() {
    var page =
        new Page()
            .heading("Experience")
            .plain("Product Designer, Banyan Robotics, Inc.")
            .dates("2018 – 2021")
            .plain("UX Intern, Nettle Studio")
            .dates("Summer 2017");

    assertThat(posts(page))
        .containsExactly("Product Designer | Banyan Robotics, Inc.", "UX Intern | Nettle Studio");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Drewmax Sp. z o.o. | Samodzielna księgowa | Kraków",
        "Samodzielna księgowa – Drewmax Sp. z o.o. – Kraków",
        "Drewmax Sp. z o.o.\tKraków\tSamodzielna księgowa",
        "Samodzielna księgowa @ Drewmax Sp. z o.o.",
        "Drewmax Sp. z o.o., Samodzielna księgowa, Kraków"
      })
  void post_organisation_and_town_are_told_apart_in_any_order(String head) {
    var page =
        new Page()
            .heading("Doświadczenie zawodowe")
            .head(head)
            .dates("03.2018 – obecnie")
            .indented("Zamknięcia miesiąca i roku")
            .indented("Rozliczenia podatku");

    assertThat(posts(page)).containsExactly("Samodzielna księgowa | Drewmax Sp. z o.o.");
  }

  @Test
  void an_entry_written_as_a_sentence_is_an_entry() {
    var page =
        new Page()
            .heading("Experiencia laboral")
            .plain("junio 2017–actualidad Jefe de Producción, Cerámicas Levante S.L., Castellón.")
            .line(140, 10, false, "Reducción de las paradas")
            .line(140, 10, false, "Implantación de turnos");

    assertThat(posts(page)).containsExactly("Jefe de Producción | Cerámicas Levante S.L.");
  }

  @Test
  void a_heading_on_two_lines_is_a_heading() {
    var page =
        new Page()
            .heading("Expériences")
            .line(40, 13, true, "professionnelles")
            .head("Chargée de communication, Théâtre du Canal")
            .dates("2019 – 2021")
            .heading("Langues")
            .plain("Anglais (C1)");

    assertThat(posts(page)).containsExactly("Chargée de communication | Théâtre du Canal");
    assertThat(read(page).languages()).hasSize(1);
  }

  @Test
  void a_column_of_labels_is_no_list_of_skills() {
    var page =
        new Page()
            .heading("Skills")
            .plain("Back-end\tKoa, Django")
            .plain("Tools\tVagrant, Jenkins")
            .heading("Education")
            .plain("BSc Physics, Example University");

    assertThat(read(page).skills())
        .filteredOn(
            skill -> skill.mentions().stream().anyMatch(m -> m.place() == SkillUse.Place.LISTED))
        .extracting(skill -> skill.mentions().getFirst().passage().quote())
        .containsExactly("Koa", "Django", "Vagrant", "Jenkins");
  }

  @Test
  void a_date_broken_in_a_narrow_column_is_one_span() {
    var page =
        new Page()
            .heading("Experience")
            .line(40, 10, false, "Jan 2018 –")
            .beside(140, 10, true, "Data Engineer")
            .line(40, 10, false, "Mar 2021")
            .beside(140, 10, false, "Granite Bank")
            .line(140, 10, false, "• Built ingestion with Kafka")
            .line(40, 10, false, "Feb 2015 –")
            .beside(140, 10, true, "Junior Accountant")
            .line(40, 10, false, "Dec 2017")
            .beside(140, 10, false, "Copper Mill Ltd")
            .line(140, 10, false, "• Kept the books of a mill");

    assertThat(posts(page))
        .containsExactly("Data Engineer | Granite Bank", "Junior Accountant | Copper Mill Ltd");
    assertThat(read(page).work())
        .extracting(LayoutsTest::end)
        .containsExactly("2021-03", "2017-12");
  }

  private static String end(Work post) {
    var period = post.period();
    return period == null ? "" : String.valueOf(period.value().end());
  }

  private static Page entries(Page page) {
    return page.heading("Experience")
        .head("Engineer, Sample Works Ltd")
        .dates("2019 – 2021")
        .indented("Repaired the looms of a mill")
        .indented("Drew the plans of a bridge");
  }

  private static List<String> posts(Page page) {
    return read(page).work().stream()
        .map(post -> value(post.title()) + " | " + value(post.company()))
        .toList();
  }

  private static @Nullable String name(Page page) {
    return value(read(page).contact().name());
  }

  private static @Nullable String value(@Nullable Fact<String> fact) {
    return fact == null ? null : fact.value();
  }

  private static Profile read(Page page) {
    return READER.read(page.read(), TODAY);
  }
}
