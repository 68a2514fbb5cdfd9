package org.unknot.sheet;

import java.util.List;
import java.util.Optional;

/**
 * What stands on the paper, in words and markup, before anybody thinks of pages.
 *
 * @param about the day and the phase, such as {@code Day 3 · Move}
 * @param notices what to know before anything else: a hold, somebody to see, when to stop
 * @param contacts whom to ring or write to, a line each
 * @param code markup of the picture that a phone reads, and the address in it
 * @param unreviewed whether any of it waits for a clinician's signature
 */
public record Sheet(
        String date,
        String about,
        List<String> notices,
        List<Part> parts,
        List<String> contacts,
        String code,
        String address,
        boolean unreviewed,
        boolean large) {

    public Sheet {
        notices = List.copyOf(notices);
        parts = List.copyOf(parts);
        contacts = List.copyOf(contacts);
    }

    /** One thing to do: what, how much, how it looks, and what to know about it. */
    public record Part(String title, String dose, String why, List<Picture> pictures, List<Block> blocks) {

        public Part {
            pictures = List.copyOf(pictures);
            blocks = List.copyOf(blocks);
        }
    }

    /** A still with the words below it. */
    public record Picture(String svg, String caption) {}

    /** Lines under a heading, or under none; in order where they are steps. */
    public record Block(Optional<String> heading, List<String> lines, boolean steps, boolean warning) {

        public Block {
            lines = List.copyOf(lines);
        }
    }
}
