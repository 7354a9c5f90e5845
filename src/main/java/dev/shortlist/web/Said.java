package dev.shortlist.web;

/// What a page says about the form that was just sent.
///
/// @param done what was done, empty when nothing was
/// @param secret what is shown this once, empty when there is none
/// @param trouble why it was not done, empty when it was
record Said(String done, String secret, String trouble) {
  static final Said NOTHING = new Said("", "", "");
}
