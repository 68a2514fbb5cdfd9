package org.unknot.session;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.account.Visitor;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The record of somebody who followed the printed list: no events, only how it went. One for each script, however often sent. */
@Service
public class PaperRecords {

    private static final Set<String> CHANGES = Set.of("better", "same", "worse");

    private final Records records;
    private final Scripts scripts;
    private final Now now;
    private final JsonMapper json;

    PaperRecords(Records records, Scripts scripts, Now now, JsonMapper json) {
        this.records = records;
        this.scripts = scripts;
        this.now = now;
        this.json = json;
    }

    /** Names of the two answers that are missing or not among those offered. */
    public static List<String> missing(@Nullable String change, @Nullable String pain) {
        List<String> missing = new ArrayList<>();
        if (change == null || !CHANGES.contains(change)) {
            missing.add("change");
        }
        if (pain == null || !pain.matches("[0-9]|10")) {
            missing.add("pain");
        }
        return missing;
    }

    @Transactional
    public Receipt take(Visitor visitor, UUID script, String change, String pain) {
        Script made = scripts.openTo(visitor, script);
        String at = now.instant().toString();
        ObjectNode record = json.createObjectNode();
        record.put("script", script.toString());
        record.put("revision", made.revision());
        record.put("startedAt", at);
        record.put("finishedAt", at);
        record.putArray("events");
        record.putObject("after").put("change", change).put("pain", Integer.parseInt(pain));
        UUID id = UUID.nameUUIDFromBytes(("paper " + script).getBytes(StandardCharsets.UTF_8));
        return records.take(visitor, id, record);
    }
}
