package dev.shortlist.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "storage",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Where the uploaded files are kept.")
final class StorageCommand extends CommandGroup {
  private final Console console;
  private final Operations operations;

  StorageCommand(Console console, Operations operations) {
    this.console = console;
    this.operations = operations;
  }

  @Command(
      name = "move",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      description = "Copy the stored files from the folder to the S3 bucket, and read each back.",
      footer = {
        "%nSHORTLIST_S3_BUCKET and its neighbours name the bucket. The folder stays as it is. Begun",
        "again it sends what is missing, so it may run beside the server first and once more when",
        "the server has stopped. Then start the server with the same settings."
      })
  void move(@Mixin DataOption data) {
    operations.moveToBucket(data.settings(), console.out());
  }
}
