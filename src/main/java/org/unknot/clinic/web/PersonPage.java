package org.unknot.clinic.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.unknot.account.Contact;
import org.unknot.account.Purpose;
import org.unknot.clinic.Roster.Sheet;
import org.unknot.clinic.Team.Member;
import org.unknot.program.Program;
import org.unknot.program.ProgramItem;
import org.unknot.program.Words;
import org.unknot.triage.Triaged;

/**
 * A person as somebody of the staff sees them: only the parts that are open.
 *
 * @param colleagues who could be asked to treat the person; empty where that is not the visitor's to do
 */
public record PersonPage(
        UUID id,
        String name,
        Optional<Contact> contact,
        boolean triage,
        Optional<Answered> answered,
        boolean program,
        Optional<Plan> plan,
        boolean team,
        List<Carer> carers,
        List<Member> colleagues) {

    /** What the rules made of the answers. */
    public record Answered(String level, int age, String pain, String at, List<String> reasons) {}

    /** Today's program in short. */
    public record Plan(int day, String phase, Optional<Words> hold, List<Item> items) {}

    /** One thing to do. */
    public record Item(Words title) {}

    /** Who looks after the person. */
    public record Carer(UUID tie, String name, String kind, String since) {}

    static PersonPage of(Sheet sheet, List<Member> colleagues, ClinicTime times) {
        return new PersonPage(
                sheet.person().value(),
                sheet.contact().flatMap(Contact::name).orElse(""),
                sheet.contact(),
                sheet.shows(Purpose.TRIAGE),
                sheet.triaged().map(triaged -> answered(triaged, times)),
                sheet.shows(Purpose.PROGRAM),
                sheet.program().map(PersonPage::plan),
                sheet.shows(Purpose.TEAM),
                sheet.team().stream()
                        .map(carer -> new Carer(
                                carer.tie(), carer.name(), word(carer.kind().name()), times.inWords(carer.since())))
                        .toList(),
                colleagues);
    }

    private static Answered answered(Triaged triaged, ClinicTime times) {
        return new Answered(
                triaged.verdict().disposition().level().word(),
                triaged.answers().age(),
                triaged.answers()
                        .pain()
                        .map(pain -> Integer.toString(pain.value()))
                        .orElse(""),
                times.inWords(triaged.at()),
                triaged.verdict().disposition().reasons().stream()
                        .map(reason -> reason.text())
                        .toList());
    }

    private static Plan plan(Program program) {
        return new Plan(
                program.day(),
                word(program.phase().name()),
                program.hold(),
                program.items().stream().map(item -> new Item(title(item))).toList());
    }

    private static Words title(ProgramItem item) {
        return item instanceof ProgramItem.Stretch stretch
                ? new Words("program.said", List.of(stretch.exercise().title()))
                : new Words("program.title." + item.id(), List.of());
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
