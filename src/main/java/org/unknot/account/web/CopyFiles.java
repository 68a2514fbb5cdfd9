package org.unknot.account.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.unknot.account.Copies.Copy;
import org.unknot.account.Copies.Logged;
import org.unknot.account.PersonalRows.Kept;
import org.unknot.account.web.CopyPage.Fact;
import org.unknot.account.web.CopyPage.Line;
import org.unknot.account.web.CopyPage.Part;
import org.unknot.shared.PersonId;
import org.unknot.shared.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A copy of a record as files: one for programs, one for people, in one archive. */
@Component
class CopyFiles {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Texts texts;
    private final CopyValues values;
    private final boolean demo;

    CopyFiles(Texts texts, CopyValues values, @Value("${unknot.demo}") boolean demo) {
        this.texts = texts;
        this.values = values;
        this.demo = demo;
    }

    /** A zip of {@code record.json} and {@code record.html}. */
    byte[] archive(Copy copy) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry("record.json"));
            zip.write(json(copy).getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("record.html"));
            zip.write(html(copy).getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory takes what is written", impossible);
        }
        return bytes.toByteArray();
    }

    String json(Copy copy) {
        ObjectNode record = JSON.createObjectNode();
        if (demo) {
            record.put("demo", texts.text("demo.taken"));
        }
        record.put("format", "unknot-record/1");
        record.put("madeAt", copy.at().toString());
        record.put("person", copy.person().value().toString());
        ObjectNode tables = record.putObject("tables");
        copy.tables().forEach(kept -> tables.set(kept.table(), JSON.readTree(kept.rows())));
        var log = record.putArray("log");
        copy.log().forEach(logged -> {
            ObjectNode entry = log.addObject();
            entry.put("record", logged.subject().value().toString());
            entry.put("n", logged.entry().n());
            entry.put("at", logged.entry().at().toString());
            logged.entry().actor().map(PersonId::value).ifPresent(actor -> entry.put("actor", actor.toString()));
            entry.put("action", logged.entry().action().name());
            entry.put("purpose", logged.entry().purpose());
            entry.put("allowed", logged.entry().allowed());
            logged.entry().reason().ifPresent(reason -> entry.put("reason", reason));
        });
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(record);
    }

    private CopyPage page(Copy copy) {
        DateTimeFormatter moment = values.moment();
        return new CopyPage(
                moment.format(copy.at()),
                copy.tables().stream().map(this::part).toList(),
                copy.log().stream().map(logged -> line(copy, logged, moment)).toList());
    }

    private Line line(Copy copy, Logged logged, DateTimeFormatter moment) {
        return new Line(
                moment.format(logged.entry().at()),
                word(logged.entry().action().name()),
                what(logged.entry().purpose()),
                who(copy, logged.entry().actor().orElse(null), logged.subject()),
                logged.entry().allowed(),
                logged.entry().reason().orElse(""));
    }

    private String what(String purpose) {
        String key = "account.what." + word(purpose);
        return texts.text(texts.has(key) ? key : "account.what.other");
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String html(Copy copy) {
        StringOutput html = new StringOutput();
        templates.render(
                "account/copy.jte", Map.of("texts", texts, "style", style(), "copy", page(copy), "demo", demo), html);
        return html.toString();
    }

    private static String who(Copy copy, @Nullable PersonId actor, PersonId subject) {
        if (actor == null) {
            return "nobody";
        }
        return actor.equals(copy.person()) || actor.equals(subject) ? "self" : "other";
    }

    private Part part(Kept kept) {
        List<List<Fact>> rows = new ArrayList<>();
        for (JsonNode row : JSON.readTree(kept.rows())) {
            rows.add(values.facts(row));
        }
        return new Part(
                texts.text("account.export." + kept.table().replace('.', '-').replace('_', '-')), rows);
    }

    private static String style() {
        try (InputStream file = CopyFiles.class.getResourceAsStream("/account/copy.css")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
