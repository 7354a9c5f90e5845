package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;

/// Published in the transaction in which a screening changes its state.
public record ScreeningMoved(
    AccountId account, ScreeningId screening, Screening.State from, Screening.State to) {}
