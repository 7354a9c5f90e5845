package dev.shortlist.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/// Refuses a request of the API with a name it does not know, in the address, a form or a JSON
/// body: a filter that is misspelt would filter nothing, and nobody would see it.
///
/// Dialects pass over names they do not know: their clients send what other servers understood.
@Configuration(proxyBeanMethods = false)
class UnknownNames implements HandlerInterceptor, WebMvcConfigurer {
  private static final String API = UnknownNames.class.getPackageName();

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && isApi(method.getBeanType())) {
      var known = known(method);
      for (String name : sent(request)) {
        if (!known.contains(name)) {
          throw Problem.UNKNOWN_NAME.because(unknown(name, name, known));
        }
      }
    }
    return true;
  }

  /// After the program's own, so that it takes its place.
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  ServerHttpMessageConvertersCustomizer knownFieldsOnly(JsonMapper json) {
    return converters -> converters.withJsonConverter(new KnownFieldsOnly(json));
  }

  /// What an address takes beside its path, in the order it is described.
  static Set<String> known(HandlerMethod method) {
    var known = new LinkedHashSet<String>();
    for (var parameter : method.getMethodParameters()) {
      names(parameter).forEach(known::add);
    }
    return known;
  }

  /// Says that `name` is none of the `known`, and which of them may be meant.
  ///
  /// @param place where it stands: the name itself, or the way to it in a body
  static String unknown(String place, String name, Collection<String> known) {
    if (known.isEmpty()) {
      return "\"%s\" is not known here: this address takes no parameters.".formatted(place);
    }
    return "\"%s\" is not known here.%s It takes: %s."
        .formatted(
            place,
            Nearest.of(name, known).map(" Did you mean \"%s\"?"::formatted).orElse(""),
            String.join(", ", known));
  }

  private static boolean isApi(Class<?> type) {
    return type.getPackageName().equals(API);
  }

  private static Set<String> sent(HttpServletRequest request) {
    var sent = new TreeSet<>(request.getParameterMap().keySet());
    var form = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
    if (form != null) {
      sent.addAll(form.getMultiFileMap().keySet());
    }
    return sent;
  }

  private static Stream<String> names(MethodParameter parameter) {
    if (parameter.hasParameterAnnotation(ParameterObject.class)) {
      return Arrays.stream(parameter.getParameterType().getRecordComponents())
          .map(RecordComponent::getName);
    }
    var field = parameter.getParameterAnnotation(RequestParam.class);
    if (field != null) {
      return Stream.of(field.name().isEmpty() ? name(parameter) : field.name());
    }
    var part = parameter.getParameterAnnotation(RequestPart.class);
    return part == null
        ? Stream.empty()
        : Stream.of(part.name().isEmpty() ? name(parameter) : part.name());
  }

  private static String name(MethodParameter parameter) {
    return parameter.getExecutable().getParameters()[parameter.getParameterIndex()].getName();
  }

  /// Reads JSON as all do, and the bodies of the API without fields it does not know.
  private static final class KnownFieldsOnly extends JacksonJsonHttpMessageConverter {
    KnownFieldsOnly(JsonMapper json) {
      super(json);
    }

    @Override
    protected ObjectReader customizeReader(ObjectReader reader, JavaType type) {
      return isApi(type.getRawClass())
          ? reader.with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          : reader;
    }
  }
}
