package org.unknot.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.unknot.account.Door;
import org.unknot.figure.Build;
import org.unknot.figure.Figure;
import org.unknot.figure.FigureId;
import org.unknot.figure.Figures;
import org.unknot.figure.Palette;
import org.unknot.shared.Side;

/**
 * Pictures and samples by address: {@code /f/<version>/knee-to-chest/hold-left-soft.svg}, {@code
 * /f/<version>/knee-to-chest-left.json}. The version names all that was drawn and how, so an answer may be kept for ever; an
 * address of an older version leads to today's.
 */
@Door(Door.For.ANYONE)
@RestController
class FigureController {

    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);
    private static final Pattern NAME = Pattern.compile("([a-z0-9-]+?)(?:-(left|right))?(?:-(slim|middle|soft))?");
    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Figures figures;

    FigureController(Figures figures) {
        this.figures = figures;
    }

    @GetMapping("/f/{version}/{id}/{name}.svg")
    ResponseEntity<String> still(
            @PathVariable String version,
            @PathVariable String id,
            @PathVariable String name,
            HttpServletRequest request,
            HttpServletResponse response) {
        Wanted wanted = wanted(name);
        Figure figure = figure(id, wanted.side());
        if (figure.keyframes().stream().noneMatch(keyframe -> keyframe.id().equals(wanted.name()))) {
            throw notThere();
        }
        return current(version, request, SVG, known -> {
            String svg = known.still(figure.id(), wanted.name(), wanted.side(), wanted.build(), Palette.STANDALONE);
            response.setHeader("Content-Security-Policy", policyFor(svg));
            return svg;
        });
    }

    @GetMapping("/f/{version}/{name}.json")
    ResponseEntity<String> samples(
            @PathVariable String version, @PathVariable String name, HttpServletRequest request) {
        Wanted wanted = wanted(name);
        FigureId id = figure(wanted.name(), wanted.side()).id();
        return current(
                version,
                request,
                MediaType.APPLICATION_JSON,
                known -> known.samples(id, wanted.side(), wanted.build()));
    }

    /** What stands before the ending of an address. */
    private record Wanted(String name, @Nullable Side side, Build build) {}

    private static Wanted wanted(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw notThere();
        }
        Side side = parts.group(2) == null ? null : parts.group(2).equals("left") ? Side.LEFT : Side.RIGHT;
        Build build =
                Optional.ofNullable(parts.group(3)).flatMap(BuildChoice::named).orElse(Build.MIDDLE);
        return new Wanted(parts.group(1), side, build);
    }

    /** A figure that has sides is asked for with one, any other without: each picture has one address. */
    private Figure figure(String id, @Nullable Side side) {
        FigureId named;
        try {
            named = new FigureId(id);
        } catch (IllegalArgumentException noId) {
            throw notThere();
        }
        if (!figures.has(named) || figures.figure(named).sided() != (side != null)) {
            throw notThere();
        }
        return figures.figure(named);
    }

    private ResponseEntity<String> current(
            String version, HttpServletRequest request, MediaType type, Function<Figures, String> draw) {
        if (!version.equals(figures.version())) {
            String rest = request.getRequestURI().substring("/f/".length() + version.length());
            return ResponseEntity.status(HttpStatus.FOUND)
                    .cacheControl(CacheControl.noCache())
                    .location(URI.create("/f/" + figures.version() + rest))
                    .build();
        }
        return ResponseEntity.ok().contentType(type).cacheControl(FOR_EVER).body(draw.apply(figures));
    }

    /** The picture brings one style of its own and nothing else; only exactly that is let in. */
    private static String policyFor(String svg) {
        Matcher style = STYLE.matcher(svg);
        String allowed = style.find() ? "style-src 'sha256-" + hash(style.group(1)) + "'; " : "";
        return "default-src 'none'; " + allowed + "frame-ancestors 'none'";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
