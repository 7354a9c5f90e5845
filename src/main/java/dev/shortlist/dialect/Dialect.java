package dev.shortlist.dialect;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;
import org.springframework.web.bind.annotation.RestController;

/// A controller of one dialect: there unless `shortlist.dialects.NAME` is false. What goes wrong in
/// it is answered as the dialects' clients expect.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RestController
@Conditional(SwitchedOn.class)
public @interface Dialect {
  String name();
}
