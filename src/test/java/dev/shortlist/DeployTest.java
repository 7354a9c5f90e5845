package dev.shortlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.yaml.snakeyaml.Yaml;

/// The files in `deploy` name only settings, roles and addresses that exist.
class DeployTest {
  private static final Pattern VARIABLE = Pattern.compile("\\bSHORTLIST_[A-Z0-9_]+");

  private static final Pattern OF_THE_JDK =
      Pattern.compile("(?m)^import (?:static )?((?:com\\.sun|jdk)\\.[a-z0-9.]+)\\.[A-Z]");

  /// Read by the launcher, or where there is no record for them.
  private static final Set<String> FURTHER =
      Set.of("SHORTLIST_NODE", "SHORTLIST_ROLES", "SHORTLIST_ADDRESS", "SHORTLIST_SIGNIN");

  @Test
  void every_setting_that_is_named_exists() throws IOException {
    var known = settings();
    var unknown = new TreeSet<String>();
    for (Path file : files()) {
      VARIABLE
          .matcher(Files.readString(file))
          .results()
          .map(match -> match.group())
          .filter(name -> !known.contains(name.replace("_", "")))
          .forEach(name -> unknown.add(file.getFileName() + ": " + name));
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void every_yaml_file_is_yaml_and_every_node_has_its_probes() throws IOException {
    for (Path file : files()) {
      if (file.toString().endsWith(".yaml")) {
        new Yaml()
            .loadAll(Files.readString(file))
            .forEach(document -> assertThat(document).isNotNull());
      }
    }
    var manifests = Files.readString(Path.of("deploy/kubernetes/shortlist.yaml"));
    assertThat(manifests.split("kind: Deployment", -1)).hasSize(3);
    assertThat(manifests.split("livenessProbe", -1)).hasSize(3);
    assertThat(manifests).contains("/actuator/health/readiness", "/actuator/health/liveness");
  }

  @Test
  void nodes_that_share_a_database_share_the_master_key() throws IOException {
    assertThat(Files.readString(Path.of("deploy/compose.yaml")))
        .contains("SHORTLIST_SECRETS_KEY: ${SHORTLIST_SECRETS_KEY:?");
    assertThat(
            Files.readString(Path.of("deploy/kubernetes/shortlist.yaml"))
                .split("key: SHORTLIST_SECRETS_KEY", -1))
        .as("both deployments ask for it, and do not start without")
        .hasSize(3);
  }

  @Test
  void the_java_of_the_image_has_what_the_program_imports() throws IOException {
    var dockerfile = Files.readString(Path.of("deploy/Dockerfile"));
    try (var sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        for (var found : OF_THE_JDK.matcher(Files.readString(source)).results().toList()) {
          assertThat(dockerfile)
              .as("%s imports %s", source, found.group(1))
              .contains(module(found.group(1)));
        }
      }
    }
  }

  private static String module(String packageName) {
    return ModuleLayer.boot().modules().stream()
        .filter(module -> module.getPackages().contains(packageName))
        .map(Module::getName)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no module has " + packageName));
  }

  @Test
  void units_and_images_run_commands_that_exist_as_a_user_without_rights() throws IOException {
    assertThat(Files.readString(Path.of("deploy/Dockerfile"))).contains("USER 10001", "\"serve\"");
    for (String unit : List.of("shortlist-web", "shortlist-worker")) {
      assertThat(Files.readString(Path.of("deploy/systemd/" + unit + ".service")))
          .contains("User=shortlist", "/shortlist serve", "TimeoutStopSec=40");
    }
    assertThat(Files.isExecutable(Path.of("deploy/release"))).isTrue();
    assertThat(Files.isExecutable(Path.of("deploy/database.sh"))).isTrue();
  }

  /// As environment variables without their lines: `SHORTLISTS3BUCKET`.
  private static Set<String> settings() throws IOException {
    var names = new HashSet<String>();
    FURTHER.forEach(name -> names.add(name.replace("_", "")));
    for (var source :
        new YamlPropertySourceLoader()
            .load("application", new ClassPathResource("application.yaml"))) {
      for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
        names.add(variable(name));
      }
    }
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    for (BeanDefinition definition : scanner.findCandidateComponents("dev.shortlist")) {
      names.addAll(variables("" + definition.getBeanClassName()));
    }
    return names;
  }

  private static List<String> variables(String className) {
    try {
      var type = Class.forName(className);
      var prefix = type.getAnnotation(ConfigurationProperties.class).value();
      var names = new ArrayList<String>();
      if (type.isRecord()) {
        for (var component : type.getRecordComponents()) {
          names.add(variable(prefix + component.getName()));
        }
      }
      return names;
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String variable(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
  }

  private static List<Path> files() {
    try (var files = Files.walk(Path.of("deploy"))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
