package org.unknot.account.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import org.unknot.account.PersonalRows;
import org.unknot.account.web.CopyPage.Fact;
import org.unknot.account.web.CopyPage.Value;
import org.unknot.calendar.Calendar;
import org.unknot.shared.Texts;
import tools.jackson.databind.JsonNode;

/**
 * What rows hold, as people read it, however deep it lies. A key that nobody gave words to stands as it is. Left out are only what
 * is not there and ids, which tell a person nothing; the file for programs has them.
 */
@Component
class CopyValues {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT =
            Pattern.compile(DAY.pattern() + "T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2})");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final String MILLISECONDS = "Ms";

    private final Texts texts;
    private final Calendar calendar;
    private final List<PersonalRows> modules;

    CopyValues(Texts texts, Calendar calendar, List<PersonalRows> modules) {
        this.texts = texts;
        this.calendar = calendar;
        this.modules = List.copyOf(modules);
    }

    /** What an object says, a fact for each of its keys. */
    List<Fact> facts(JsonNode object) {
        List<Fact> facts = new ArrayList<>();
        object.properties().forEach(entry -> {
            if (tells(entry.getValue())) {
                facts.add(new Fact(label(entry.getKey()), value(entry.getKey(), entry.getValue())));
            }
        });
        return facts;
    }

    private static boolean tells(JsonNode value) {
        return !value.isNull()
                && !(value.isString() && ID.matcher(value.stringValue()).matches());
    }

    private Value value(String key, JsonNode value) {
        if (value.isObject()) {
            return new Value.Facts(facts(value));
        }
        if (!value.isArray()) {
            return new Value.Words(inWords(key, value));
        }
        List<JsonNode> all = StreamSupport.stream(value.spliterator(), false).toList();
        if (all.stream().noneMatch(JsonNode::isContainer)) {
            return new Value.Words(
                    all.isEmpty()
                            ? texts.text("account.copy.none")
                            : all.stream().map(each -> inWords(key, each)).collect(Collectors.joining(", ")));
        }
        if (all.stream().allMatch(CopyValues::isFlat)) {
            return rows(all);
        }
        return new Value.Items(all.stream().map(each -> value(key, each)).toList());
    }

    private static boolean isFlat(JsonNode value) {
        return value.isObject()
                && value.properties().stream()
                        .noneMatch(entry -> entry.getValue().isContainer());
    }

    private Value rows(List<JsonNode> objects) {
        Set<String> keys = new LinkedHashSet<>();
        objects.forEach(object -> object.properties().forEach(entry -> {
            if (tells(entry.getValue())) {
                keys.add(entry.getKey());
            }
        }));
        return new Value.Rows(
                keys.stream().map(this::label).toList(),
                objects.stream()
                        .map(object ->
                                keys.stream().map(key -> cell(object, key)).toList())
                        .toList());
    }

    private String cell(JsonNode object, String key) {
        JsonNode value = object.path(key);
        return value.isMissingNode() || !tells(value) ? "" : inWords(key, value);
    }

    private String label(String key) {
        String own = "account.copy.column." + kebab(key);
        return texts.has(own)
                ? texts.text(own)
                : modules.stream()
                        .flatMap(module -> module.named(key).stream())
                        .findFirst()
                        .orElseGet(() -> kebab(key).replace('-', ' '));
    }

    private static String kebab(String key) {
        return HUMP.matcher(key).replaceAll("-").replace('_', '-').toLowerCase(Locale.ROOT);
    }

    private String inWords(String key, JsonNode value) {
        if (value.isBoolean()) {
            return texts.text(value.booleanValue() ? "account.copy.yes" : "account.copy.no");
        }
        if (value.isIntegralNumber() && key.endsWith(MILLISECONDS) && texts.has("account.copy.column." + kebab(key))) {
            return Double.toString(value.longValue() / 1000.0).replaceFirst("\\.0$", "");
        }
        if (!value.isString()) {
            return value.toString();
        }
        String text = value.stringValue();
        if (MOMENT.matcher(text).matches()) {
            return moment().format(OffsetDateTime.parse(text));
        }
        if (DAY.matcher(text).matches()) {
            return LocalDate.parse(text)
                    .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Texts.LOCALE));
        }
        String word = "account.copy.value." + kebab(text);
        return texts.has(word) ? texts.text(word) : text;
    }

    DateTimeFormatter moment() {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Texts.LOCALE)
                .withZone(calendar.zone());
    }
}
