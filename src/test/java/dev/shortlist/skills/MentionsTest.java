package dev.shortlist.skills;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionsTest {
  private final Taxonomy taxonomy = Taxonomy.standard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        // signs within names
        "C++, C# and Java | c-plus-plus, c-sharp, java",
        "C++17 on embedded targets | c-plus-plus",
        ".NET and ASP.NET Core | dot-net, asp-net",
        "Node.js | node-js",
        "Node JS | node-js",
        "NodeJS services | node-js",
        "built CI/CD pipelines | ci-cd",
        "R&D of coatings | research-and-development",
        "Research & Development | research-and-development",
        "P&L for two sites | p-and-l-responsibility",
        "TCP/IP | tcp-ip",
        "PL/SQL | pl-sql",
        "CompTIA A+ | comptia-a-plus",
        "driver’s license | driving-licence",
        // spelling
        "modelling in 3D: 3D modeling | 3d-modelling",
        "paediatric nursing | paediatric-nursing",
        "Pediatric Nursing | paediatric-nursing",
        "organizational skills | organisational-skills",
        "Organisational skills | organisational-skills",
        "BUCHFÜHRUNG | accounting",
        "comptabilité | accounting",
        "relational database | relational-databases",
        "Data pipelines | data-engineering",
        "full stack development | full-stack-development",
        // the longest name counts
        "Microsoft SQL Server | microsoft-sql-server",
        "SQL | sql",
        "Adobe Creative Suite | adobe-creative-suite",
        "Project management and management | project-management",
        "Assembly language | assembly-language",
        // Go, R, C
        "Java, Go, Python | java, go, python",
        "Golang | go",
        "let us go to Java | java",
        "go to the market with sales | sales",
        "R, Python and SQL | r, python, sql",
        "statistics with R and SPSS | statistics, r, spss",
        "Class R vehicles | -",
        "C, C++, Java | c, c-plus-plus, java",
        "vitamin C | -",
        "C programming | c",
        // Spring, Swift, Rust, Ruby, Chef, Puppet
        "Spring, Hibernate, Maven | spring-framework, hibernate, maven",
        "in spring we planted trees | -",
        "a swift answer | -",
        "Swift and Kotlin for mobile apps | swift, kotlin",
        "treated rust on steel | -",
        "Rust, Go, C++ | rust, go, c-plus-plus",
        "Chef, Ansible, Terraform | chef, ansible, terraform",
        "Executive Chef in a hotel | -",
        // Excel, Word, Access, Outlook, Teams
        "Excel | excel",
        "I excel at what I do | -",
        "Excel in everything | -",
        "Word, Excel, PowerPoint | microsoft-word, excel, powerpoint",
        "word, powerpoint and excel | microsoft-word, powerpoint, excel",
        "in a word: fine | -",
        "Excel, Access, Visio | excel, microsoft-access, visio",
        "access to the building | -",
        // Oracle, SAS, SAP, REST, Helm
        "Oracle, MySQL | oracle-database, mysql",
        "SPSS, SAS, Stata | spss, sas, stata",
        "SAP | sap-erp",
        "maple sap | -",
        "REST and SOAP | rest-api, soap",
        "the rest of us use soap | -",
        "at the helm | -",
        // abbreviations with several meanings
        "CRM in the cockpit with the crew | crew-resource-management",
        "our CRM Salesforce | crm-systems, salesforce",
        "physician with ICD-10 coding | icd-10-coding",
        "AP clerk | -",
        "AR, AP and general ledger | accounts-receivable, accounts-payable, general-ledger",
        "augmented reality | augmented-reality",
        // all kinds of work
        "wound care and IV therapy | wound-care, iv-therapy",
        "forklift licence | forklift-licence",
        "Staplerschein | forklift-licence",
        "drives a forklift | forklift-operation",
        "MIG welding, bricklaying | mig-welding, masonry",
        "HACCP, mise en place | haccp, food-preparation",
        "lesson plans for pupils | lesson-planning",
        "Führerschein Klasse B | driving-licence-class-b",
        "Kenntnisse in DATEV | datev",
        "legal research with Westlaw | legal-research, westlaw",
        // soft skills
        "a team player | teamwork",
        "teamfähig und zuverlässig | teamwork, reliability",
        "flexible working hours | -",
        "corporate communications | corporate-communications",
        "quick learner | learning-agility"
      })
  void finds(String text, String expected) {
    var wanted = expected.equals("-") ? List.<String>of() : Alias.items(expected, ',');

    assertThat(taxonomy.mentions(text))
        .extracting(SkillMention::skill)
        .containsExactlyElementsOf(wanted);
  }

  @Test
  void says_where_the_name_stands_and_whether_it_is_the_canonical_one() {
    assertThat(taxonomy.mentions("Knows Postgres and MySQL."))
        .containsExactly(
            new SkillMention("postgresql", 6, 14, true), new SkillMention("mysql", 19, 24, false));
  }

  @Test
  void no_name_runs_over_a_comma_a_full_stop_or_a_list_item() {
    assertThat(skills("Project, Management")).isEmpty();
    assertThat(skills("Project. Management")).isEmpty();
    assertThat(skills("Project\n• Management")).isEmpty();
    assertThat(skills("Project\nManagement")).isEmpty();
  }

  @Test
  void a_name_runs_over_the_end_of_a_wrapped_line() {
    assertThat(skills("I have led teams in the field of international project\nmanagement."))
        .contains("project-management");
  }

  @Test
  void equal_texts_give_equal_mentions_also_from_many_threads() {
    var text = "Go, Java, Spring; wound care, HACCP, R and SPSS\n".repeat(20);
    var once = taxonomy.mentions(text);

    assertThat(IntStream.range(0, 16).parallel().mapToObj(_ -> taxonomy.mentions(text)).toList())
        .allMatch(once::equals);
  }

  @Test
  void a_long_text_is_read_whole() {
    assertThat(taxonomy.mentions("PostgreSQL and more words. ".repeat(40_000))).hasSize(40_000);
  }

  @Test
  void an_empty_text_has_none() {
    assertThat(taxonomy.mentions("")).isEmpty();
    assertThat(taxonomy.mentions(" \n\t–•&.+#")).isEmpty();
  }

  private List<String> skills(String text) {
    return taxonomy.mentions(text).stream().map(SkillMention::skill).toList();
  }
}
