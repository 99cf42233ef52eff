package org.stockwright.fulfilment.ui.internal;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Rounding;
import org.stockwright.catalog.ItemScan;
import org.stockwright.catalog.Items;
import org.stockwright.documents.ui.Figures;
import org.stockwright.documents.ui.entry.EntryRow;
import org.stockwright.documents.ui.entry.EntryState;
import org.stockwright.fulfilment.FulfilmentRefusal;

/**
 * Counts scans at the lines of a paper that say how much is expected. The lines begin with all of it; the first scan begins a
 * count from nothing, so that what was not scanned is not there. Nothing is counted that the paper does not name.
 */
@SuppressWarnings("nls")
public final class ScanCount {

    /** The field with how much is expected, in the base unit; not shown. */
    public static final String OPEN = "open";
    /** The field that is set once a line is counted by scans; not shown. */
    private static final String COUNTED = "counted";

    private ScanCount() {
    }

    /** How much stands in a line; nothing when it is no number. */
    public static BigDecimal amount(EntryRow row) {
        return number(row.get("quantity"));
    }

    /** How much a line expects. */
    public static BigDecimal wanted(EntryRow row) {
        return number(row.get(OPEN));
    }

    /** How many lines have all that they expect. */
    public static long whole(EntryState state) {
        return state.lines().stream().filter(row -> amount(row).compareTo(wanted(row)) >= 0).count();
    }

    /** The names of the lines' items, by their codes; in a job. */
    public static Map<String, String> names(Items items, EntryState state) {
        Map<String, String> names = new HashMap<>();
        items.byCodes(state.lines().stream().map(row -> row.get("item")).distinct().toList())
            .forEach((code, item) -> names.put(code, item.name()));
        return names;
    }

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return BigDecimal.ZERO;
        }
    }

    /**
     * One more scan.
     *
     * @param paper the paper's number, for refusals
     * @param bin the bin at which it was scanned, or empty when any may be
     * @param scannedBin the field of a line that takes the bin, or empty
     */
    public static Outcome<EntryState> plus(EntryState before, ItemScan scan, String paper, String bin,
        String scannedBin) {
        if (!scan.doubts().isEmpty()) {
            return Outcome.refused(scan.doubts());
        }
        EntryState state = before.lines().stream().anyMatch(row -> !row.get(COUNTED).isEmpty()) ? before
            : before.withLines(before.lines().stream()
                .map(row -> row.with("quantity", "0").with(COUNTED, "yes")).toList());
        String item = scan.match().code();
        String lot = scan.tracked();
        int index = -1;
        for (int i = 0; i < state.lines().size() && index < 0; i++) {
            EntryRow row = state.lines().get(i);
            if (row.get("item").equals(item) && (bin.isEmpty() || row.get("bin").equals(bin))
                && (lot.isEmpty() || row.get("lot").equals(lot)) && amount(row).compareTo(wanted(row)) < 0) {
                index = i;
            }
        }
        if (index < 0) {
            return Outcome.refused(notHere(state, paper, item, bin, lot));
        }
        EntryRow row = state.lines().get(index);
        int line = index;
        Quantity one = scan.quantity().orElseGet(() -> Quantity.of(1, scan.match().entered()));
        return one.in(scan.match().unit(), Rounding.EXACT).then(much -> {
            BigDecimal now = amount(row).add(much.amount());
            EntryRow more = row.with("quantity", Figures.text(now));
            return now.compareTo(wanted(row)) > 0
                ? Outcome.refused(Refusal.of(FulfilmentRefusal.QUANTITY_EXCEEDS_ORDER, item, Figures.text(now), paper,
                    row.get(OPEN)).hint("Put what is too much back."))
                : Outcome.done(state.replace(line, scannedBin.isEmpty() ? more : more.with(scannedBin, bin)));
        });
    }

    private static Refusal notHere(EntryState state, String paper, String item, String bin, String lot) {
        List<EntryRow> same = state.lines().stream().filter(row -> row.get("item").equals(item)).toList();
        if (same.isEmpty()) {
            return Refusal.of(FulfilmentRefusal.ITEM_NOT_IN_ORDER, item, paper).hint("Put it back.");
        }
        Optional<EntryRow> open = same.stream().filter(row -> amount(row).compareTo(wanted(row)) < 0).findFirst();
        return open.map(row -> Refusal.of(FulfilmentRefusal.WRONG_LOT_OR_BIN, item,
            (row.get("bin") + ' ' + row.get("lot")).strip(), (bin + ' ' + lot).strip())
            .hint("Put it back and take the right one."))
            .orElseGet(() -> Refusal.of(FulfilmentRefusal.QUANTITY_EXCEEDS_ORDER, item,
                Figures.text(same.stream().map(ScanCount::amount).reduce(BigDecimal.ONE, BigDecimal::add)), paper,
                Figures.text(same.stream().map(ScanCount::wanted).reduce(BigDecimal.ZERO, BigDecimal::add)))
                .hint("Put what is too much back."));
    }

}
