package org.unknot.clinic.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.Accounts;
import org.unknot.account.Contact;
import org.unknot.account.Door;
import org.unknot.account.Role;
import org.unknot.account.Visitor;
import org.unknot.clinic.Office;
import org.unknot.clinic.web.Shell.Entry;
import org.unknot.guidance.Clinic;
import org.unknot.guidance.ClinicSettings;
import org.unknot.guidance.Guidance;
import org.unknot.guidance.Zones;

/** What people read about the clinic: its name, how to reach it, whom to ring, and links to elsewhere. */
@Controller
class SettingsController {

    private static final int HISTORY = 10;

    private final Shells shells;
    private final Office office;
    private final Clinic clinic;
    private final Guidance guidance;
    private final Accounts accounts;
    private final ClinicTime times;
    private final Now now;

    SettingsController(
            Shells shells,
            Office office,
            Clinic clinic,
            Guidance guidance,
            Accounts accounts,
            ClinicTime times,
            Now now) {
        this.shells = shells;
        this.office = office;
        this.clinic = clinic;
        this.guidance = guidance;
        this.accounts = accounts;
        this.times = times;
        this.now = now;
    }

    @GetMapping("/staff/settings")
    @Door(value = Door.For.STAFF, roles = Role.OWNER)
    ModelAndView settings(Visitor visitor, @RequestParam(defaultValue = "false") boolean kept) {
        return page(visitor, SettingsForm.of(clinic.settings()), kept, HttpStatus.OK);
    }

    /** Holds from this moment on, on every page. */
    @PostMapping("/staff/settings")
    @Door(value = Door.For.STAFF, roles = Role.OWNER)
    ModelAndView change(Visitor visitor, @RequestParam MultiValueMap<String, String> sent) {
        shells.of(visitor, Entry.SETTINGS);
        SettingsForm form = SettingsForm.read(sent, guidance);
        if (form.settings().isEmpty()) {
            return page(visitor, form, false, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        office.set(visitor, form.settings().get());
        return new ModelAndView("redirect:/staff/settings?kept=true");
    }

    /** Makes an earlier version the one that holds. */
    @PostMapping("/staff/settings/returns")
    @Door(value = Door.For.STAFF, roles = Role.OWNER)
    String bringBack(Visitor visitor, @RequestParam(defaultValue = "") String version) {
        shells.of(visitor, Entry.SETTINGS);
        boolean known = version.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                && office.bringBack(visitor, UUID.fromString(version));
        return known ? "redirect:/staff/settings?kept=true" : "redirect:/staff/settings";
    }

    private ModelAndView page(Visitor visitor, SettingsForm form, boolean kept, HttpStatus status) {
        List<Clinic.Version> versions = clinic.history().stream().limit(HISTORY).toList();
        List<SettingsForm.Change> history = versions.stream()
                .map(version -> new SettingsForm.Change(
                        version.id(),
                        times.inWords(version.at()),
                        version.by()
                                .flatMap(accounts::contact)
                                .flatMap(Contact::name)
                                .orElse(""),
                        said(version.settings()),
                        version.equals(versions.getFirst())))
                .toList();
        return new ModelAndView(
                "clinic/settings",
                Map.of(
                        "shell",
                        shells.of(visitor, Entry.SETTINGS),
                        "form",
                        form,
                        "packs",
                        guidance.localePacks(),
                        "topics",
                        guidance.topics(),
                        "zone",
                        new SettingsForm.Zone(times.zone().getId(), times.inWords(now.instant()), Zones.places()),
                        "kept",
                        kept,
                        "history",
                        history),
                status);
    }

    private static List<String> said(ClinicSettings settings) {
        return Stream.of(
                        settings.name(),
                        settings.phone(),
                        settings.email(),
                        settings.address(),
                        settings.bookingLink().map(Object::toString).orElse(""),
                        settings.localePack(),
                        settings.zone(),
                        settings.welcome(),
                        String.join(
                                " · ",
                                settings.says().byField().values().stream()
                                        .filter(text -> !text.isEmpty())
                                        .toList()),
                        settings.links().stream()
                                .map(ClinicSettings.Link::title)
                                .collect(Collectors.joining(" · ")))
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
