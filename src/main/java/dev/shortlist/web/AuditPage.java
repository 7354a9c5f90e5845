package dev.shortlist.web;

import dev.shortlist.accounts.AuditEntry;
import dev.shortlist.accounts.Principal;
import java.util.List;
import java.util.OptionalLong;

/// A page of the audit log.
///
/// @param names of those who did something
/// @param broken position of the first entry that is not as it was written
record AuditPage(
    Principal principal, List<AuditEntry> entries, Authors.Names names, OptionalLong broken) {}
