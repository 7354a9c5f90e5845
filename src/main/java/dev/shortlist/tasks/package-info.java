/// Durable background work on db-scheduler: lanes, retries, fences, fair order.
@ApplicationModule(allowedDependencies = {"database"})
@NullMarked
package dev.shortlist.tasks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
