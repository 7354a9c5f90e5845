package dev.shortlist.accounts;

import static dev.shortlist.accounts.Role.ADMIN;
import static dev.shortlist.accounts.Role.AUDITOR;
import static dev.shortlist.accounts.Role.OWNER;
import static dev.shortlist.accounts.Role.RECRUITER;
import static dev.shortlist.accounts.Role.REVIEWER;
import static dev.shortlist.accounts.Role.VIEWER;

import java.util.EnumSet;
import java.util.Set;

/// What can be done in an account, and by which roles.
public enum Permission {
  /// Enter: the sign-in page and what it needs, and whether the server is well. Anybody may.
  ENTER(OWNER, ADMIN, RECRUITER, REVIEWER, AUDITOR, VIEWER),
  /// See screenings, candidates, rankings and CVs.
  READ(OWNER, ADMIN, RECRUITER, REVIEWER, VIEWER),
  /// Start and change screenings and job descriptions, upload, weigh anew, send mail.
  SCREEN(OWNER, ADMIN, RECRUITER),
  /// Decide about candidates.
  DECIDE(OWNER, ADMIN, RECRUITER, REVIEWER),
  /// See who did what.
  AUDIT(OWNER, ADMIN, AUDITOR),
  /// Users, keys, settings, credits of the account.
  MANAGE(OWNER, ADMIN),
  /// One's own password and second factor, and how the API is described.
  SELF(OWNER, ADMIN, RECRUITER, REVIEWER, AUDITOR, VIEWER),
  /// Grant credits, to any account: owners, with a key of the operator or at this machine.
  OPERATE(OWNER);

  @SuppressWarnings("ImmutableEnumChecker") // nobody changes it
  private final Set<Role> roles;

  Permission(Role first, Role... rest) {
    roles = EnumSet.of(first, rest);
  }

  /// Who may do it.
  public Set<Role> roles() {
    return EnumSet.copyOf(roles);
  }

  public boolean isGivenTo(Role role) {
    return roles.contains(role);
  }
}
