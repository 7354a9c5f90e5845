package dev.shortlist.terms;

import java.util.UUID;

/// A term of an account and the id it is removed by.
public record KeptTerm(UUID id, OwnTerm term) {}
