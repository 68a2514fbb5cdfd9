package org.unknot.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each rule on texts is seen to report what breaks it, and to leave alone what looks like it. */
class TextRulesTests {

    @Test
    void textBetweenTagsIsReportedWithItsLine() {
        assertThat(TemplateText.problems("a.jte", "@param String title\n<h1>${title}</h1>\n<p>Lie down</p>"))
                .containsExactly("a.jte:3: literal text \"Lie down\"");
    }

    @Test
    void textInsideABlockThatIsHandedOnIsReported() {
        assertThat(TemplateText.problems(
                        "a.jte", "@template.layout(title = \"x\", content = @`\n<p>${a(\"}\")} hello</p>`)"))
                .containsExactly("a.jte:2: literal text \"hello\"");
    }

    @Test
    void textThatIsSpokenFromAnAttributeIsReported() {
        assertThat(TemplateText.problems("a.jte", "<img src=\"a.svg\" alt=\"A knee\">"))
                .containsExactly("a.jte:1: literal text in alt=\"A knee\"");
    }

    @Test
    void whatThePolicyWouldBlockIsReported() {
        assertThat(TemplateText.problems(
                        "a.jte", "<p style=\"color:red\"></p>\n<b onclick=\"x()\"></b>\n<script>run()</script>"))
                .containsExactly(
                        "a.jte:1: inline attribute style",
                        "a.jte:2: inline attribute onclick",
                        "a.jte:3: inline script \"run()\"");
    }

    @Test
    void expressionsDirectivesCommentsAndEntitiesAreNoText() {
        assertThat(TemplateText.problems("a.jte", """
                @import org.unknot.web.Page
                <%-- said to the reader --%><!-- and this -->
                !{var n = items.size();}
                @for(var item : items)@if(n > 1 && item.ok())<li class="a ${item.name()}">${item.name()}&nbsp;·</li>@else-@endif@endfor
                $unsafe{item.html()}
                @template.session.player-section(page = page, address = "/api/scripts/" + id)
                """)).isEmpty();
    }

    @Test
    void aKeyThatNoFileHasIsReported() {
        Set<String> keys = Set.of("web.brand", "triage.level.self-care");
        assertThat(MessageKeys.missing("a.jte", "${page.text(\"web.brandy\")}", keys))
                .containsExactly("a.jte: no text for web.brandy");
        assertThat(MessageKeys.missing("A.java", "text(\"triage.lewel.\" + level)", keys))
                .containsExactly("A.java: no text for triage.lewel.");
        assertThat(MessageKeys.missing(
                        "A.java",
                        "text(\"triage.level.\" + level); text(\"web.brand\"); section.text(\"name\", \"x\")",
                        keys))
                .isEmpty();
    }

    @Test
    void aKeyThatNobodyAsksForIsReported() {
        assertThat(MessageKeys.unused(
                        Set.of("web.a", "web.b", "web.level.one", "web.problem.title"),
                        List.of("text(\"web.a\")", "\"web.level.\" + l", "problem(\"web.problem\")")))
                .containsExactly("web.b");
    }

    @Test
    void aStraightApostropheARepeatedKeyAStrangeModuleAndABrokenArgumentAreReported() {
        assertThat(MessageKeys.ofFile("web.properties", """
                web.a=It doesn't work
                web.b=One
                web.b=Two
                triage.c=Three
                web.d=Of {zero
                """)).hasSize(4);
        assertThat(MessageKeys.ofFile("web.properties", "# note\nweb.a=It doesn’t need {0}, {1}"))
                .isEmpty();
    }

    @Test
    void aTranslationThatLacksAKeyOrAnArgumentIsReported() {
        assertThat(MessageKeys.outOfSync(
                        "web_de.properties",
                        Map.of("web.a", "{0} minutes", "web.b", "Stop"),
                        Map.of("web.a", "Minuten", "web.c", "Halt")))
                .hasSize(3);
    }

    @Test
    void aRepeatedSentenceIsFoundAcrossLinesAndPunctuation() {
        WordRuns runs = new WordRuns(4, Set.of(WordRuns.hash("the quick brown fox")));
        assertThat(runs.in("steps:\n  - text: Then the quick,\n      brown Fox jumps"))
                .containsExactly("the quick brown fox");
        assertThat(runs.in("the quick red fox")).isEmpty();
    }
}
