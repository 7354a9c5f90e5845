package dev.shortlist;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.shortlist.backup.TablesOfAccounts;
import java.io.IOException;
import java.net.URL;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/// The walls of the house: which package may use which, and which library lives where.
@TestInstance(Lifecycle.PER_CLASS) // all classes are read once, and let go with the instance
class ArchitectureTest {
  /// Wherever the tests were compiled to.
  private static final ImportOption NO_TESTS =
      location -> !location.contains(tests().getPath().replaceFirst("/$", ""));

  private final JavaClasses classes =
      new ClassFileImporter().withImportOption(NO_TESTS).importPackages("dev.shortlist");

  @Test
  void modules_use_only_what_they_declare() {
    ApplicationModules.of(Shortlist.class, NO_TESTS).verify();
  }

  @Test
  void modules_declare_only_what_they_use() {
    var unused =
        ApplicationModules.of(Shortlist.class, NO_TESTS).stream()
            .flatMap(module ->
                declared(module)
                    .filter(other -> !uses(module.getBasePackage().getName(), other))
                    .map(other -> module.getIdentifier() + " -> " + other));
    assertThat(unused).isEmpty();
  }

  private static Stream<String> declared(ApplicationModule module) {
    return Arrays.stream(
        module
            .getBasePackage()
            .getAnnotation(org.springframework.modulith.ApplicationModule.class)
            .map(org.springframework.modulith.ApplicationModule::allowedDependencies)
            .orElse(new String[0]));
  }

  private boolean uses(String module, String other) {
    return classes.stream()
        .filter(one -> isIn(one, module))
        .flatMap(one -> Stream.concat(used(one), caught(one)))
        .anyMatch(one -> isIn(one, "dev.shortlist." + other));
  }

  private static Stream<JavaClass> used(JavaClass by) {
    return by.getDirectDependenciesFromSelf().stream().map(Dependency::getTargetClass);
  }

  private static Stream<JavaClass> caught(JavaClass by) {
    return by.getCodeUnits().stream()
        .flatMap(unit -> unit.getTryCatchBlocks().stream())
        .flatMap(block -> block.getCaughtThrowables().stream());
  }

  private static boolean isIn(JavaClass one, String module) {
    return (one.getPackageName() + ".").startsWith(module + ".");
  }

  @Test
  void the_core_is_plain_java() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.shortlist.text..",
            "dev.shortlist.skills..",
            "dev.shortlist.profile..",
            "dev.shortlist.jobdescription..",
            "dev.shortlist.match..",
            "dev.shortlist.report..",
            "dev.shortlist.translation..")
        .and()
        .doNotHaveSimpleName("package-info")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "java.sql..", "jakarta..")
        .because("reading and scoring run, and are tested, with no server and no database")
        .check(classes);
  }

  @Test
  void only_text_knows_the_file_formats() {
    onlyIn(
            "text",
            "org.apache.pdfbox..",
            "org.apache.fontbox..",
            "org.apache.tika..",
            "org.apache.poi..")
        .because("a hostile file is opened in one place, in a child process")
        .check(classes);
  }

  @Test
  void only_match_knows_the_language_model_inside() {
    onlyIn("match", "ai.onnxruntime..")
        .because("its vectors are evidence, nothing else")
        .check(classes);
  }

  @Test
  void only_tasks_knows_the_scheduler() {
    onlyIn("tasks", "com.github.kagkarlsson..")
        .because("fences and fair order are kept there")
        .check(classes);
  }

  @Test
  void only_storage_knows_the_bucket() {
    onlyIn("storage", "software.amazon..")
        .because("what is kept is checked on its way in and out in one place")
        .check(classes);
  }

  @Test
  void only_github_knows_github() {
    onlyIn("github", "org.kohsuke..")
        .because("one place minds the quota and the host that is asked")
        .check(classes);
  }

  @Test
  void only_pages_know_the_template_engine() {
    onlyIn("web", "gg.jte..").because("what is shown is escaped in one place").check(classes);
  }

  @Test
  void time_comes_from_a_clock() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .because("tests set the clock")
        .check(classes);
  }

  @Test
  void nothing_is_injected_into_fields() {
    noFields()
        .should()
        .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
        .because("a constructor says what a class needs")
        .check(classes);
  }

  @Test
  void every_table_of_an_account_is_exported_with_it_or_stays_for_a_reason() throws IOException {
    assertThat(TablesOfAccounts.undecided())
        .as("say in backup.Kind whether an account takes the rows of these tables along")
        .isEmpty();
  }

  private static ArchRule onlyIn(String module, String... libraries) {
    return noClasses()
        .that()
        .resideOutsideOfPackage("dev.shortlist." + module + "..")
        .and()
        .doNotHaveFullyQualifiedName("dev.shortlist.report.Pdf") // writes, and opens nothing
        .and()
        .doNotHaveFullyQualifiedName("dev.shortlist.report.Typefaces") // opens those in the program
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries);
  }

  private static URL tests() {
    return ArchitectureTest.class.getProtectionDomain().getCodeSource().getLocation();
  }
}
