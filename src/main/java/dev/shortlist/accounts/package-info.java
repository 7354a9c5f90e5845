/// Accounts, and who is calling.
@ApplicationModule(allowedDependencies = {"database"})
@NullMarked
package dev.shortlist.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
