package org.unknot.guidance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.unknot.content.ContentFiles;
import org.unknot.content.ContentRefused;
import org.unknot.content.Document;
import org.unknot.content.Problem;

/**
 * Everything there is to read, and the clinic's own numbers and links. Loaded once at start; throws {@link ContentRefused} with
 * every problem when a file cannot be used.
 */
@Component
public final class Guidance {

    private final List<Topic> topics;
    private final List<EasePosition> easePositions;
    private final List<SleepPosition> sleepPositions;
    private final List<CalmPractice> calm;
    private final List<Whom> whom;
    private final HeatGuide heat;
    private final List<LocalePack> localePacks;
    private final Supplier<ClinicSettings> clinic;
    private final String contentHash;

    @Autowired
    Guidance(ContentFiles files, Clinic clinic) {
        this(files, clinic::settings, clinic.atStart());
    }

    /** For a clinic whose settings never change. */
    public Guidance(ContentFiles files, ClinicSettings clinic) {
        this(files, () -> clinic, clinic);
    }

    private Guidance(ContentFiles files, Supplier<ClinicSettings> clinic, ClinicSettings atStart) {
        List<Document<Topic>> topicFiles = files.read("topic", Topic::read);
        List<Document<EasePosition>> easeFiles = files.read("ease", EasePosition::read);
        List<Document<SleepPosition>> sleepFiles = files.read("sleep", SleepPosition::read);
        List<Document<CalmPractice>> calmFiles = files.read("calm", CalmPractice::read);
        List<Document<Whom>> whomFiles = files.read("whom", Whom::read);
        List<Document<HeatGuide>> heatFiles = files.read("heat", HeatGuide::read);
        List<Document<LocalePack>> packs = files.read("locale", LocalePack::read);
        refuseLooseEnds(topicFiles);
        this.topics = inOrder(topicFiles, Comparator.comparing(Topic::need).thenComparing(Topic::order));
        this.easePositions = inOrder(easeFiles, Comparator.comparing(EasePosition::order));
        this.sleepPositions = inOrder(sleepFiles, Comparator.comparing(SleepPosition::order));
        this.calm = inOrder(calmFiles, Comparator.comparing(CalmPractice::order));
        this.whom = inOrder(whomFiles, Comparator.comparing(Whom::order));
        this.heat = heatFiles.getFirst().value();
        this.clinic = clinic;
        this.localePacks = inOrder(packs, Comparator.comparing(LocalePack::id));
        refuseUnknownPack(atStart.localePack());
        this.contentHash = hashOf(List.of(topicFiles, easeFiles, sleepFiles, calmFiles, whomFiles, heatFiles, packs));
    }

    /** Pages to read, by need and then in order. */
    public List<Topic> topics() {
        return topics;
    }

    public Optional<Topic> topic(String id) {
        return topics.stream().filter(topic -> topic.id().equals(id)).findFirst();
    }

    /** The supported positions for the first relief, in the order in which they are offered. */
    public List<EasePosition> easePositions() {
        return easePositions;
    }

    public Optional<EasePosition> ease(String id) {
        return easePositions.stream()
                .filter(position -> position.id().equals(id))
                .findFirst();
    }

    /** Back, side, belly. */
    public List<SleepPosition> sleepPositions() {
        return sleepPositions;
    }

    public Optional<SleepPosition> sleep(String id) {
        return sleepPositions.stream()
                .filter(position -> position.id().equals(id))
                .findFirst();
    }

    /** What one may be led through in some quiet minutes. */
    public List<CalmPractice> calm() {
        return calm;
    }

    /** Who helps with what. */
    public List<Whom> whom() {
        return whom;
    }

    public Optional<Whom> whom(String id) {
        return whom.stream().filter(profession -> profession.id().equals(id)).findFirst();
    }

    public HeatGuide heat() {
        return heat;
    }

    /** The numbers of the country that the clinic chose; empty means: say "your local emergency number", never guess. */
    public Optional<LocalePack> localePack() {
        return localePack(clinic.get().localePack());
    }

    /** The pack of that id, in whatever case. */
    public Optional<LocalePack> localePack(String id) {
        return localePacks.stream()
                .filter(pack -> pack.id().equalsIgnoreCase(id))
                .findFirst();
    }

    /** Every country there is to choose from. */
    public List<LocalePack> localePacks() {
        return localePacks;
    }

    /** As the clinic's settings are now. */
    public ClinicSettings clinic() {
        return clinic.get();
    }

    /** SHA-256 over all guidance files, lower-case hexadecimal. */
    public String contentHash() {
        return contentHash;
    }

    private static void refuseLooseEnds(List<Document<Topic>> topics) {
        Set<String> ids = topics.stream().map(Document::id).collect(Collectors.toSet());
        List<Problem> problems = new ArrayList<>();
        for (Document<Topic> topic : topics) {
            for (String other : topic.value().seeAlso()) {
                if (!ids.contains(other)) {
                    problems.add(topic.problem("see-also", "ids of topics, got " + other, "[lifting]"));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new ContentRefused(problems);
        }
    }

    private static <T> List<T> inOrder(List<Document<T>> documents, Comparator<T> order) {
        return documents.stream().map(Document::value).sorted(order).toList();
    }

    private void refuseUnknownPack(String id) {
        if (!id.isEmpty() && localePack(id).isEmpty()) {
            throw new IllegalStateException("unknot.clinic.locale-pack: expected one of "
                    + localePacks.stream().map(LocalePack::id).collect(Collectors.joining(", "))
                    + ", for example en-au; got: " + id);
        }
    }

    private static String hashOf(List<List<? extends Document<?>>> kinds) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            kinds.stream()
                    .flatMap(List::stream)
                    .forEach(document ->
                            digest.update((document.id() + document.hash()).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
