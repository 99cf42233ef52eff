package org.stockwright.ledger.ui.internal.entry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Unit;
import org.stockwright.base.gs1.ApplicationIdentifier;
import org.stockwright.base.gs1.Gs1Refusal;
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
    private static final String ONE = "1";
    private static final String WHOLE = "\\d{1,17}";

    private final ItemScan scan;

    EntryScan(ItemScan scan) {
        this.scan = scan;
    }

    /** Whether the line needs a person: the label says a quantity that does not fit the item. */
    boolean isDoubtful() {
        return !scan.doubts().isEmpty();
    }

    /** Whether it says anything of goods that are known already. */
    boolean saysMore() {
        return isDoubtful() || scan.quantity().isPresent() || !scan.tracked().isEmpty() || !expires().isEmpty();
    }

    /** The line that was scanned, without places; its quantity is {@link #UNKNOWN} when it is doubtful. */
    EntryLine line() {
        ItemMatch match = scan.match();
        Unit unit = scan.quantity().map(Quantity::unit).orElse(match.entered());
        return new EntryLine(match.code(), quantity(), unit.equals(match.unit()) ? "" : unit.code(), "", "",
            scan.tracked(), expires(), "");
    }

    private String quantity() {
        return scan.quantity().map(Quantity::amountText).orElse(isDoubtful() ? UNKNOWN : ONE);
    }

    /** Stock that nobody follows by lot or serial number does not expire. */
    private String expires() {
        return scan.match().tracking() == Tracking.NONE ? "" : scan.expires().map(LocalDate::toString).orElse("");
    }

    /**
     * The movement with what was scanned: more of the last line, or a line of its own.
     *
     * @param typed where lines go and why, as the fields say
     * @return a refusal when a serial number is there already
     */
    Outcome<EntryState> into(EntryState state, EntryLine typed) {
        EntryLine line = line();
        return isThere(state, line) ? thereAlready(line) : Outcome.done(state.scan(line, typed));
    }

    private boolean isThere(EntryState state, EntryLine line) {
        return scan.match().tracking() == Tracking.SERIAL && !line.lot().isEmpty() && state.lines().stream()
            .anyMatch(other -> other.item().equals(line.item()) && other.lot().equals(line.lot()));
    }

    private static Outcome<EntryState> thereAlready(EntryLine line) {
        return Outcome.refused(Refusal.of(LedgerRefusal.SERIAL_IS_ONE_PIECE, line.lot(), "2")
            .hint("It is in the list already. Scan the next one."));
    }

    /**
     * The movement whose last line has what another symbol of its label says. When that is of another lot than the line has,
     * and the line has just become one more, then this one is a line of its own.
     *
     * @param before the movement before its last change
     * @return a refusal when the line has another lot, expiry or quantity already
     */
    Outcome<EntryState> completing(EntryState state, Optional<EntryState> before) {
        EntryLine last = state.lines().getLast();
        EntryLine said = line();
        if (isThere(state, said)) {
            return thereAlready(said);
        }
        Optional<EntryLine> filled = fill(last, said);
        if (filled.isPresent()) {
            return Outcome.done(state.replace(state.lines().size() - 1, filled.get()));
        }
        return before.filter(earlier -> isOneLess(earlier, state))
            .flatMap(earlier -> fill(ofItsOwn(last, said), said).map(earlier::plus))
            .<Outcome<EntryState>>map(Outcome::done).orElseGet(() -> contradiction(last, said));
    }

    private Optional<EntryLine> fill(EntryLine line, EntryLine said) {
        boolean more = scan.quantity().isPresent();
        boolean sameQuantity = said.quantity().equals(line.quantity()) && said.unit().equals(line.unit());
        if (!fits(line.lot(), said.lot()) || !fits(line.expires(), said.expires())
            || more && !sameQuantity && !line.quantity().equals(ONE)) {
            return Optional.empty();
        }
        return Optional.of(new EntryLine(line.item(), more ? said.quantity() : line.quantity(),
            more ? said.unit() : line.unit(), line.from(), line.to(), said.lot().isEmpty() ? line.lot() : said.lot(),
            said.expires().isEmpty() ? line.expires() : said.expires(), line.reason()));
    }

    private static boolean fits(String there, String said) {
        return said.isEmpty() || there.isEmpty() || there.equals(said);
    }

    private static EntryLine ofItsOwn(EntryLine last, EntryLine said) {
        return new EntryLine(last.item(), ONE, last.unit(), last.from(), last.to(), "",
            said.expires().isEmpty() ? last.expires() : "", last.reason());
    }

    private static boolean isOneLess(EntryState earlier, EntryState state) {
        if (earlier.lines().size() != state.lines().size()) {
            return false;
        }
        EntryLine less = earlier.lines().getLast();
        EntryLine last = state.lines().getLast();
        return less.quantity().matches(WHOLE) && last.quantity().matches(WHOLE)
            && less.withQuantity(last.quantity()).equals(last)
            && new BigDecimal(last.quantity()).subtract(new BigDecimal(less.quantity())).equals(BigDecimal.ONE);
    }

    private Outcome<EntryState> contradiction(EntryLine last, EntryLine said) {
        boolean lot = !fits(last.lot(), said.lot());
        boolean date = !fits(last.expires(), said.expires());
        ApplicationIdentifier identifier = lot
            ? scan.match().tracking() == Tracking.SERIAL ? ApplicationIdentifier.SERIAL : ApplicationIdentifier.LOT
            : date ? ApplicationIdentifier.EXPIRES : ApplicationIdentifier.COUNT;
        return Outcome.refused(Refusal
            .of(Gs1Refusal.CONTRADICTION, identifier.code(), identifier.title(),
                lot ? last.lot() : date ? last.expires() : last.quantity(),
                lot ? said.lot() : date ? said.expires() : said.quantity())
            .hint("The last line has the first of them. Scan the symbol that names the item before this one."));
    }

}
