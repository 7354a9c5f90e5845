package dev.shortlist.dialect;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// Whether the dialect a class belongs to is wanted.
final class SwitchedOn implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata type) {
    var dialect = type.getAnnotations().get(Dialect.class);
    return dialect.isPresent() // the annotation itself is looked at too
        && isOn(context, dialect.getString("name"));
  }

  private static boolean isOn(ConditionContext context, String name) {
    return Binder.get(context.getEnvironment())
        .bindOrCreate("shortlist.dialects", DialectSettings.class)
        .isOn(name);
  }
}
