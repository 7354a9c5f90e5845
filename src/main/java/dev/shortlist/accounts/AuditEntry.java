package dev.shortlist.accounts;

import java.time.Instant;

/// One thing somebody did.
///
/// @param position 1 for the account's first
/// @param actor as [Principal#actor()]
/// @param action such as `key.created`
/// @param subject what it was done to, by kind and id: `key/ID`
/// @param detail values without personal data of candidates; may be empty
/// @param hash of this entry and, through it, of all before
public record AuditEntry(
    long position,
    Instant at,
    String actor,
    String action,
    String subject,
    String detail,
    String hash) {}
