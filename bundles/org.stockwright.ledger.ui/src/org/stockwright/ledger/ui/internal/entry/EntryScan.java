package org.stockwright.ledger.ui.internal.entry;

import java.time.LocalDate;

import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Unit;
import org.stockwright.catalog.ItemMatch;
import org.stockwright.catalog.ItemScan;
import org.stockwright.catalog.Tracking;
import org.stockwright.ledger.LedgerRefusal;

/**
 * What a scan does to a movement that is being entered: what the label says fills the line, and a label that does not say
 * how much is one piece or pack.
 */
@SuppressWarnings("nls")
final class EntryScan {

    /** Stands where a person has to type how much it is; no quantity that could be posted. */
    static final String UNKNOWN = "?";

    private final ItemScan scan;

    EntryScan(ItemScan scan) {
        this.scan = scan;
    }

    /** Whether the line needs a person: the label says a quantity that does not fit the item. */
    boolean isDoubtful() {
        return !scan.doubts().isEmpty();
    }

    /** The line that was scanned, without places; its quantity is {@link #UNKNOWN} when it is doubtful. */
    EntryLine line() {
        ItemMatch match = scan.match();
        Unit unit = scan.quantity().map(Quantity::unit).orElse(match.entered());
        String lot = scan.tracked();
        return new EntryLine(match.code(), quantity(), unit.equals(match.unit()) ? "" : unit.code(), "", "", lot,
            lot.isEmpty() ? "" : scan.expires().map(LocalDate::toString).orElse(""), "");
    }

    private String quantity() {
        return scan.quantity().map(Quantity::amountText).orElse(isDoubtful() ? UNKNOWN : "1");
    }

    /**
     * The movement with what was scanned: more of the last line, or a line of its own.
     *
     * @param typed where lines go and why, as the fields say
     * @return a refusal when a serial number is there already
     */
    Outcome<EntryState> into(EntryState state, EntryLine typed) {
        EntryLine line = line();
        if (scan.match().tracking() == Tracking.SERIAL && !line.lot().isEmpty() && state.lines().stream()
            .anyMatch(other -> other.item().equals(line.item()) && other.lot().equals(line.lot()))) {
            return Outcome.refused(Refusal.of(LedgerRefusal.SERIAL_IS_ONE_PIECE, line.lot(), "2")
                .hint("It is in the list already. Scan the next one."));
        }
        return Outcome.done(state.scan(line, typed));
    }

}
