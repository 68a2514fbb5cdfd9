package org.unknot.sheet.web;

import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.unknot.account.Door;
import org.unknot.account.SharedPlans;
import org.unknot.account.Visitor;
import org.unknot.figure.Build;
import org.unknot.sheet.Sheets;
import org.unknot.sheet.Sheets.Outcome;

/** Today's plan as a PDF for a printer. */
@Door(Door.For.ANYONE)
@RestController
class SheetController {

    private final Sheets sheets;
    private final SharedPlans shared;

    SheetController(Sheets sheets, SharedPlans shared) {
        this.sheets = sheets;
        this.shared = shared;
    }

    @GetMapping("/plan/sheet.pdf")
    ResponseEntity<byte[]> sheet(
            Visitor visitor,
            Build build,
            @RequestParam(defaultValue = "") String print,
            @RequestParam(name = "shared", defaultValue = "") String secret) {
        // The plan's own address: whoever holds the guest's cookie sees the plan, anybody else the first questions.
        URI plan = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/plan")
                .build()
                .toUri();
        // Or, where the person wants it, a link that shows the plan to whoever has the paper.
        URI address = shared.open(secret)
                .filter(opened -> opened.visitor().person().equals(visitor.person()))
                .map(opened -> shared.address(secret))
                .orElse(plan);
        return switch (sheets.ofToday(visitor, build, print.equals("large"), address)) {
            case Outcome.Printed printed ->
                ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .cacheControl(CacheControl.noStore())
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"back-plan.pdf\"")
                        .body(printed.pdf());
            case Outcome.NoPlan none ->
                ResponseEntity.status(HttpStatus.FOUND)
                        .cacheControl(CacheControl.noStore())
                        .location(URI.create("/plan"))
                        .build();
            case Outcome.TooMany wait -> throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        };
    }
}
