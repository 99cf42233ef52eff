package org.stockwright.ledger.internal.posting;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stockwright.base.Micros;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.ReservationId;
import org.stockwright.ledger.LedgerPermission;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.ReservationView;
import org.stockwright.ledger.Reservations;
import org.stockwright.ledger.internal.places.LocationTree;
import org.stockwright.ledger.internal.places.Sites;
import org.stockwright.persistence.Transaction;
import org.stockwright.security.spi.Guarded;

/** Holding stock, giving it back, posting it; ends by itself what has expired, once a minute. */
@Component(service = Guarded.class, property = Guarded.SERVICES
    + "=org.stockwright.ledger.Reservations", immediate = true)
public final class ReservationsComponent implements Reservations, Guarded {

    private static final Logger LOG = LoggerFactory.getLogger(ReservationsComponent.class);

    private final PostingEngine engine;
    private final ScheduledExecutorService clockwork;

    /** Starts looking for what has expired. */
    @Activate
    public ReservationsComponent(@Reference PostingEngine engine) {
        this.engine = engine;
        this.clockwork = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "reservation expiry");
            thread.setDaemon(true);
            return thread;
        });
        clockwork.scheduleWithFixedDelay(this::expireQuietly, 1, 1, TimeUnit.MINUTES);
    }

    @Deactivate
    void stop() {
        clockwork.shutdownNow();
    }

    private void expireQuietly() {
        try {
            expire();
        } catch (RuntimeException e) {
            // tried again in a minute; letting it out would end the schedule
            LOG.warn("Expired reservations could not be ended", e);
        }
    }

    @Override
    public Outcome<ReservationView> hold(Request request) {
        Outcome<ReservationView> outcome = engine.again(() -> engine.work().write(
            transaction -> new Holdings(engine, transaction).hold(List.of(request)).map(List::getFirst)));
        return outcome.isDone() ? outcome
            : Outcome.refused(outcome.refusals().stream().map(refusal -> refusal.at(Refusal.Place.NONE)).toList());
    }

    @Override
    public Outcome<ReservationView> release(ReservationId id) {
        return engine.work().write(transaction -> {
            Optional<Refusal> refusal = outOfBounds(transaction, id);
            return refusal.isPresent() ? Outcome.refused(refusal.get())
                : end(transaction, id.value(), ReservationRows.Event.RELEASED);
        });
    }

    private Optional<Refusal> outOfBounds(Transaction transaction, ReservationId id) throws SQLException {
        Sites sites = engine.sites(LedgerPermission.RESERVE);
        if (sites.roots().isEmpty()) {
            return Optional.empty();
        }
        LocationTree tree = engine.premisesIndex().current(transaction).tree();
        return new ReservationRows(transaction).lock(id.value())
            .flatMap(held -> tree.byCode(held.view().location())).flatMap(place -> sites.refusal(tree, place));
    }

    private static Outcome<ReservationView> end(Transaction transaction, long id, ReservationRows.Event why)
        throws SQLException {
        ReservationRows rows = new ReservationRows(transaction);
        Optional<ReservationRows.Held> found = rows.lock(id);
        if (found.isEmpty()) {
            return Outcome.refused(LedgerRefusal.UNKNOWN_RESERVATION, id);
        }
        ReservationRows.Held held = found.get();
        boolean due = held.view().expires().filter(until -> !until.isAfter(transaction.now())).isPresent();
        if (held.open().signum() == 0 || why == ReservationRows.Event.EXPIRED && !due) {
            return Outcome.refused(LedgerRefusal.RESERVATION_CLOSED, held.view().holder());
        }
        rows.reduce(held, held.open());
        rows.event(held.view().id().value(), held.balance(), why, held.open().negate(), Optional.empty());
        rows.unreserve(held.balance(), held.open());
        ReservationView view = held.view();
        return Outcome.done(new ReservationView(view.id(), view.key(), view.item(), view.location(), view.lot(),
            view.quantity(), Quantity.zero(view.quantity().unit()), view.holder(), view.user(), view.since(),
            view.expires()));
    }

    @Override
    public Outcome<PostingReceipt> post(ReservationId id, PostingRequest request) {
        String hash = ContentHash.ofReserved(id.value(), request);
        PostingEngine.Taking taking = new ReservedTaking(id);
        return engine.post(request.key(), hash, engine.preparation(request, hash, Optional.of(taking)));
    }

    @Override
    public int expire() {
        List<Long> due = engine.work()
            .read(transaction -> new ReservationRows(transaction).due(Micros.of(transaction.now())));
        int ended = 0;
        for (long id : due) {
            // one transaction each: a picker waits for one reservation at most
            if (engine.work().write(transaction -> end(transaction, id, ReservationRows.Event.EXPIRED)).isDone()) {
                ended++;
            }
        }
        return ended;
    }

    @Override
    public List<ReservationView> list() {
        List<ReservationView> all = engine.work().read(transaction -> new ReservationRows(transaction).open().stream()
            .map(ReservationRows.Held::view).toList());
        return engine.sites(LedgerPermission.VIEW).codes(engine.premisesIndex().latest().tree())
            .map(codes -> all.stream().filter(held -> codes.contains(held.location())).toList()).orElse(all);
    }

}
