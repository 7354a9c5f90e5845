package dev.shortlist.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "user",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Add, list and reset the people who sign in; with the server running or not.",
    synopsisSubcommandLabel = "COMMAND")
final class UserCommand extends CommandGroup {
  static final String ROLES = "owner, admin, recruiter, reviewer, auditor or viewer";

  private final People people;

  UserCommand(People people) {
    this.people = people;
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Add a user; the answer is a link to choose a password with.")
  void add(
      @Parameters(paramLabel = "EMAIL", description = "Address the user signs in with.")
          String email,
      @Option(
              names = "--role",
              defaultValue = "owner",
              paramLabel = "ROLE",
              description = ROLES + " (default: owner).")
          String role,
      @Option(names = "--name", defaultValue = "", description = "What the user is called.")
          String name,
      @Option(
              names = "--account",
              description = "Account of the user, made if need be (default: the first).")
          @Nullable String account,
      @Mixin DataOption data) {
    show(() -> people.addUser(data.folder(), email, name, role, account));
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "List the users.")
  void list(@Mixin DataOption data) {
    show(() -> people.listUsers(data.folder()));
  }

  @Command(
      name = "reset",
      mixinStandardHelpOptions = true,
      description = "Make a link for a user to choose a new password with.")
  void reset(
      @Parameters(paramLabel = "EMAIL", description = "Address of the user.") String email,
      @Mixin DataOption data) {
    show(() -> people.resetUser(data.folder(), email));
  }
}
