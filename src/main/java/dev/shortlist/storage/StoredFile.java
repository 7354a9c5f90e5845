package dev.shortlist.storage;

/// A file that is kept.
///
/// @param hash SHA-256 of its content in lower-case hex: what it is called by
/// @param bytes its size
public record StoredFile(String hash, long bytes) {}
