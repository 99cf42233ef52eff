package org.stockwright.ledger.internal.imports;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import org.stockwright.base.Decimals;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Unit;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.ItemFinder;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.ledger.FileRefusal;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;

/** Turns a row into a line of a posting, telling all that is wrong with its cells. */
final class LineReader {

    private final ItemFinder items;
    private final PlaceFinder places;
    private final Partners partners;
    private final PriceReader prices;
    private final RowErrors errors;

    LineReader(ItemFinder items, PlaceFinder places, Partners partners, PriceReader prices,
        RowErrors errors) {
        this.items = items;
        this.places = places;
        this.partners = partners;
        this.prices = prices;
        this.errors = errors;
    }

    /**
     * The line, if nothing is wrong with the row.
     *
     * @param from the column of the place that it leaves
     * @param to the column of the place that it comes to
     * @param at when it happened; empty when that cannot be read, or for now
     */
    Optional<MovementLine> read(ImportRow row, MovementKind kind, String from, String to, Optional<Instant> at) {
        int before = errors.count();
        Optional<LocationId> leaves = place(row, from);
        Optional<LocationId> arrives = place(row, to);
        PartnerId owner = errors.value(row, "owner", owner(row.get("owner"))).orElse(PartnerId.SELF);
        String lot = lot(row);
        Optional<ItemFinder.Found> found = errors.value(row, "item", items.find(row.get("item")));
        if (found.isEmpty()) {
            errors.value(row, "quantity", Decimals.parse(row.get("quantity")));
            return Optional.empty();
        }
        Optional<Unit> unit = errors.value(row, "unit", items.unit(found.get(), row.get("unit")));
        Optional<Quantity> quantity = unit
            .flatMap(entered -> errors.value(row, "quantity", Quantity.parse(row.get("quantity"), entered)));
        Optional<BigDecimal> cost = unit
            .flatMap(entered -> prices.read(row, entered, found.get().item().unit(), at));
        if (errors.count() > before || quantity.isEmpty()) {
            return Optional.empty();
        }
        String status = word(row.get("status"), MovementLine.AVAILABLE);
        return Optional.of(new MovementLine(kind, found.get().item().id(), quantity.get(), leaves, arrives, lot,
            Optional.empty(), owner, status, word(row.get("to_status"), ""), "", "", cost, row.get("reason")));
    }

    private Optional<LocationId> place(ImportRow row, String column) {
        return errors.value(row, column, places.find(row.get(column))).flatMap(place -> place);
    }

    private Outcome<PartnerId> owner(String code) {
        if (code.isEmpty()) {
            return Outcome.done(PartnerId.SELF);
        }
        Optional<Partner> partner = partners.byCode(code);
        if (partner.isEmpty()) {
            return Outcome.refused(Refusal.of(CatalogRefusal.UNKNOWN_PARTNER, code).hint("Import the partner first."));
        }
        boolean owns = partner.get().roles().contains(Partner.Role.OWNER);
        return owns ? Outcome.done(partner.get().id()) : Outcome.refused(
            Refusal.of(CatalogRefusal.PARTNER_ROLE_MISSING, code, "owner").hint("Give the partner the role first."));
    }

    private String lot(ImportRow row) {
        if (row.has("lot") && row.has("serial")) {
            errors.add(row, "serial", Refusal.of(FileRefusal.LOT_AND_SERIAL, row.get("lot"), row.get("serial"))
                .hint("Leave one of them empty."));
        }
        return row.has("serial") ? row.get("serial") : row.get("lot");
    }

    /** Codes of quality statuses are in capitals; nobody has to type them so. */
    private static String word(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text.toUpperCase(Locale.ROOT);
    }

}
