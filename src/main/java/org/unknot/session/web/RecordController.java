package org.unknot.session.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.unknot.account.Door;
import org.unknot.account.Guests;
import org.unknot.account.Visitor;
import org.unknot.session.Receipt;
import org.unknot.session.Records;
import tools.jackson.databind.JsonNode;

/** Where the phone's outbox delivers. The same record may come any number of times and in any order. */
@Door(Door.For.ANYONE)
@RestController
class RecordController {

    private final Records records;
    private final Guests guests;

    RecordController(Records records, Guests guests) {
        this.records = records;
        this.guests = guests;
    }

    /** 201 when it came for the first time, 200 after that. Whoever played the ease script without a cookie gets one now. */
    @PutMapping("/api/records/{id}")
    ResponseEntity<Receipt> take(
            @PathVariable UUID id,
            @RequestBody JsonNode body,
            HttpServletRequest request,
            HttpServletResponse response) {
        Visitor guest = guests.admit(request, response);
        Receipt receipt = records.take(guest, id, body);
        return ResponseEntity.status(receipt.first() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(receipt);
    }
}
