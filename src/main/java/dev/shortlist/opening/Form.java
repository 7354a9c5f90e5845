package dev.shortlist.opening;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What somebody sent from a page to apply on.
///
/// @param file where the CV is for the time of the call, absent when none was chosen
/// @param fileName what the sender calls it
/// @param agreed whether the box under the consent text is ticked
/// @param trap what stands in the field nobody sees
/// @param token what the form carried
/// @param language of the page
public record Form(
    String name,
    String email,
    @Nullable Path file,
    String fileName,
    boolean agreed,
    String trap,
    String token,
    String language) {}
