package org.unknot.figure;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a drawing as one SVG with a name and a description for those who cannot see it. */
final class SvgWriter {

    /** On paper, where there are no variables and no dark: fill by class. */
    private static final Map<String, String> PAPER = Map.ofEntries(
            Map.entry("near", "#1f4f55"),
            Map.entry("far", "#6f9492"),
            Map.entry("mat", "#ece5d9"),
            Map.entry("bed", "#d3c7b4"),
            Map.entry("pillow", "#d3c09f"),
            Map.entry("towel", "#9d8bb0"),
            Map.entry("load", "#b98c6a"),
            Map.entry("heat-pack", "#a34515"),
            Map.entry("chair", "#cdbfa9"),
            Map.entry("desk", "#cdbfa9"),
            Map.entry("wall", "#cdbfa9"));

    private static final String PAPER_FEEL = "fill=\"#d9783f\" fill-opacity=\".6\"";
    private static final String PAPER_BREATH = "fill=\"none\" stroke=\"#0f6b66\" stroke-linecap=\"round\"";
    private static final String PAPER_ARROW = "fill=\"#0f6b66\" stroke=\"#fff\" stroke-width=\".5\"";

    private final Palette palette;
    private final StringBuilder out = new StringBuilder(6144);

    private SvgWriter(Palette palette) {
        this.palette = palette;
    }

    static String write(Drawing drawing, Marks marks, Description description, String name, Palette palette) {
        SvgWriter writer = new SvgWriter(palette);
        writer.open(drawing.cast().figure().camera().view(), description, name);
        if (palette == Palette.STANDALONE) {
            writer.out
                    .append("<style>")
                    .append(OwnStyle.of(used(drawing, marks)))
                    .append("</style>");
        }
        for (Drawing.Op op : drawing.ops()) {
            writer.op(drawing, op);
        }
        marks.feel().forEach(patch -> writer.mark("feel", patch));
        writer.mark("arrow", marks.arrow());
        writer.mark("breath", marks.breath());
        return writer.out.append("</svg>").toString();
    }

    private static Set<String> used(Drawing drawing, Marks marks) {
        Set<String> used =
                drawing.cast().members().stream().map(Cast.Member::tone).collect(Collectors.toSet());
        if (marks.feel() != null) {
            used.add("feel");
        }
        if (marks.arrow() != null) {
            used.add("arrow");
        }
        if (marks.breath() != null) {
            used.add("breath");
        }
        return used;
    }

    static int decimals(Palette palette) {
        return palette == Palette.PRINT ? 2 : 1;
    }

    private void open(Camera.View view, Description description, String name) {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"figure figure--")
                .append(view.word())
                .append("\" role=\"img\" viewBox=\"");
        out.append(whole(view.left())).append(' ').append(whole(view.top())).append(' ');
        out.append(whole(view.width())).append(' ').append(whole(view.height())).append("\" aria-labelledby=\"");
        out.append(name)
                .append("-t ")
                .append(name)
                .append("-d\"><title id=\"")
                .append(name)
                .append("-t\">");
        text(description.title());
        out.append("</title><desc id=\"").append(name).append("-d\">");
        text(description.text());
        out.append("</desc>");
    }

    private static long whole(double value) {
        return Math.round(value);
    }

    private void op(Drawing drawing, Drawing.Op op) {
        Outline outline = new Outline(decimals(palette));
        switch (op) {
            case Drawing.Run(int[] parts) -> {
                for (int part : parts) {
                    outline.hulls(drawing, drawing.cast().members().get(part).hulls());
                }
                Cast.Member first = drawing.cast().members().get(parts[0]);
                run(first.tone(), first.ground(), outline.toString());
            }
            case Drawing.Stub(int part, int a, int b, double fraction) -> {
                double[] x = drawing.x();
                double[] y = drawing.y();
                double[] r = drawing.cast().radii();
                outline.capsule(
                        x[a],
                        y[a],
                        r[a],
                        x[a] + (x[b] - x[a]) * fraction,
                        y[a] + (y[b] - y[a]) * fraction,
                        r[a] + (r[b] - r[a]) * fraction);
                path(drawing.cast().members().get(part).tone(), false, outline.toString());
            }
        }
    }

    /** One path with its stroke painted first is all halos, then all fills; paper gets both, its renderers know no order. */
    private void run(String tone, boolean ground, String data) {
        boolean body = tone.equals("near") || tone.equals("far");
        if (palette == Palette.PRINT) {
            if (!ground) {
                out.append("<path fill=\"#fff\" stroke=\"#fff\" stroke-linejoin=\"round\" stroke-width=\"")
                        .append(body ? "2" : "1.4")
                        .append("\" d=\"")
                        .append(data)
                        .append("\"/>");
            }
            path(tone, false, data);
        } else {
            path(tone, !ground, data);
        }
    }

    private void path(String tone, boolean halo, String data) {
        boolean body = tone.equals("near") || tone.equals("far");
        out.append("<path ");
        switch (palette) {
            case PRINT -> out.append("fill=\"").append(PAPER.get(tone));
            case VARIABLES -> {
                out.append("class=\"figure__").append(body && halo ? "halo figure__" : "");
                out.append(body || tone.equals("mat") ? "" : "prop figure__prop--")
                        .append(tone);
            }
            case STANDALONE -> {
                String kind = body ? halo ? "h " : "" : tone.equals("mat") || tone.equals("bed") ? "m " : "p ";
                out.append("class=\"").append(kind).append(tone);
            }
        }
        out.append("\" d=\"").append(data).append("\"/>");
    }

    private void mark(String mark, @Nullable String data) {
        if (data == null) {
            return;
        }
        out.append("<path ");
        switch (palette) {
            case PRINT ->
                out.append(
                        switch (mark) {
                            case "feel" -> PAPER_FEEL;
                            case "breath" -> PAPER_BREATH;
                            default -> PAPER_ARROW;
                        });
            case VARIABLES -> out.append("class=\"figure__").append(mark).append('"');
            case STANDALONE -> out.append("class=\"").append(mark).append('"');
        }
        out.append(" d=\"").append(data).append("\"/>");
    }

    private void text(String words) {
        for (int i = 0; i < words.length(); i++) {
            char letter = words.charAt(i);
            switch (letter) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                default -> out.append(letter);
            }
        }
    }
}
