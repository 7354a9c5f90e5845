package dev.shortlist.web;

import dev.shortlist.accounts.Principal;
import dev.shortlist.accounts.User;
import java.util.List;

/// The people of the account.
record UsersPage(Principal principal, List<User> users, Said said) {}
