package dev.shortlist.accounts;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says what to do instead of showing a stack trace.
final class AddressNotLocalAnalyzer extends AbstractFailureAnalyzer<AddressNotLocal> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, AddressNotLocal cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Set SHORTLIST_SIGN_IN=on, so that everybody signs in (docs/operations.md says more); or"
            + " leave out --host and SERVER_ADDRESS, or set them to 127.0.0.1, and forward the port"
            + " to work from another machine: ssh -L 8000:127.0.0.1:8000 THIS_MACHINE",
        cause);
  }
}
