package org.stockwright.purchasing.ui.internal.receipt;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.eclipse.osgi.util.NLS;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Rounding;
import org.stockwright.catalog.ItemScan;
import org.stockwright.catalog.Tracking;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Step;
import org.stockwright.documents.ui.Figures;
import org.stockwright.documents.ui.entry.EntryRow;
import org.stockwright.documents.ui.entry.EntryState;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.purchasing.ui.internal.Messages;
import org.stockwright.purchasing.ui.internal.follow.LineFigures;

/**
 * The lines of a receipt that is being entered. They begin with all that is open of what was ordered; the first scan turns
 * that into a count from nothing, so that what was not scanned is not received.
 */
@SuppressWarnings("nls")
final class ReceiptCount {

    /** The field with the identity of the line that wants the goods; not shown. */
    static final String SOURCE = "source";
    /** The field with how much is expected, in the base unit; not shown. */
    static final String OPEN = "open";
    /** The field with how much is expected, for people, in the order's unit; not shown. */
    static final String EXPECTED = "expectedText";
    /** The field with the base unit in which scans count; not shown. */
    static final String BASE = "base";
    /** The field that is set once a line is counted by scans; not shown. */
    static final String COUNTED = "counted";

    private ReceiptCount() {
    }

    /** All that is open of a document. */
    static List<EntryRow> open(Document document) {
        return document.lines().stream().filter(line -> line.open(Step.RECEIVED).signum() > 0)
            .map(ReceiptCount::open).toList();
    }

    /** In the unit in which it was ordered, where that comes out even. */
    private static EntryRow open(DocumentLine line) {
        BigDecimal open = line.open(Step.RECEIVED);
        String base = line.quantity().unit().code();
        Optional<BigDecimal> entered = LineFigures.entered(line, open);
        String inBase = Figures.text(open) + ' ' + base;
        return EntryRow.of("item", line.item(), "quantity", Figures.text(entered.orElse(open)), "unit",
            entered.isPresent() ? line.enteredUnit() : base, "lot", line.lot(), SOURCE, line.id().toString(), OPEN,
            Figures.text(open), BASE, base, EXPECTED, entered.isEmpty() || line.enteredUnit().equals(base) ? inBase
                : NLS.bind(Messages.Receipt_expected, LineFigures.text(line, open), inBase));
    }

    /** One more scan. */
    static Outcome<EntryState> plus(EntryState before, ItemScan scan) {
        if (!scan.doubts().isEmpty()) {
            return Outcome.refused(scan.doubts());
        }
        EntryState state = counting(before);
        String item = scan.match().code();
        String lot = scan.tracked();
        if (scan.match().tracking() == Tracking.SERIAL && !lot.isEmpty()
            && state.last(row -> row.get("item").equals(item) && row.get("lot").equals(lot)
                && amount(row).signum() > 0) >= 0) {
            return Outcome.refused(Refusal.of(LedgerRefusal.SERIAL_IS_ONE_PIECE, lot, "2")
                .hint("It is in the list already. Scan the next one."));
        }
        Quantity one = scan.quantity().orElseGet(() -> Quantity.of(1, scan.match().entered()));
        return one.in(scan.match().unit(), Rounding.EXACT).map(much -> counted(state, scan, much.amount()));
    }

    private static EntryState counting(EntryState state) {
        return state.lines().stream().anyMatch(row -> !row.get(COUNTED).isEmpty()) ? state
            : state.withLines(state.lines().stream().map(row -> row.get(SOURCE).isEmpty() ? row
                : row.with("quantity", "0").with("unit", row.get(BASE)).with(COUNTED, "yes")).toList());
    }

    private static EntryState counted(EntryState state, ItemScan scan, BigDecimal much) {
        String lot = scan.tracked();
        String expires = lot.isEmpty() ? "" : scan.expires().map(LocalDate::toString).orElse("");
        Predicate<EntryRow> same = row -> row.get("item").equals(scan.match().code());
        // a line that was typed in packs is left alone
        Predicate<EntryRow> countable = same.and(row -> row.get("unit").equals(scan.match().unit().code()));
        Predicate<EntryRow> sameLot = row -> lot.isEmpty() || row.get("lot").equals(lot)
            || row.get("lot").isEmpty() && amount(row).signum() == 0;
        int index = first(state, countable.and(sameLot).and(row -> amount(row).compareTo(expected(row)) < 0))
            .orElseGet(() -> state.last(countable.and(sameLot)));
        if (index >= 0) {
            EntryRow row = state.lines().get(index);
            EntryRow more = row.with("quantity", Figures.text(amount(row).add(much)));
            return state.replace(index, lot.isEmpty() ? more : more.with("lot", lot).with("expires", expires));
        }
        int other = state.last(same);
        EntryRow fresh = EntryRow.of("item", scan.match().code(), "quantity", Figures.text(much), "unit",
            scan.match().unit().code(), "lot", lot, "expires", expires, COUNTED, "yes");
        return state.plus(other < 0 ? fresh : fresh.with(SOURCE, state.lines().get(other).get(SOURCE)));
    }

    private static Optional<Integer> first(EntryState state, Predicate<EntryRow> fits) {
        for (int i = 0; i < state.lines().size(); i++) {
            if (fits.test(state.lines().get(i))) {
                return Optional.of(Integer.valueOf(i));
            }
        }
        return Optional.empty();
    }

    private static BigDecimal expected(EntryRow row) {
        return row.get(OPEN).isEmpty() ? BigDecimal.ZERO : new BigDecimal(row.get(OPEN));
    }

    /** How much stands in a line; nothing when it is no number. */
    static BigDecimal amount(EntryRow row) {
        try {
            return new BigDecimal(row.get("quantity"));
        } catch (NumberFormatException e) {
            return BigDecimal.ZERO;
        }
    }

    /** The lines that were counted and have no place yet lie there. */
    static EntryState at(EntryState state, String place) {
        return state.withLines(state.lines().stream()
            .map(row -> amount(row).signum() > 0 && row.get("place").isEmpty() ? row.with("place", place) : row)
            .toList());
    }

}
