package org.unknot.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.unknot.account.ActingFor;
import org.unknot.figure.Figures;
import org.unknot.shared.Texts;

/**
 * Renders the view {@code triage/question} with the template {@code src/main/jte/triage/question.jte}, compiled at build time.
 * Every template gets the parameter {@code page} beside the controller's own model.
 */
@Component
class JtePages implements ViewResolver, Ordered {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Texts texts;
    private final Assets assets;
    private final Figures figures;
    private final boolean demo;

    JtePages(Texts texts, Assets assets, Figures figures, @Value("${unknot.demo}") boolean demo) {
        this.texts = texts;
        this.assets = assets;
        this.figures = figures;
        this.demo = demo;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        if (name.startsWith("redirect:") || name.startsWith("forward:")) {
            return null; // Spring's own
        }
        String template = name + ".jte";
        if (!engine.hasTemplate(template)) {
            // Left to Spring, the name would be taken for an address, forwarded to and resolved again without end.
            throw new IllegalStateException("No template src/main/jte/" + template + " for the view " + name);
        }
        return new JteView(template);
    }

    private final class JteView implements View {

        private final String template;

        JteView(String template) {
            this.template = template;
        }

        /** Spring skips a view that names no content type. */
        @Override
        public String getContentType() {
            return "text/html";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            Map<String, Object> parameters = new HashMap<>();
            if (model != null) {
                model.forEach((key, value) -> {
                    if (!key.startsWith("org.springframework.")) {
                        parameters.put(key, value);
                    }
                });
            }
            Drawings drawings = new Drawings(figures, BuildChoice.of(request));
            parameters.put(
                    "page",
                    new Page(texts, assets, drawings, request.getRequestURI(), ActingFor.shownOn(request), demo));
            Utf8ByteOutput output = new Utf8ByteOutput();
            engine.render(template, parameters, output);
            response.setContentType("text/html");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            if (response.getHeader("Cache-Control") == null) {
                response.setHeader("Cache-Control", "no-store");
            }
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }
    }
}
