package org.unknot.guidance;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Lets the operator's settings of the clinic in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClinicSettings.class)
class GuidanceConfiguration {}
