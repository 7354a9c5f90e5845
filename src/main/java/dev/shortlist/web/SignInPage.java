package dev.shortlist.web;

/// The page to sign in on.
///
/// @param next where to go on, empty for the start
/// @param trouble why the last try failed, empty before the first
/// @param provider what the identity provider is called, empty when there is none
record SignInPage(String next, String email, String trouble, String provider) {}
