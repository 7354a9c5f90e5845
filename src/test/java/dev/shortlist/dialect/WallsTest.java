package dev.shortlist.dialect;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class WallsTest {

  @Test
  void no_dialect_knows_another() {
    slices()
        .matching("dev.shortlist.dialect.(*)..")
        .should()
        .notDependOnEachOther()
        .check(new ClassFileImporter().importPackages("dev.shortlist.dialect"));
  }
}
