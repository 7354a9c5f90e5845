package dev.shortlist.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shortlist.RunningShortlist;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A generator understands the API's description, and what it makes works.
@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit fills in
class GeneratedClientTest {
  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  private static final Path GENERATOR = Path.of("target/tools/openapi-generator.jar");
  private static final Path USE = Path.of("src/test/resources/client/UseClient.java");
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  @TempDir Path temp;

  @Test
  void a_program_screens_cvs_with_a_generated_client() throws Exception {
    assumeTrue(Files.exists(GENERATOR), "Maven copies the generator to " + GENERATOR);
    generate();
    compile();

    var answer =
        run(
            "-cp",
            temp.resolve("classes") + ":" + CLASS_PATH,
            "UseClient",
            shortlist.address(),
            file(
                "job.txt",
                "Accountant\nRequirements\n- 3 years of experience in accounting\n- Payroll"),
            file(
                "ann.txt",
                "Ann Archer\nann@example.com\n\nExperience\nAccountant, Ledger Ltd, 2018 - 2026\n- Ran payroll"),
            file(
                "bob.txt",
                "Bob Baker\nbob@example.com\n\nExperience\nBaker, Loaf Ltd, 2018 - 2026\n- Baked bread"));

    assertThat(answer.lines())
        .contains("accepted=2", "ranked=2", "decided=ON_HOLD", "problem=404 true")
        .anyMatch(line -> line.startsWith("best=Ann Archer "))
        .anyMatch(line -> line.startsWith("job=Accountant asks for "));
  }

  @Test
  void every_operation_has_a_name_of_its_own() {
    var description = new HttpCalls(shortlist.address()).get("/openapi").json();
    assertThat(description.path("paths").findValuesAsString("operationId"))
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .noneMatch(name -> name.matches(".*_\\d+"));
  }

  private void generate() throws Exception {
    var description = temp.resolve("openapi.json");
    Files.writeString(
        description, new HttpCalls(shortlist.address()).get("/openapi").response().body());
    run(
        "-jar",
        GENERATOR.toString(),
        "generate",
        "-i",
        description.toString(),
        "-g",
        "java",
        "--library",
        "native",
        "-o",
        temp.resolve("client").toString(),
        "--additional-properties=useJakartaEe=true,openApiNullable=false,"
            + "apiPackage=client.api,modelPackage=client.model,invokerPackage=client");
  }

  private void compile() throws IOException {
    var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    var said = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, null);
        var found = Files.walk(temp.resolve("client/src/main/java"))) {
      var sources =
          new ArrayList<>(found.filter(path -> path.toString().endsWith(".java")).toList());
      sources.add(USE);
      boolean compiled =
          compiler
              .getTask(
                  said,
                  files,
                  null,
                  List.of(
                      "-proc:none",
                      "-nowarn",
                      "-d",
                      temp.resolve("classes").toString(),
                      "-cp",
                      CLASS_PATH),
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(compiled).as(said.toString()).isTrue();
    }
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(temp.resolve(name), text).toString();
  }

  private String run(String... arguments) throws Exception {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(List.of(arguments));
    var said = temp.resolve("said.txt");
    var process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    return Files.readString(said);
  }
}
