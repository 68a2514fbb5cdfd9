package org.unknot.figure;

import java.util.List;

/** A moment of a figure in plain words, for the ear and for who cannot see it: a title and short sentences. */
public record Description(String title, List<String> sentences) {

    public Description {
        sentences = List.copyOf(sentences);
    }

    public String text() {
        return String.join(" ", sentences);
    }
}
