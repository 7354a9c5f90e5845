package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;

/// Published in the transaction in which the program pauses a screening.
///
/// @param words what is the matter and what to do
public record ScreeningHalted(AccountId account, ScreeningId screening, Halt why, String words) {}
