package dev.shortlist;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Tells the operator which of Shortlist's own settings to change, by the name it is set by; the
/// framework's own, which would be asked next, names classes.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UnreadableSettingAnalyzer extends AbstractFailureAnalyzer<BindException> {
  @Override
  protected @Nullable FailureAnalysis analyze(Throwable root, BindException cause) {
    return String.valueOf(cause.getName()).startsWith("shortlist.") && !isOutOfBounds(cause)
        ? new FailureAnalysis(UnreadableSetting.told(cause), null, cause)
        : null;
  }

  /// Bounds that stand as annotations, which the framework tells with the name and the value.
  private static boolean isOutOfBounds(BindException refused) {
    return NestedExceptionUtils.getMostSpecificCause(refused) instanceof BindValidationException;
  }
}
