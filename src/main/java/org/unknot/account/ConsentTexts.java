package org.unknot.account;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.unknot.content.ContentFiles;
import org.unknot.content.Document;

/** The words of each consent, from {@code content/consent}; a clinic can put its own in their place. */
@Component
public class ConsentTexts {

    private final List<ConsentText> texts;

    ConsentTexts(ContentFiles files) {
        List<ConsentText> read = files.read("consent", ConsentText::read).stream()
                .map(Document::value)
                .toList();
        texts = Arrays.stream(ConsentAbout.values())
                .map(about -> read.stream()
                        .filter(text -> text.about() == about)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("content/consent has no file about " + about)))
                .toList();
    }

    /** One for each thing to consent to, in the order in which they are asked. */
    public List<ConsentText> all() {
        return texts;
    }

    /** The words about this. */
    public ConsentText about(ConsentAbout about) {
        return texts.get(about.ordinal());
    }
}
