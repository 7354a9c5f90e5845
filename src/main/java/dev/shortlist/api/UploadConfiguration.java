package dev.shortlist.api;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Uploads go to disk as they arrive and are never whole in memory.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UploadSettings.class)
class UploadConfiguration {
  // Title, reference and the three ways to name a job description.
  private static final int TEXT_FIELDS = 20;

  @Bean
  MultipartConfigElement multipart(UploadSettings settings) {
    long limit = settings.limit().toBytes();
    return new MultipartConfigElement("", limit, limit, 0);
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> uploadConnector(
      UploadSettings settings) {
    return server ->
        server.addConnectorCustomizers(connector -> {
          connector.setMaxPartCount(settings.files() + TEXT_FIELDS);
          // Else a client that only reads after it has sent everything sees a broken
          // connection instead of the answer that its upload is too large.
          connector.setProperty("maxSwallowSize", "-1");
        });
  }
}
