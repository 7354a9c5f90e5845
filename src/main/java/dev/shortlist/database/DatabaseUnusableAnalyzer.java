package dev.shortlist.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Shows the operator the message alone instead of a stack trace.
class DatabaseUnusableAnalyzer extends AbstractFailureAnalyzer<DatabaseUnusable> {
  @Override
  protected FailureAnalysis analyze(Throwable root, DatabaseUnusable cause) {
    return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
  }
}
