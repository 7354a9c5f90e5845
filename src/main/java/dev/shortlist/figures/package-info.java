/// What an account had done, in figures: the course of a screening, an overview of many, the use.
@ApplicationModule(allowedDependencies = {"screening", "match", "accounts", "tasks", "database"})
@NullMarked
package dev.shortlist.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
