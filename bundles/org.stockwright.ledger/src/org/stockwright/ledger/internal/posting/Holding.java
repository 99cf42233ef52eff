package org.stockwright.ledger.internal.posting;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.Micros;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.QuantityRefusal;
import org.stockwright.base.Refusal;
import org.stockwright.base.ReservationId;
import org.stockwright.base.Rounding;
import org.stockwright.catalog.Tracking;
import org.stockwright.ledger.LedgerPermission;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.ReservationView;
import org.stockwright.ledger.Reservations.Request;
import org.stockwright.persistence.Transaction;

/** One request to hold stock: the checks of a posting as far as they apply. */
final class Holding {

    private static final int MAX_HOLDER = 200;

    private final PostingEngine engine;
    private final Transaction transaction;
    private final Facts facts;
    private final Request request;

    Holding(PostingEngine engine, Transaction transaction, Facts facts, Request request) {
        this.engine = engine;
        this.transaction = transaction;
        this.facts = facts;
        this.request = request;
    }

    Request request() {
        return request;
    }

    /** What was stored for this key before, or a refusal when it was something else. */
    Outcome<ReservationView> repeat(ReservationRows.Held held, Map<BalanceKey, Long> balances) {
        ReservationView view = held.view();
        Optional<Instant> expires = request.expires().map(Micros::of).map(Micros::toInstant);
        Outcome<Quantity> asked = request.quantity().in(view.quantity().unit(), Rounding.EXACT);
        boolean same = balance(balances).equals(Optional.of(held.balance())) && asked.isDone()
            && asked.value().equals(view.quantity()) && view.holder().equals(request.holder())
            && view.expires().equals(expires);
        return same ? Outcome.done(view) : Outcome.refused(KnownPostings.reused(view.key(), view.since()));
    }

    /** In the order of a posting's checks: key, texts, item, quantity, place, lot, owner and status, locks. */
    Optional<Refusal> refusal() {
        Optional<Refusal> badKey = RequestChecks.key(request.key());
        if (badKey.isPresent()) {
            return badKey;
        }
        if (request.holder().isBlank() || !RequestChecks.fits(request.holder(), MAX_HOLDER)) {
            return Optional.of(Refusal.of(LedgerRefusal.BAD_TEXT, "holder", MAX_HOLDER)
                .hint("Name the document or the person that it is held for."));
        }
        if (request.expires().filter(until -> !until.isAfter(transaction.now())).isPresent()) {
            return Optional.of(Refusal.of(LedgerRefusal.BAD_INSTANT, request.expires().get())
                .hint("A reservation ends in the future."));
        }
        return item().or(this::place).or(this::lot).or(this::ownerAndStatus).or(
            () -> Locks.refusal(facts.premises().tree(), facts.item(request.item()).orElseThrow(),
                facts.premises().tree().get(request.location()).orElseThrow()));
    }

    private Optional<Refusal> item() {
        Optional<ItemFacts> found = facts.item(request.item());
        if (found.isEmpty()) {
            return Optional.of(Refusal.of(LedgerRefusal.UNKNOWN_ITEM, request.item()));
        }
        ItemFacts item = found.get();
        if (!item.active()) {
            return Optional.of(Refusal.of(LedgerRefusal.ITEM_INACTIVE, item.code()));
        }
        if (request.quantity().signum() <= 0) {
            return Optional.of(Refusal.of(LedgerRefusal.QUANTITY_NOT_POSITIVE, request.quantity()));
        }
        return request.quantity().in(item.unit(), Rounding.EXACT).refusals().stream().findFirst()
            .map(why -> why.code() == QuantityRefusal.NOT_EXACT
                ? Refusal.of(LedgerRefusal.QUANTITY_DOES_NOT_FIT, request.quantity(), item.code(), item.unit())
                    .hint(why.hint())
                : why);
    }

    private Optional<Refusal> place() {
        Optional<Location> place = facts.premises().tree().get(request.location());
        if (place.isEmpty()) {
            return Optional.of(Refusal.of(LedgerRefusal.UNKNOWN_LOCATION, request.location()));
        }
        Optional<Refusal> outOfBounds = engine.sites(LedgerPermission.RESERVE).refusal(facts.premises().tree(),
            place.get());
        return outOfBounds.isPresent() ? outOfBounds
            : place.filter(one -> !one.active()).map(one -> Refusal.of(LedgerRefusal.LOCATION_INACTIVE, one.code()));
    }

    private Optional<Refusal> lot() {
        ItemFacts item = facts.item(request.item()).orElseThrow();
        if (item.tracking() == Tracking.NONE) {
            return request.lot().isEmpty() ? Optional.empty()
                : Optional.of(Refusal.of(LedgerRefusal.NOT_TRACKED, item.code()).hint("Leave the lot empty."));
        }
        if (request.lot().isEmpty()) {
            return Optional.of(Refusal.of(item.tracking() == Tracking.LOT ? LedgerRefusal.LOT_MISSING
                : LedgerRefusal.SERIAL_MISSING, item.code()));
        }
        return facts.lots().find(request.item(), request.lot()).isPresent() ? Optional.empty()
            : Optional.of(Refusal.of(LedgerRefusal.UNKNOWN_LOT, item.code(), request.lot()));
    }

    private Optional<Refusal> ownerAndStatus() {
        if (!facts.isOwner(request.owner())) {
            return Optional.of(Refusal.of(LedgerRefusal.UNKNOWN_OWNER, request.owner()));
        }
        return facts.premises().statuses().containsKey(request.status()) ? Optional.empty()
            : Optional.of(Refusal.of(LedgerRefusal.UNKNOWN_STATUS, request.status()));
    }

    /** How much, in the item's base unit; only of a request that passed the checks. */
    BigDecimal amount() {
        return request.quantity().in(itemFacts().unit(), Rounding.EXACT).value().amount();
    }

    private ItemFacts itemFacts() {
        return facts.item(request.item()).orElseThrow();
    }

    private Location location() {
        return facts.premises().tree().get(request.location()).orElseThrow();
    }

    /** Whether there is a balance, of available stock at a place of ours. */
    boolean isUsable(Map<BalanceKey, Long> balances) {
        return isAvailable() && balance(balances).isPresent();
    }

    private boolean isAvailable() {
        return facts.premises().statuses().getOrDefault(request.status(), false) && location().kind().isPickable();
    }

    /** What was stored, as it would be read. */
    ReservationView view(long id) {
        String lot = facts.lots().find(request.item(), request.lot()).map(Lots.Lot::code).orElse("");
        Quantity held = new Quantity(amount(), itemFacts().unit());
        return new ReservationView(new ReservationId(id), request.key(), itemFacts().code(), location().code(), lot,
            held, held, request.holder(), transaction.user(), Micros.toInstant(Micros.of(transaction.now())),
            request.expires().map(Micros::of).map(Micros::toInstant));
    }

    /** What makes the balance that the request speaks of; nothing when there is no such item. */
    Optional<BalanceKey> key() {
        if (facts.item(request.item()).isEmpty()) {
            return Optional.empty();
        }
        long lot = facts.lots().find(request.item(), request.lot()).map(Lots.Lot::id).orElse(0L);
        return Optional.of(new BalanceKey(request.item().value(), request.location().value(), lot,
            request.owner().value(), request.status(), 0));
    }

    /** The balance that the request speaks of, if there ever was such stock. */
    Optional<Long> balance(Map<BalanceKey, Long> balances) {
        return key().map(balances::get);
    }

    /** Why it cannot be held: what is free, and who holds the rest. */
    Refusal tooLittle(Map<BalanceKey, Long> balances) throws SQLException {
        BigDecimal free = BigDecimal.ZERO;
        ItemFacts item = itemFacts();
        String hint = isAvailable() ? "Nothing is free there." : "Only available stock at a place of ours can be held.";
        Optional<Long> balance = isAvailable() ? balance(balances) : Optional.empty();
        if (balance.isPresent()) {
            StockChanges.Level level = StockChanges.levels(transaction.connection(), List.of(balance.get()), "")
                .getOrDefault(balance.get(), new StockChanges.Level(BigDecimal.ZERO, BigDecimal.ZERO));
            free = level.free().max(BigDecimal.ZERO);
            String fits = free.signum() == 0 ? hint
                : "The largest quantity that fits is " + new Quantity(free, item.unit()) + ".";
            hint = (fits + " " + new Shortages(transaction, facts.premises().zone()).holders(balance.get(), item))
                .strip();
        }
        return Refusal.of(LedgerRefusal.NOT_ENOUGH_FREE, new Quantity(free, item.unit()),
            new Quantity(amount(), item.unit()), item.code(), location().code()).hint(hint);
    }

}
