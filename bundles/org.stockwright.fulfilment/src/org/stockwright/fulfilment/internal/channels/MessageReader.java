package org.stockwright.fulfilment.internal.channels;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.Decimals;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.StoredText;
import org.stockwright.exchange.spi.FileInstants;
import org.stockwright.fulfilment.FulfilmentRefusal;

/** Reads messages of the neutral form that {@link org.stockwright.fulfilment.Channels} describes; tells all that is wrong. */
final class MessageReader {

    /** So long may an order's id or a receipt's number be: it is part of a key of 128 characters. */
    static final int LONGEST_ID = 80;

    private static final int LONGEST_TEXT = 400;
    private static final Set<String> ORDER = Set.of("type", "id", "customer", "date", "reference", "address",
        "currency",
        "due", "place", "lines");
    private static final Set<String> SALE = Set.of("type", "receipt", "date", "place", "original", "lines");
    private static final Set<String> LINE = Set.of("item", "barcode", "quantity", "unit", "price", "lot", "note");

    private final ZoneId zone;
    private final List<Refusal> refusals = new ArrayList<>();
    private long line;

    private MessageReader(ZoneId zone) {
        this.zone = zone;
    }

    /** The message, or all that is wrong with it; a refusal's place is a line of the message and a field. */
    static Outcome<ChannelMessage> read(String text, ZoneId zone) {
        Outcome<Map<String, Object>> object = Json.object(text);
        if (!object.isDone()) {
            return Outcome.refused(object.refusals());
        }
        MessageReader reader = new MessageReader(zone);
        ChannelMessage message = reader.message(object.value());
        return reader.refusals.isEmpty() ? Outcome.done(message) : Outcome.refused(reader.refusals);
    }

    private void wrong(String field, String what, String hint) {
        refusals.add(Refusal.of(FulfilmentRefusal.BAD_FIELD, field, what).hint(hint)
            .at(Refusal.Place.field(line, field)));
    }

    private ChannelMessage message(Map<String, Object> fields) {
        String type = text(fields, "type", true);
        boolean sale = type.equals("sale");
        if (!sale && !type.equals("order") && !type.isEmpty()) {
            wrong("type", "neither order nor sale", "Write order or sale.");
        }
        known(fields, sale ? SALE : ORDER);
        String id = text(fields, sale ? "receipt" : "id", true);
        if (id.length() > LONGEST_ID || id.chars().anyMatch(Character::isISOControl)) {
            wrong(sale ? "receipt" : "id", "too long, or has control characters",
                "Use at most " + LONGEST_ID + " characters.");
        }
        String date = text(fields, "date", false);
        String due = text(fields, "due", false);
        return new ChannelMessage(sale, id, text(fields, "customer", false), instant(date),
            text(fields, "reference", false), text(fields, "address", false), text(fields, "currency", false), day(due),
            text(fields, "place", false), text(fields, "original", false), lines(fields.get("lines"), sale));
    }

    private void known(Map<String, Object> fields, Set<String> names) {
        for (String name : fields.keySet()) {
            if (!names.contains(name)) {
                wrong(name, "unknown", "The fields are " + String.join(", ", names.stream().sorted().toList()) + ".");
            }
        }
    }

    private String text(Map<String, Object> fields, String name, boolean needed) {
        Object value = fields.get(name);
        if (value == null) {
            value = "";
        }
        if (!(value instanceof String)) {
            wrong(name, "no text and no number", "Write a text.");
            return "";
        }
        String text = ((String) value).strip();
        if (needed && text.isEmpty()) {
            wrong(name, "missing", "Write it.");
        }
        if (text.length() > LONGEST_TEXT || !StoredText.isSound(text)) {
            wrong(name, "too long, or has characters that cannot be stored",
                "Write at most " + LONGEST_TEXT + " characters.");
            return "";
        }
        return text;
    }

    private Optional<Instant> instant(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Outcome<Instant> instant = new FileInstants(zone).parse(text);
        instant.refusals().forEach(refusal -> refusals.add(refusal.at(Refusal.Place.field(line, "date"))));
        return instant.isDone() ? Optional.of(instant.value()) : Optional.empty();
    }

    private Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            wrong("due", "no day", "Write 2026-01-31.");
            return Optional.empty();
        }
    }

    private List<ChannelMessage.Line> lines(Object value, boolean sale) {
        List<ChannelMessage.Line> result = new ArrayList<>();
        if (!(value instanceof List<?> list) || list.isEmpty()) {
            wrong("lines", "no list with lines", "Write a list with at least one line.");
            return result;
        }
        for (Object one : list) {
            line++;
            if (one instanceof Map<?, ?> map) {
                @SuppressWarnings("unchecked")
                Map<String, Object> fields = (Map<String, Object>) map;
                result.add(line(fields, sale));
            } else {
                wrong("lines", "no list of objects", "Write an object for each line.");
            }
        }
        line = 0;
        return result;
    }

    private ChannelMessage.Line line(Map<String, Object> fields, boolean sale) {
        known(fields, LINE);
        String item = text(fields, "item", false);
        String barcode = text(fields, "barcode", false);
        if (item.isEmpty() == barcode.isEmpty()) {
            wrong("item", item.isEmpty() ? "missing" : "given beside a barcode", "Write either item or barcode.");
        }
        BigDecimal quantity = number(fields, "quantity", true).orElse(BigDecimal.ONE);
        if (quantity.signum() == 0 || quantity.signum() < 0 && !sale) {
            wrong("quantity", sale ? "nothing" : "not positive", "Write how much.");
        }
        Optional<BigDecimal> price = number(fields, "price", false);
        if (price.filter(amount -> amount.signum() < 0).isPresent()) {
            wrong("price", "negative", "Write what one unit costs; of goods that come back it is positive too.");
        }
        return new ChannelMessage.Line(item.isEmpty() ? barcode : item, quantity, text(fields, "unit", false), price,
            text(fields, "lot", false), text(fields, "note", false));
    }

    private Optional<BigDecimal> number(Map<String, Object> fields, String name, boolean needed) {
        String text = text(fields, name, needed);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Outcome<BigDecimal> number = Decimals.parse(text);
        number.refusals().forEach(refusal -> refusals.add(refusal.at(Refusal.Place.field(line, name))));
        return number.isDone() ? Optional.of(number.value()) : Optional.empty();
    }

}
