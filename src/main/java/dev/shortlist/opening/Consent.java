package dev.shortlist.opening;

/// What an applicant agrees to.
///
/// @param version counts in the account and the language from 1; 0 for the program's text, which
///   nobody agreed to yet
/// @param language `en`, `de` or `fr`
public record Consent(int version, String language, String text) {}
