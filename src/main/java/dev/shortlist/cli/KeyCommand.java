package dev.shortlist.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "key",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Make, list and revoke the keys programs sign in with.",
    synopsisSubcommandLabel = "COMMAND")
final class KeyCommand extends CommandGroup {
  private final People people;

  KeyCommand(People people) {
    this.people = people;
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Make a key; it is shown this once.")
  void add(
      @Parameters(paramLabel = "NAME", description = "What the key is for.") String name,
      @Option(
              names = "--role",
              defaultValue = "recruiter",
              paramLabel = "ROLE",
              description =
                  "What the program may do: " + UserCommand.ROLES + " (default: recruiter).")
          String role,
      @Option(names = "--days", description = "How long it works (default: until revoked).")
          @Nullable Integer days,
      @Option(names = "--account", description = "Id or name of the account (default: the first).")
          @Nullable String account,
      @Option(names = "--operator", description = "It may grant credits to any account.")
          boolean operator,
      @Mixin DataOption data) {
    show(() -> people.addKey(data.folder(), name, role, days, account, operator));
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "List the keys.")
  void list(@Mixin DataOption data) {
    show(() -> people.listKeys(data.folder()));
  }

  @Command(name = "revoke", mixinStandardHelpOptions = true, description = "End a key, at once.")
  void revoke(
      @Parameters(paramLabel = "ID", description = "As 'shortlist key list' shows it.") String id,
      @Mixin DataOption data) {
    show(() -> people.revokeKey(data.folder(), id));
  }
}
