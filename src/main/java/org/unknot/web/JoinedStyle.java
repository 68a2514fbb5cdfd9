package org.unknot.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * Joins a stylesheet and the files it imports into one answer, each in its layer, without comments. The files stay small for
 * people and the page still needs one request: a chain of imports costs a phone a round trip per link.
 */
final class JoinedStyle implements ResourceTransformer {

    private static final Pattern IMPORT = Pattern.compile("@import \"([^\"]+)\" layer\\((\\w+)\\);");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern INDENT = Pattern.compile("\\n\\s*");

    @Override
    public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
            throws IOException {
        Resource given = chain.transform(request, resource);
        String name = given.getFilename();
        return name != null && name.endsWith(".css") ? new TransformedResource(given, joined(given)) : given;
    }

    static byte[] joined(Resource root) throws IOException {
        StringBuilder sheet = new StringBuilder();
        Matcher imports = IMPORT.matcher(textOf(root));
        while (imports.find()) {
            imports.appendReplacement(sheet, Matcher.quoteReplacement(layer(root, imports.group(1), imports.group(2))));
        }
        return imports.appendTail(sheet).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String layer(Resource root, String file, String name) throws IOException {
        String text = textOf(root.createRelative(file));
        // An address is relative to the file it stands in; joined, that file stands one folder up.
        String moved = file.contains("/") ? text.replace("url(\"../../", "url(\"../") : text;
        return "@layer " + name + "{" + moved + "}";
    }

    private static String textOf(Resource file) throws IOException {
        String text = file.getContentAsString(StandardCharsets.UTF_8);
        return INDENT.matcher(COMMENT.matcher(text).replaceAll(""))
                .replaceAll("\n")
                .strip();
    }
}
