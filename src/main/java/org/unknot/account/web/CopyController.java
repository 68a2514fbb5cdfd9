package org.unknot.account.web;

import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.Copies;
import org.unknot.account.Copies.Copy;
import org.unknot.account.Door;
import org.unknot.account.Freshness;
import org.unknot.account.Guests;
import org.unknot.account.Standing;
import org.unknot.account.Visitor;

/** Where a person takes a copy of everything that is kept about them. */
@Controller
class CopyController {

    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final Copies copies;
    private final CopyFiles files;
    private final Guests guests;
    private final Freshness freshness;

    CopyController(Copies copies, CopyFiles files, Guests guests, Freshness freshness) {
        this.copies = copies;
        this.files = files;
        this.guests = guests;
        this.freshness = freshness;
    }

    @GetMapping("/account/copy")
    @Door(Door.For.ANYONE)
    ModelAndView ask(Visitor visitor) {
        return new ModelAndView(
                "account/copy-page", Map.of("known", guests.known(visitor).isPresent()));
    }

    /**
     * By a post, so that no link, picture or page of another site makes one. Who has an account proves anew who they are: a
     * phone left on a table must not be enough to carry everything away.
     */
    @PostMapping("/account/copy")
    @Door(Door.For.ANYONE)
    Object take(Visitor visitor) {
        if (guests.known(visitor).isEmpty()) {
            return "redirect:/account/copy";
        }
        if (visitor.standing() instanceof Standing.SignedIn) {
            freshness.require(visitor);
        }
        Optional<Copy> copy = copies.of(visitor);
        if (copy.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        return ResponseEntity.ok()
                .contentType(ZIP)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"my-record.zip\"")
                .body(files.archive(copy.get()));
    }
}
