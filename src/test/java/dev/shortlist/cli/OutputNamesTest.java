package dev.shortlist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputNamesTest {

  @ParameterizedTest
  @CsvSource({
    "ann.pdf, ann",
    "Ann Castellan (1).pdf, Ann Castellan (1)",
    "José García.docx, José García",
    "..hidden.pdf, _hidden",
    "-rf.pdf, _rf",
    "a:b*c?.pdf, a_b_c_",
    "con.pdf, _con",
    "manifest.pdf, _manifest",
    ".pdf, _pdf",
  })
  void a_name_is_that_of_the_file_and_safe_on_every_system(String file, String name) {
    assertThat(new OutputNames().next(file)).isEqualTo(name);
  }

  @Test
  void a_name_that_is_taken_gets_a_number_also_where_case_does_not_count() {
    var names = new OutputNames();

    assertThat(List.of(names.next("ann.pdf"), names.next("Ann.docx"), names.next("ann.txt")))
        .containsExactly("ann", "Ann-2", "ann-3");
  }

  @Property
  void no_two_files_share_a_name_and_none_leaves_the_folder(@ForAll List<String> files) {
    var names = new OutputNames();
    var seen = new HashSet<String>();

    for (var file : files) {
      var name = names.next(file);
      assertThat(seen.add(name.toLowerCase(Locale.ROOT))).isTrue();
      assertThat(name).doesNotContain("/", "\\", "\0").doesNotStartWith(".").isNotBlank();
    }
  }
}
