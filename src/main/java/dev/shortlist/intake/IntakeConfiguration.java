package dev.shortlist.intake;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({UploadLimitSettings.class, GrowingUploadSettings.class})
class IntakeConfiguration {}
