package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;

/// Published on this node after a commit that changed the screening or one of its applications.
public record ScreeningChanged(AccountId account, ScreeningId screening) {}
