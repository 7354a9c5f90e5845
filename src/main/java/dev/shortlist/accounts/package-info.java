/// Accounts, users, roles, sign-in, keys, credits, limits and the audit log.
@ApplicationModule(allowedDependencies = {"database"})
@NullMarked
package dev.shortlist.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
