package org.stockwright.cli.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.stockwright.base.ItemId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Unit;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Units;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.exchange.spi.ImportRow;

import picocli.CommandLine.Option;

/** The lines of a document that is made: from options or from a file. */
final class LineOptions {

    private static final List<String> COLUMNS = List.of("item", "quantity", "unit", "price", "due", "note");
    private static final Pattern LINE = Pattern.compile("(.+)=([^=:@]+)(?::([^=:@]+))?(?:@([^=:@]+))?");

    @Option(names = "--line", paramLabel = "ITEM=QUANTITY[:UNIT][@PRICE]", description = "a line, for example BOLT=20 or BOLT=2:BOX@22.50; may be repeated")
    List<String> lines = new ArrayList<>();

    @Option(names = "--file", paramLabel = "FILE", description = "lines from a CSV or XLSX file with the columns item, quantity, unit, price, due, note")
    Path file;

    /**
     * A line as somebody typed it.
     *
     * @param item what
     * @param quantity how much of the unit
     * @param unit the unit's code, if one was typed
     * @param price per unit, if one was typed
     * @param due a day, if one was typed
     * @param note words, or empty
     */
    record Typed(ItemId item, BigDecimal quantity, Optional<String> unit, Optional<BigDecimal> price,
        Optional<LocalDate> due, String note) {

        /** The quantity in its unit; without one in that of the item. */
        Quantity in(Session session, Item known) {
            Unit counted = unit.isEmpty() ? known.unit()
                : RefusedException.orRefuse(session.service(Units.class).unitFor(known, unit.get()));
            return RefusedException.orRefuse(Quantity.checked(quantity, counted));
        }

    }

    /** The lines, those of options first. */
    List<Typed> read(Session session) throws IOException {
        List<Typed> result = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (String line : lines) {
            typed(session, line, refusals).ifPresent(result::add);
        }
        if (file != null) {
            for (ImportRow row : FileRows.read(session, file, COLUMNS, refusals)) {
                typed(session, row.get("item"), row.get("quantity"), row.has("unit") ? row.get("unit") : null,
                    row.has("price") ? row.get("price") : null, row.has("due") ? row.get("due") : null,
                    row.get("note"), row.at(), refusals).ifPresent(result::add);
            }
        }
        if (result.isEmpty() && refusals.isEmpty()) {
            refusals.add(Refusal.of(DocumentRefusal.NO_LINES).hint("Give --line or --file."));
        }
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
        return result;
    }

    private static Optional<Typed> typed(Session session, String line, List<Refusal> refusals) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            refusals.add(Refusal.of(CliRefusal.BAD_LINE, line)
                .hint("Write ITEM=QUANTITY, ITEM=QUANTITY:UNIT or ITEM=QUANTITY:UNIT@PRICE."));
            return Optional.empty();
        }
        return typed(session, parts.group(1), parts.group(2), parts.group(3), parts.group(4), null, "",
            Refusal.Place.NONE, refusals);
    }

    private static Optional<Typed> typed(Session session, String item, String quantity, String unit, String price,
        String due, String note, Refusal.Place place, List<Refusal> refusals) {
        try {
            return Optional.of(new Typed(session.item(item).orElseThrow(), Session.number(quantity),
                Optional.ofNullable(unit), Optional.ofNullable(price).map(Session::number),
                Optional.ofNullable(due).map(Moments::day), note));
        } catch (RefusedException e) {
            // all lines are looked at before anything is said
            e.refusals().forEach(refusal -> refusals.add(place.isNone() ? refusal : refusal.at(place)));
            return Optional.empty();
        }
    }

}
