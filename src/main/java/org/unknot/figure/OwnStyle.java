package org.unknot.figure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The style that a picture with an address of its own carries: light, dark and forced colours, and only of what is in the picture,
 * because every byte of it is sent with every picture.
 */
final class OwnStyle {

    /** A colour on paper, at night, and where the system has its own. */
    private record Colour(String light, String dark, String forced) {}

    private static final Colour CANVAS = new Colour("#faf7f2", "#12181a", "Canvas");
    private static final Colour ACCENT = new Colour("#0f6b66", "#6cc7be", "LinkText");
    private static final Map<String, Colour> FILLS = fills();

    private OwnStyle() {}

    private static Map<String, Colour> fills() {
        Map<String, Colour> fills = new LinkedHashMap<>();
        fills.put("near", new Colour("#1f4f55", "#a5d6d3", "CanvasText"));
        fills.put("far", new Colour("#6f9492", "#5f7f81", "GrayText"));
        fills.put("mat", new Colour("#ece5d9", "#262d2c", "Canvas"));
        fills.put("bed", new Colour("#dccfbc", "#343b38", "Canvas"));
        fills.put("pillow", new Colour("#d3c09f", "#5a5446", "Canvas"));
        fills.put("towel", new Colour("#9d8bb0", "#6c5e7e", "Canvas"));
        fills.put("load", new Colour("#b98c6a", "#8a6a50", "Canvas"));
        Colour wood = new Colour("#cdbfa9", "#414a48", "Canvas");
        fills.put("chair", wood);
        fills.put("desk", wood);
        fills.put("wall", wood);
        Colour heat = new Colour("#a34515", "#f0a173", "Highlight");
        fills.put("heat-pack", heat);
        fills.put("feel", new Colour("#d9783f", "#b9541f", "Highlight"));
        fills.put("arrow", ACCENT);
        return fills;
    }

    /** @param used classes of tones and marks that the picture has */
    static String of(Set<String> used) {
        StringBuilder style = new StringBuilder("path{stroke-linejoin:round}.h,.p{paint-order:stroke}")
                .append(".h{stroke-width:2}.p{stroke-width:1.4}");
        if (used.contains("feel")) {
            style.append(".feel{fill-opacity:.6}");
        }
        if (used.contains("arrow")) {
            style.append(".arrow{stroke-width:1.6;paint-order:stroke}");
        }
        if (used.contains("breath")) {
            style.append(".breath{fill:none;stroke-linecap:round}");
        }
        colours(style, used, Colour::light);
        style.append("@media(prefers-color-scheme:dark){");
        colours(style, used, Colour::dark);
        style.append("}@media(forced-colors:active){");
        colours(style, used, Colour::forced);
        return style.append(".m,.p{stroke:CanvasText;stroke-width:.6}}").toString();
    }

    private static void colours(StringBuilder style, Set<String> used, Function<Colour, String> which) {
        FILLS.forEach((tone, colour) -> {
            if (used.contains(tone)) {
                style.append('.')
                        .append(tone)
                        .append("{fill:")
                        .append(which.apply(colour))
                        .append('}');
            }
        });
        style.append(".h,.p,.arrow{stroke:").append(which.apply(CANVAS)).append('}');
        if (used.contains("breath")) {
            style.append(".breath{stroke:").append(which.apply(ACCENT)).append('}');
        }
    }
}
