package org.stockwright.catalog.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Money;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.QuantityPrice;
import org.stockwright.exchange.spi.ImportColumn;

/** The cells of a price by quantity and day in a row of a file. An empty cell changes nothing. */
final class PriceCells {

    /** What tells one price from another. */
    static final List<ImportColumn> KEY = List.of(
        ImportColumn.optional("from_quantity", "The least quantity of the unit that the price is for; empty: any"));

    /** What it says. */
    static final List<ImportColumn> REST = List.of(
        ImportColumn.optional("price", "Per unit; needed for a new price"),
        ImportColumn.optional("currency", "ISO 4217 code of the price; empty: the partner's, or else the company's"),
        ImportColumn.optional("valid_from", "The first day, such as 2026-01-31; empty: it always was"),
        ImportColumn.optional("valid_to", "The last day; empty: no end is known"));

    private final Cells cells;
    private final FileFacts facts;
    private final String unit;

    /**
     * The cells of a row.
     *
     * @param unit what the price speaks of when the cell {@code unit} is empty
     */
    PriceCells(Cells cells, FileFacts facts, String unit) {
        this.cells = cells;
        this.facts = facts;
        this.unit = cells.text("unit").orElse(unit);
    }

    /** What tells the price from others of the same item and partner. */
    <W> PriceKey<W> key(W what) {
        BigDecimal from = cells.decimal("from_quantity").orElse(BigDecimal.ZERO);
        cells.findings().amount("from_quantity", from);
        LocalDate day = cells.day("valid_from").orElse(PriceKey.ALWAYS);
        return new PriceKey<>(what, unit, cells.findings().isClean() ? Numbers.plain(from) : BigDecimal.ZERO, day);
    }

    /**
     * The price; none after a finding.
     *
     * @param key as {@link #key} read it
     * @param old what is stored, if anything
     * @param currency of the partner, if any
     */
    Optional<QuantityPrice> read(PriceKey<?> key, Optional<QuantityPrice> old, Optional<Currency> currency) {
        Optional<Money> price = facts.price(cells, old.map(stored -> stored.price().currency()).or(() -> currency))
            .or(() -> old.map(QuantityPrice::price));
        if (price.isEmpty() && !cells.row().has("price")) {
            cells.findings().add("price", Refusal.of(CatalogRefusal.MISSING, "price").hint("Fill the cell."));
        }
        Optional<LocalDate> end = cells.day("valid_to").or(() -> old.flatMap(QuantityPrice::validTo));
        return cells.findings().isClean() ? price.map(money -> new QuantityPrice(key.unit(), key.fromQuantity(), money,
            Optional.of(key.validFrom()).filter(day -> !day.equals(PriceKey.ALWAYS)), end)) : Optional.empty();
    }

}
