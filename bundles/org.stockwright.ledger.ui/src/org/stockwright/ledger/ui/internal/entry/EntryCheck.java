package org.stockwright.ledger.ui.internal.entry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Units;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.ui.TypedParts;

/**
 * Turns what was typed into a posting, or tells for every field what is wrong with it. Reads master data, so it runs in
 * a job.
 */
@SuppressWarnings("nls")
final class EntryCheck {

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy-MM-dd[ HH:mm]");

    private final Items items;
    private final Units units;
    private final Locations locations;
    private final ZoneId zone;
    private final Instant now;

    EntryCheck(Items items, Units units, Locations locations, ZoneId zone, Instant now) {
        this.items = items;
        this.units = units;
        this.locations = locations;
        this.zone = zone;
        this.now = now;
    }

    /** The posting, or every refusal with its line (from 1; 0 for the header) and column. */
    Outcome<PostingRequest> check(EntryState state) {
        TypedParts parts = new TypedParts(items, units, locations);
        List<Refusal> refusals = parts.refusals();
        Instant effective = effective(state.effective(), refusals);
        List<MovementLine> lines = new ArrayList<>();
        for (int i = 0; i < state.lines().size(); i++) {
            line(state.kind(), state.lines().get(i), i + 1, parts).ifPresent(lines::add);
        }
        if (state.lines().isEmpty()) {
            refusals.add(Refusal.of(LedgerRefusal.NO_LINES).hint("Enter or scan an item."));
        }
        return refusals.isEmpty()
            ? Outcome.done(new PostingRequest(state.key(), effective, lines, state.reference().strip(),
                state.note().strip(), series(state.kind())))
            : Outcome.refused(refusals);
    }

    /** The number series of the documents that the workbench posts. */
    static String series(MovementKind kind) {
        return switch (kind) {
            case RECEIPT -> "GR";
            case ISSUE -> "GI";
            case TRANSFER -> "TR";
            case ADJUST -> "AD";
            case SCRAP -> "SC";
            case RETURN_IN -> "RI";
            case RETURN_OUT -> "RO";
            case OPENING -> "OP";
            case STATUS -> "QS";
            case CONSUME -> "PI";
            case PRODUCE -> "PR";
        };
    }

    private Instant effective(String text, List<Refusal> refusals) {
        if (text.isBlank()) {
            return now;
        }
        try {
            var parsed = TYPED.parse(text.strip());
            LocalDate day = LocalDate.from(parsed);
            LocalTime time = parsed.query(java.time.temporal.TemporalQueries.localTime());
            return LocalDateTime.of(day, time == null ? LocalTime.MIDNIGHT : time).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            refusals.add(Refusal.of(LedgerRefusal.BAD_INSTANT, text)
                .hint("Write it as 2026-01-31 or 2026-01-31 14:30, or leave it empty for now.")
                .at(Place.field(0, "effective")));
            return now;
        }
    }

    private static Optional<MovementLine> line(MovementKind kind, EntryLine typed, int number, TypedParts parts) {
        int before = parts.refusals().size();
        Optional<Item> item = parts.item(typed.item(), number, "item");
        Optional<Quantity> quantity = item
            .flatMap(known -> parts.quantity(known, typed.quantity(), typed.unit(), number, "quantity"));
        Optional<LocationId> from = parts.place(typed.from(), number, "from").map(Location::id);
        Optional<LocationId> to = parts.place(typed.to(), number, "to").map(Location::id);
        Optional<LocalDate> expires = expires(typed, number, parts.refusals());
        if (parts.refusals().size() > before || item.isEmpty() || quantity.isEmpty()) {
            return Optional.empty();
        }
        MovementLine line = MovementLine.of(kind, item.get().id(), quantity.get(), from, to)
            .withLot(typed.lot().strip()).withReason(typed.reason().strip());
        return Optional.of(expires.map(line::withExpires).orElse(line));
    }

    private static Optional<LocalDate> expires(EntryLine typed, int number, List<Refusal> refusals) {
        String text = typed.expires().strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (typed.lot().isBlank()) {
            refusals.add(Refusal.of(CatalogRefusal.MISSING, "The lot that expires")
                .hint("Type the lot, or leave the expiry empty.").at(Place.field(number, "lot")));
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            refusals.add(Refusal.of(CatalogRefusal.UNKNOWN_VALUE, text, "date").hint("Write it as 2026-12-31.")
                .at(Place.field(number, "expires")));
            return Optional.empty();
        }
    }

}
