package org.unknot.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * Sends scripts without what is for people: reasons, types and indentation are a third of their bytes. Of comments only those are
 * taken that begin their line or say a type, since any other could be the inside of a text or a pattern; lines stay where they
 * were counted from, so that an error still names them.
 */
final class BareScript implements ResourceTransformer {

    private static final Pattern COMMENT = Pattern.compile(
            "^[ \\t]*(?:/\\*(?:(?!\\*/).)*+\\*/[ \\t]*$|//[^\\n]*$)", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("/\\*\\* @type [^\\n]*?\\*/ ?");
    private static final Pattern INDENT = Pattern.compile("^[ \\t]+", Pattern.MULTILINE);
    private static final Pattern NOT_A_LINE_END = Pattern.compile("[^\\n]");

    @Override
    public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
            throws IOException {
        Resource given = chain.transform(request, resource);
        String name = given.getFilename();
        if (name == null || !name.endsWith(".js")) {
            return given;
        }
        String script = given.getContentAsString(StandardCharsets.UTF_8);
        return new TransformedResource(given, bare(script).getBytes(StandardCharsets.UTF_8));
    }

    static String bare(String script) {
        String code = COMMENT.matcher(script)
                .replaceAll(comment -> NOT_A_LINE_END.matcher(comment.group()).replaceAll(""));
        return INDENT.matcher(TYPE.matcher(code).replaceAll("")).replaceAll("");
    }
}
