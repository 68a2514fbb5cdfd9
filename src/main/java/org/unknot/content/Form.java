package org.unknot.content;

/**
 * Reads one thing from one section of a content file: {@code section -> new Colour(section.text("name", "teal"))}. It asks the
 * section for every field it knows; what it did not ask for is refused as unknown. After a problem the section answers with
 * harmless stand-ins so that the rest of the file is looked at too; the result is then thrown away.
 */
@FunctionalInterface
public interface Form<T> {

    T read(Section section);
}
