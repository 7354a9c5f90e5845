package dev.shortlist.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/// The templates under `src/main/jte`, compiled at build time. Whatever they show is escaped for
/// the place it is shown in.
@Component
class Pages {
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), Pages.class.getPackageName());

  /// The template `name` filled with `model`.
  View show(String name, Object model) {
    return new Page(name + ".jte", model);
  }

  private final class Page implements View {
    private final String template;
    private final Object model;

    Page(String template, Object model) {
      this.template = template;
      this.model = model;
    }

    @Override
    public String getContentType() {
      return "text/html;charset=UTF-8";
    }

    @Override
    public void render(
        @Nullable Map<String, ?> ignored, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      // Rendered whole before the first byte is sent, so a failure still becomes an error page.
      var html = new Utf8ByteOutput();
      templates.render(template, model, html);
      response.setContentType(getContentType());
      response.setHeader("Cache-Control", "no-store");
      response.setContentLength(html.getContentLength());
      html.writeTo(response.getOutputStream());
    }
  }
}
