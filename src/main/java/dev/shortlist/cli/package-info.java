/// The command line: the pure core over files and folders, with no server and no database.
@ApplicationModule(
    allowedDependencies = {
      "text",
      "skills",
      "profile",
      "jobdescription",
      "match",
      "report",
      "translation"
    })
@NullMarked
package dev.shortlist.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
