package org.unknot.program;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a person made of their items: refused, shortened, swapped so many times. Restoring an item forgets all of it. */
record Wishes(Set<String> refused, Set<String> shortened, Map<String, Integer> swaps) {

    static Wishes of(List<Situation.Chosen> choices) {
        Wishes wishes = new Wishes(new HashSet<>(), new HashSet<>(), new HashMap<>());
        choices.forEach(wishes::take);
        return wishes;
    }

    private void take(Situation.Chosen chosen) {
        String item = chosen.item();
        switch (chosen.choice()) {
            case REFUSE -> refused.add(item);
            case SHORTEN -> shortened.add(item);
            case SWAP -> swaps.merge(item, 1, Integer::sum);
            case RESTORE -> {
                refused.remove(item);
                shortened.remove(item);
                swaps.remove(item);
            }
        }
    }

    Set<String> changed() {
        Set<String> changed = new HashSet<>(refused);
        changed.addAll(shortened);
        changed.addAll(swaps.keySet());
        return changed;
    }

    boolean refuses(String item) {
        return refused.contains(item);
    }

    boolean shortens(String item) {
        return shortened.contains(item);
    }

    /** The next of the options for every swap, round and round; only what the rules permit is among them. */
    <T> T pick(String item, List<T> options) {
        return options.get(swaps.getOrDefault(item, 0) % options.size());
    }
}
