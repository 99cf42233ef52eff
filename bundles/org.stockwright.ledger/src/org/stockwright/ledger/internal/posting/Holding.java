package org.stockwright.ledger.internal.posting;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

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
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.ReservationView;
import org.stockwright.ledger.Reservations.Request;
import org.stockwright.ledger.internal.places.Premises;
import org.stockwright.persistence.Transaction;

/** Holds stock for somebody: the checks of a posting as far as they apply, then the balance, all in one transaction. */
final class Holding {

    private static final int MAX_HOLDER = 200;

    private final PostingEngine engine;
    private final Transaction transaction;
    private final Request request;
    private final ReservationRows rows;

    Holding(PostingEngine engine, Transaction transaction, Request request) {
        this.engine = engine;
        this.transaction = transaction;
        this.request = request;
        this.rows = new ReservationRows(transaction);
    }

    Outcome<ReservationView> hold() throws SQLException {
        Premises premises = engine.premisesIndex().current(transaction);
        MovementLine line = new MovementLine(MovementKind.STATUS, request.item(), request.quantity(),
            Optional.of(request.location()), Optional.empty(), request.lot(), Optional.empty(), request.owner(),
            request.status(), "", "", "", Optional.empty(), "");
        Facts facts = Facts.of(transaction, premises,
            List.of(new PostingRequest(request.key(), transaction.now(), List.of(line), "", "", "")), false);
        Optional<ReservationRows.Held> known = rows.byKey(request.key());
        if (known.isPresent()) {
            return repeat(facts, known.get());
        }
        Optional<Refusal> refusal = refusal(facts);
        return refusal.isPresent() ? Outcome.refused(refusal.get()) : hold(facts);
    }

    private Outcome<ReservationView> repeat(Facts facts, ReservationRows.Held held) throws SQLException {
        ReservationView view = held.view();
        Optional<Long> balance = facts.item(request.item()).isPresent() ? balance(facts) : Optional.empty();
        Optional<Instant> expires = request.expires().map(Micros::of).map(Micros::toInstant);
        Outcome<Quantity> asked = request.quantity().in(view.quantity().unit(), Rounding.EXACT);
        boolean same = balance.equals(Optional.of(held.balance())) && asked.isDone()
            && asked.value().equals(view.quantity()) && view.holder().equals(request.holder())
            && view.expires().equals(expires);
        return same ? Outcome.done(view) : Outcome.refused(KnownPostings.reused(view.key(), view.since()));
    }

    /** In the order of a posting's checks: texts, item, quantity, place, lot, owner and status, locks. */
    private Optional<Refusal> refusal(Facts facts) {
        if (request.holder().isBlank() || !RequestChecks.fits(request.holder(), MAX_HOLDER)) {
            return Optional.of(Refusal.of(LedgerRefusal.BAD_TEXT, "holder", MAX_HOLDER)
                .hint("Name the document or the person that it is held for."));
        }
        if (request.expires().filter(until -> !until.isAfter(transaction.now())).isPresent()) {
            return Optional.of(Refusal.of(LedgerRefusal.BAD_INSTANT, request.expires().get())
                .hint("A reservation ends in the future."));
        }
        return item(facts).or(() -> place(facts)).or(() -> lot(facts)).or(() -> ownerAndStatus(facts)).or(
            () -> Locks.refusal(facts.premises().tree(), facts.item(request.item()).orElseThrow(),
                facts.premises().tree().get(request.location()).orElseThrow()));
    }

    private Optional<Refusal> item(Facts facts) {
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

    private Optional<Refusal> place(Facts facts) {
        Optional<Location> place = facts.premises().tree().get(request.location());
        if (place.isEmpty()) {
            return Optional.of(Refusal.of(LedgerRefusal.UNKNOWN_LOCATION, request.location()));
        }
        Optional<Refusal> outOfBounds = engine.sites(LedgerPermission.RESERVE).refusal(facts.premises().tree(),
            place.get());
        return outOfBounds.isPresent() ? outOfBounds
            : place.filter(one -> !one.active()).map(one -> Refusal.of(LedgerRefusal.LOCATION_INACTIVE, one.code()));
    }

    private Optional<Refusal> lot(Facts facts) {
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

    private Optional<Refusal> ownerAndStatus(Facts facts) {
        if (!facts.isOwner(request.owner())) {
            return Optional.of(Refusal.of(LedgerRefusal.UNKNOWN_OWNER, request.owner()));
        }
        return facts.premises().statuses().containsKey(request.status()) ? Optional.empty()
            : Optional.of(Refusal.of(LedgerRefusal.UNKNOWN_STATUS, request.status()));
    }

    private Outcome<ReservationView> hold(Facts facts) throws SQLException {
        ItemFacts item = facts.item(request.item()).orElseThrow();
        Location place = facts.premises().tree().get(request.location()).orElseThrow();
        BigDecimal quantity = request.quantity().in(item.unit(), Rounding.EXACT).value().amount();
        boolean usable = facts.premises().statuses().getOrDefault(request.status(), false)
            && place.kind().isPickable();
        Optional<Long> balance = usable ? balance(facts) : Optional.empty();
        if (balance.isPresent() && rows.reserve(balance.get(), quantity)) {
            long id = rows.insert(request.key(), balance.get(), quantity, request.holder(), request.expires());
            return Outcome.done(view(facts, item, place, id, quantity));
        }
        // whoever waited for the balance may find that the same request was quicker
        Optional<ReservationRows.Held> known = rows.byKey(request.key());
        return known.isPresent() ? repeat(facts, known.get())
            : Outcome.refused(tooLittle(facts, item, place, quantity, balance, usable));
    }

    /** What was stored, as it would be read. */
    private ReservationView view(Facts facts, ItemFacts item, Location place, long id, BigDecimal quantity) {
        String lot = facts.lots().find(request.item(), request.lot()).map(Lots.Lot::code).orElse("");
        Quantity held = new Quantity(quantity, item.unit());
        return new ReservationView(new ReservationId(id), request.key(), item.code(), place.code(), lot, held, held,
            request.holder(), transaction.user(), Micros.toInstant(Micros.of(transaction.now())),
            request.expires().map(Micros::of).map(Micros::toInstant));
    }

    /** The balance that the request speaks of, if there ever was such stock. */
    private Optional<Long> balance(Facts facts) throws SQLException {
        long lot = facts.lots().find(request.item(), request.lot()).map(Lots.Lot::id).orElse(0L);
        BalanceKey key = new BalanceKey(request.item().value(), request.location().value(), lot,
            request.owner().value(), request.status(), 0);
        AtomicLong id = new AtomicLong(-1);
        new BalanceSelect(transaction).each(List.of(key), row -> {
            if (BalanceSelect.key(row).equals(key)) {
                id.set(row.getLong(1));
            }
        });
        return id.get() < 0 ? Optional.empty() : Optional.of(id.get());
    }

    private Refusal tooLittle(Facts facts, ItemFacts item, Location place, BigDecimal quantity,
        Optional<Long> balance, boolean usable) throws SQLException {
        BigDecimal free = BigDecimal.ZERO;
        String hint = usable ? "Nothing is free there." : "Only available stock at a place of ours can be held.";
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
            new Quantity(quantity, item.unit()), item.code(), place.code()).hint(hint);
    }

}
