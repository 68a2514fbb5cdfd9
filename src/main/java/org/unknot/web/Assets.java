package org.unknot.web;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Static files under one address that names their joint content: {@code /a/<hash>/js/app.js}. A relative import between
 * modules keeps the hash, so every file may be cached for ever and no import map is needed.
 */
@Configuration(proxyBeanMethods = false)
public class Assets implements WebMvcConfigurer {

    private final String version;

    Assets() throws IOException {
        version = hashOfAllStaticFiles();
    }

    private static String hashOfAllStaticFiles() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:static/**/*.*");
        Arrays.sort(files, Comparator.comparing(Resource::getDescription));
        MessageDigest digest = sha256();
        for (Resource file : files) {
            if (file.isReadable()) {
                digest.update(file.getContentAsByteArray());
            }
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/a/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addFixedVersionStrategy(version, "/**"))
                .addTransformer(new JoinedStyle())
                .addTransformer(new BareScript());
    }

    /** Spring does not know the ending of an install manifest, and we tell browsers never to guess. */
    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
        configurer.mediaType("webmanifest", MediaType.parseMediaType("application/manifest+json"));
    }

    /** Names the joint content of all static files; changes when any of them does. */
    public String version() {
        return version;
    }

    String address(String file) {
        return "/a/" + version + "/" + file;
    }
}
