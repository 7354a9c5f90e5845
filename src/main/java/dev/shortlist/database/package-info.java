/// PostgreSQL: the embedded server, the migrations, and the fence between accounts.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.shortlist.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
