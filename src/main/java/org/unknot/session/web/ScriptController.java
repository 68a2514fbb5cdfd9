package org.unknot.session.web;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.unknot.account.AccessDenied;
import org.unknot.account.Door;
import org.unknot.account.Visitor;
import org.unknot.session.EaseScripts;
import org.unknot.session.Script;
import org.unknot.session.Scripts;
import org.unknot.session.Scripts.Start;
import org.unknot.session.ScriptsAhead;
import org.unknot.session.ScriptsAhead.Ahead;
import org.unknot.shared.BadInput;
import tools.jackson.databind.JsonNode;

/** Scripts as the player reads them. */
@Door(Door.For.ANYONE)
@RestController
class ScriptController {

    private final Scripts scripts;
    private final EaseScripts ease;
    private final ScriptsAhead ahead;

    ScriptController(Scripts scripts, EaseScripts ease, ScriptsAhead ahead) {
        this.scripts = scripts;
        this.ease = ease;
        this.ahead = ahead;
    }

    /** The same for everybody, so that the phone can keep it before anything was asked. */
    @GetMapping("/scripts/ease-{position}.json")
    ResponseEntity<Script> ease(@PathVariable String position) {
        Script script = ease.byPosition(position).orElseThrow(AccessDenied::new);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(script);
    }

    @GetMapping("/api/scripts/{id}")
    ResponseEntity<Script> script(Visitor visitor, @PathVariable UUID id) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(scripts.openTo(visitor, id));
    }

    /** For the phone to keep before the network goes: today's and tomorrow's. */
    @PostMapping("/api/scripts/ahead")
    List<Ahead> ahead(Visitor visitor) {
        return ahead.of(visitor);
    }

    /** 200 with the script when it may start, 409 with the one to play instead, 410 when the plan has nothing to guide any more. */
    @PostMapping("/api/scripts/{id}/start")
    ResponseEntity<Script> start(Visitor visitor, @PathVariable UUID id, @RequestBody JsonNode body) {
        JsonNode revision = body.path("revision");
        if (!revision.isString()) {
            throw new BadInput("revision", "the revision of the script", "9f2c1b");
        }
        return switch (scripts.mayStart(visitor, id, revision.stringValue())) {
            case Start.Go go -> ResponseEntity.ok(go.script());
            case Start.Instead instead ->
                ResponseEntity.status(HttpStatus.CONFLICT)
                        .location(URI.create("/api/scripts/" + instead.script().id()))
                        .body(instead.script());
            case Start.Nothing nothing -> ResponseEntity.status(HttpStatus.GONE).build();
        };
    }
}
