package dev.shortlist.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.FileType;
import dev.shortlist.text.VisibleText;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhonesTest {
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final LocalProfileReader READER = new LocalProfileReader(Taxonomy.standard());

  @Property(tries = 300)
  void the_mobile_numbers_of_all_countries_are_found_as_written(
      @ForAll @IntRange(max = 400) int country) {
    var regions = NUMBERS.getSupportedRegions().stream().sorted().toList();
    var region = regions.get(country % regions.size());
    var number = NUMBERS.getExampleNumberForType(region, PhoneNumberType.MOBILE);
    if (number == null) {
      return;
    }
    var written = NUMBERS.format(number, PhoneNumberFormat.INTERNATIONAL);

    assertThat(phones("Sam Sampleton | " + written + " | sam@example.com"))
        .containsExactly(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2015 - 2019",
        "01/2015 - 03/2019",
        "10115 Berlin",
        "12.03.1985",
        "ISBN 978-3-16-148410-0 of a book",
        "IBAN DE89 3704 0044 0532 0130 00",
        "more than 12,000,000 rows",
        "192.168.100.200"
      })
  void other_numbers_are_no_telephone_numbers(String text) {
    assertThat(phones("Sam Sampleton\nsam@example.com\n\nExperience\n" + text)).isEmpty();
  }

  private static List<String> phones(String text) {
    var visible = VisibleText.of(text);
    var source = new Extraction.Text(FileType.TEXT, 1, visible, List.of(), null, List.of());
    return READER.read(source, LocalDate.of(2026, 11, 22)).contact().phones().stream()
        .map(Fact::value)
        .toList();
  }
}
