package dev.shortlist.accounts;

/// What somebody is in an account. What each may do is in [Permission].
public enum Role {
  /// Everything, the other owners included.
  OWNER,
  /// Everything but the owners: users, keys, settings, and the work itself.
  ADMIN,
  /// Screens CVs and works with the results.
  RECRUITER,
  /// Sees the results and decides about candidates.
  REVIEWER,
  /// Sees what was done by whom; no CVs and no names.
  AUDITOR,
  /// Sees the results.
  VIEWER
}
