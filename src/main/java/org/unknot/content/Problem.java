package org.unknot.content;

/**
 * One thing wrong in one content file, said so that its author can mend it without reading our code.
 *
 * @param file path below the resources or the clinic's folder, such as {@code content/exercise/press-up.yaml}
 * @param line counted from 1
 * @param field dotted path inside the file, such as {@code dose.hold.max}; empty for the file as a whole
 * @param expected what should stand there, and what stood there instead
 * @param example a line that would be accepted
 */
public record Problem(String file, int line, String field, String expected, String example) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + (field.isEmpty() ? "" : field + ": ") + "expected " + expected
                + "; for example: " + example;
    }
}
