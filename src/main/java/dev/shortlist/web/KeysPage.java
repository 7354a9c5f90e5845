package dev.shortlist.web;

import dev.shortlist.accounts.ApiKey;
import dev.shortlist.accounts.Principal;
import java.util.List;

/// The keys of the account's programs.
record KeysPage(Principal principal, List<ApiKey> keys, Said said) {}
