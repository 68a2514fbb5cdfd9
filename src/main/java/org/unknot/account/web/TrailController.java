package org.unknot.account.web;

import java.text.ListFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.AccessDenied;
import org.unknot.account.Door;
import org.unknot.account.Gate;
import org.unknot.account.Purpose;
import org.unknot.account.Visitor;
import org.unknot.audit.Audit;
import org.unknot.audit.Audit.Cursor;
import org.unknot.audit.Audit.Entry;
import org.unknot.shared.BadInput;
import org.unknot.shared.PersonId;
import org.unknot.shared.Texts;

/** Who looked at the person's record and when, in plain words. What they did themselves is left out until they ask for it. */
@Controller
@Door(Door.For.SIGNED_IN)
class TrailController {

    private static final int A_PAGE = 30;

    /** Own reads are by far the most; so far back one page looks for those of others. */
    private static final int MOST_READ = 5 * Audit.MOST_AT_ONCE;

    private static final ListFormat AND =
            ListFormat.getInstance(Texts.LOCALE, ListFormat.Type.STANDARD, ListFormat.Style.FULL);

    private final Audit audit;
    private final Gate gate;
    private final Names names;
    private final Texts texts;

    TrailController(Audit audit, Gate gate, Names names, Texts texts) {
        this.audit = audit;
        this.gate = gate;
        this.names = names;
        this.texts = texts;
    }

    @GetMapping("/account/trail")
    ModelAndView trail(
            Visitor visitor,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "false") boolean all) {
        PersonId person = visitor.person().orElseThrow(AccessDenied::new);
        gate.mayRead(visitor, person, Purpose.TRAIL);
        Found found = found(person, cursor(before), all);
        Map<PersonId, String> called = new HashMap<>();
        return new ModelAndView(
                "account/trail",
                Map.of(
                        "lines",
                                Look.of(found.entries()).stream()
                                        .map(look -> line(look, who(look, person, called)))
                                        .toList(),
                        "all", all,
                        "more", found.more().map(Cursor::n).map(String::valueOf).orElse("")));
    }

    private static Optional<Cursor> cursor(String before) {
        if (before.isEmpty()) {
            return Optional.empty();
        }
        if (!before.matches("[0-9]{1,18}")) {
            throw new BadInput("before", "a number as it stands in our links", "120");
        }
        return Optional.of(new Cursor(Long.parseLong(before)));
    }

    private record Found(List<Entry> entries, Optional<Cursor> more) {}

    /** As many entries as make a page of lines, but no line that only begins on it. */
    private Found found(PersonId person, Optional<Cursor> from, boolean all) {
        List<Entry> shown = new ArrayList<>();
        Optional<Cursor> at = from;
        int lines = 0;
        for (int read = 0; read < MOST_READ; read += Audit.MOST_AT_ONCE) {
            List<Entry> some = audit.trail(person, at, Audit.MOST_AT_ONCE);
            for (Entry entry : some) {
                if (all || !entry.actor().equals(Optional.of(person))) {
                    if (shown.isEmpty() || !Look.areOne(shown.getLast(), entry)) {
                        lines++;
                    }
                    if (lines > A_PAGE) {
                        return new Found(shown, at);
                    }
                    shown.add(entry);
                }
                at = Optional.of(entry.cursor());
            }
            if (some.size() < Audit.MOST_AT_ONCE) {
                return new Found(shown, Optional.empty());
            }
        }
        return new Found(shown, at);
    }

    private String who(Look look, PersonId person, Map<PersonId, String> called) {
        return look.actor()
                .map(actor -> actor.equals(person)
                        ? texts.text("account.trail.you")
                        : called.computeIfAbsent(actor, names::withRoles))
                .orElseGet(() -> texts.text("account.trail.unknown"));
    }

    private TrailPage.Line line(Look look, String who) {
        List<String> what = look.purposes().stream().map(this::what).distinct().toList();
        String action = word(look.action().name());
        String key = look.allowed() ? "account.trail.did." + action : "account.trail.tried." + action;
        String from = names.of(look.from());
        String until = names.of(look.until());
        return new TrailPage.Line(
                from.equals(until) ? until : texts.text("account.trail.from-to", from, names.timeOf(look.until())),
                texts.text(key, who, AND.format(what)),
                look.reason().orElse(""),
                !look.allowed(),
                look.action() == Audit.Action.BREAK_GLASS);
    }

    private String what(String purpose) {
        String key = "account.what." + word(purpose);
        return texts.has(key) ? texts.text(key) : texts.text("account.what.other");
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
