package org.unknot.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.Door;
import org.unknot.account.Guests;
import org.unknot.account.SecondDevice;
import org.unknot.account.SecondDevice.OwnPlan;
import org.unknot.account.Standing;
import org.unknot.account.Visitor;
import org.unknot.shared.Client;
import org.unknot.shared.QrCode;
import org.unknot.shared.RateLimit;
import org.unknot.shared.RateLimits;

/** The same plan on a second device, by a code that works once. */
@Controller
class DeviceController {

    private static final int LOOKS = 30;

    private final SecondDevice devices;
    private final Guests guests;
    private final RateLimit looks;

    DeviceController(SecondDevice devices, Guests guests, RateLimits limits) {
        this.devices = devices;
        this.guests = guests;
        this.looks = limits.of(LOOKS, Duration.ofMinutes(10));
    }

    @GetMapping("/device")
    @Door(Door.For.ANYONE)
    ModelAndView start(Visitor visitor) {
        return page(visitor, "");
    }

    @PostMapping("/device")
    @Door(Door.For.ANYONE)
    ModelAndView make(Visitor visitor) {
        if (guests.known(visitor).isEmpty()) {
            return new ModelAndView("redirect:/call-now");
        }
        URI link = devices.link(visitor);
        return page(visitor, link.toString());
    }

    private ModelAndView page(Visitor visitor, String link) {
        return new ModelAndView(
                "account/device",
                Map.of(
                        "known",
                        guests.known(visitor).isPresent(),
                        "signedIn",
                        visitor.standing() instanceof Standing.SignedIn,
                        "link",
                        link,
                        "code",
                        link.isEmpty() ? "" : QrCode.svg(link)));
    }

    /** A page with one button, because programs that look at links for safety must use nothing up. */
    @GetMapping("/device/{secret}")
    @Door(Door.For.ANYONE)
    ModelAndView arrive(
            @PathVariable String secret, Visitor visitor, HttpServletRequest request, HttpServletResponse response) {
        secretPage(request, response);
        if (!devices.isOpen(secret)) {
            return over();
        }
        return here(secret, visitor, false, HttpStatus.OK);
    }

    private ModelAndView here(String secret, Visitor visitor, boolean refused, HttpStatus status) {
        return new ModelAndView(
                "account/device-here",
                Map.of(
                        "secret",
                        secret,
                        "hasOwn",
                        guests.known(visitor).isPresent(),
                        "signedIn",
                        visitor.standing() instanceof Standing.SignedIn,
                        "refused",
                        refused),
                status);
    }

    @PostMapping("/device/{secret}")
    @Door(Door.For.ANYONE)
    ModelAndView use(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String plan,
            Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response) {
        secretPage(request, response);
        return switch (devices.use(secret, OwnPlan.typed(plan), visitor, request, response)) {
            case DONE -> new ModelAndView("redirect:/plan");
            case ASK_FIRST -> here(secret, visitor, true, HttpStatus.UNPROCESSABLE_CONTENT);
            case OVER -> over();
        };
    }

    private void secretPage(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        if (!looks.tryTake(Client.of(request))) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
    }

    private static ModelAndView over() {
        return new ModelAndView("account/device-over", Map.of(), HttpStatus.NOT_FOUND);
    }
}
