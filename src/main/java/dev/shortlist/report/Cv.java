package dev.shortlist.report;

import java.util.List;

/// A CV that was read, as far as a ranking shows it.
///
/// @param file name as a person finds it again: with its folder or archive where the name alone
///   would fit two files
/// @param remarks what a recruiter should know about the file and its reading
public record Cv(String file, Person person, List<Remark> remarks) {
  public Cv {
    remarks = List.copyOf(remarks);
  }
}
