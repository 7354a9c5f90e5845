package dev.shortlist.tasks;

import java.time.Duration;

/// Work that is done again and again, on one node at a time.
///
/// @param name what it is called in the database
/// @param every time from one end to the next start
public record Recurring(String name, Duration every, Runnable work) {}
