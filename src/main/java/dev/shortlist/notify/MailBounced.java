package dev.shortlist.notify;

import dev.shortlist.accounts.AccountId;

/// A mail came back and will not be delivered; told in the transaction in which that is kept.
record MailBounced(AccountId account, Email email, Bounce bounce) {}
