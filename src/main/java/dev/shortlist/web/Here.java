package dev.shortlist.web;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Where the reader of a page is.
final class Here {
  private Here() {}

  /// What `aria-current` says of a link to an area of the program: `page` within it, else nothing.
  ///
  /// @param areas beginnings of the area's addresses, such as `/settings`; `/` is that page alone
  static @Nullable String in(String... areas) {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked
            && Stream.of(areas).anyMatch(area -> isIn(asked.getRequest().getRequestURI(), area))
        ? "page"
        : null;
  }

  static boolean isIn(String path, String area) {
    return path.equals(area) || (area.length() > 1 && path.startsWith(area + "/"));
  }
}
