package dev.shortlist.pool;

import dev.shortlist.accounts.AccountId;

/// Published on this node after a commit that changed how the ranking of the pool for a job
/// description stands.
///
/// @param number of the job description
record PoolChanged(AccountId account, int number) {}
