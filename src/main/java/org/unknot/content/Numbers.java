package org.unknot.content;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads numbers that may have decimals; what is out of range is answered with the nearest value that is not. */
final class Numbers {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,6}(\\.\\d{1,6})?");

    private final Mapping mapping;

    Numbers(Mapping mapping) {
        this.mapping = mapping;
    }

    double one(Node node, String key, Range range) {
        String value = node instanceof ScalarNode scalar ? scalar.getValue().strip() : "a " + node.getNodeId();
        if (!DECIMAL.matcher(value).matches()) {
            return mapping.wrong(node, key, range.toString(), value, Range.plain(range.nearest(0)), range.nearest(0));
        }
        double number = Double.parseDouble(value);
        double nearest = range.nearest(number);
        return range.holds(number)
                ? number
                : mapping.wrong(node, key, range.toString(), value, Range.plain(nearest), nearest);
    }

    List<Double> many(Node node, String key, List<Range> ranges) {
        if (!(node instanceof SequenceNode list) || list.getValue().size() != ranges.size()) {
            String got =
                    node instanceof SequenceNode list ? list.getValue().size() + " entries" : "a " + node.getNodeId();
            return mapping.wrong(node, key, described(ranges), got, example(ranges), standIn(ranges));
        }
        List<Double> numbers = new ArrayList<>();
        for (Node entry : list.getValue()) {
            int index = numbers.size();
            numbers.add(one(entry, key + "[" + index + "]", ranges.get(index)));
        }
        return List.copyOf(numbers);
    }

    static String described(List<Range> ranges) {
        return "a list of " + ranges.stream().map(Range::name).collect(Collectors.joining(", "));
    }

    static String example(List<Range> ranges) {
        return ranges.stream().map(range -> Range.plain(range.nearest(0))).collect(Collectors.joining(", ", "[", "]"));
    }

    static List<Double> standIn(List<Range> ranges) {
        return ranges.stream().map(range -> range.nearest(0)).toList();
    }
}
