package dev.shortlist.web;

/// The page a link leads to.
///
/// @param works whether the link still works
/// @param first whether the first owner is made, who says who they are
record WelcomePage(boolean works, boolean first, String trouble) {}
