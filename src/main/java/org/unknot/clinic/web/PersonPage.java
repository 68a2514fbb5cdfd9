package org.unknot.clinic.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.unknot.account.Contact;
import org.unknot.account.Purpose;
import org.unknot.clinic.Roster;
import org.unknot.clinic.Roster.Sheet;
import org.unknot.clinic.Team.Member;
import org.unknot.program.Program;
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
    public record Answered(String level, int age, String pain, String at, List<Sign> signs) {}

    /**
     * What spoke for the level.
     *
     * @param question in short; empty where the rule goes by more than one answer
     * @param answer such as {@code yes}; empty where there is none
     * @param told the sentence that the person reads
     */
    public record Sign(String rule, String citation, String question, String answer, String told) {}

    /** Today's program in short. */
    public record Plan(int day, String phase, Optional<Words> hold, List<Item> items, List<Left> leftOut) {}

    /** One thing to do, and why. */
    public record Item(Words title, Words dose, Words why) {}

    /** What is not in the plan; {@code rule} as the rule book calls it, {@code citation} empty where it cites nothing. */
    public record Left(Words title, String rule, String citation, Words why) {}

    /** Who looks after the person. */
    public record Carer(UUID tie, String name, String kind, String since) {}

    static PersonPage of(Sheet sheet, List<Member> colleagues, ClinicTime times) {
        return new PersonPage(
                sheet.person().value(),
                sheet.contact().flatMap(Contact::name).orElse(""),
                sheet.contact(),
                sheet.shows(Purpose.TRIAGE),
                sheet.triaged().map(triaged -> answered(triaged, sheet.signs(), times)),
                sheet.shows(Purpose.PROGRAM),
                sheet.program().map(PersonPage::plan),
                sheet.shows(Purpose.TEAM),
                sheet.team().stream()
                        .map(carer -> new Carer(
                                carer.tie(), carer.name(), word(carer.kind().name()), times.inWords(carer.since())))
                        .toList(),
                colleagues);
    }

    private static Answered answered(Triaged triaged, List<Roster.Sign> signs, ClinicTime times) {
        return new Answered(
                triaged.verdict().disposition().level().word(),
                triaged.answers().age(),
                triaged.answers()
                        .pain()
                        .map(pain -> Integer.toString(pain.value()))
                        .orElse(""),
                times.inWords(triaged.at()),
                signs.stream().map(PersonPage::sign).toList());
    }

    private static Sign sign(Roster.Sign sign) {
        return new Sign(
                sign.reason().rule(),
                sign.reason().citation(),
                sign.question()
                        .map(question -> question.line().orElse(question.text()))
                        .orElse(""),
                sign.answer().map(answer -> word(answer.name())).orElse(""),
                sign.reason().text());
    }

    private static Plan plan(Program program) {
        return new Plan(
                program.day(),
                word(program.phase().name()),
                program.hold(),
                program.items().stream()
                        .map(item -> new Item(item.title(), item.amount(), item.why()))
                        .toList(),
                program.leftOut().stream()
                        .map(left -> new Left(left.title(), left.rule(), left.citation(), left.why()))
                        .toList());
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
