package dev.shortlist.cli;

import picocli.CommandLine.Command;

/// `shortlist` itself: says what there is.
@Command(
    name = "shortlist",
    description = "Turns a pile of CVs and a job description into a ranked, explained shortlist.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  shortlist screen cvs/ --job clerk.pdf --report clerk.html",
      "  shortlist read cvs.zip --out profiles/",
      "  shortlist serve",
      "",
      "'shortlist help COMMAND' says more about a command."
    })
final class ShortlistCommand extends CommandGroup {}
