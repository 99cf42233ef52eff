package org.stockwright.fulfilment.internal.channels;

import java.sql.SQLException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stockwright.base.BookClosed;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.base.RefusalCode;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.fulfilment.Channels;
import org.stockwright.fulfilment.Channels.State;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.internal.channels.ChannelRows.Stored;
import org.stockwright.fulfilment.internal.channels.MessageRows.Row;
import org.stockwright.fulfilment.internal.channels.MessageRows.Settled;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.ledger.spi.StockWork;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.AccessDenied;

/** Has messages done, each in one unit of work with its own state. */
@Component(service = MessageWork.class)
public final class MessageWork {

    private static final Logger LOG = LoggerFactory.getLogger(MessageWork.class);

    /**
     * What may pass by itself: somebody stores what is missing, unlocks it, or goods come. A key that is taken is that of
     * the same receipt, which another message is settling at this moment.
     */
    private static final Set<RefusalCode> MAY_PASS = Set.of(CatalogRefusal.UNKNOWN_ITEM, CatalogRefusal.UNKNOWN_UNIT,
        CatalogRefusal.UNKNOWN_PARTNER, FulfilmentRefusal.UNKNOWN_ITEM, FulfilmentRefusal.ITEM_INACTIVE,
        FulfilmentRefusal.UNKNOWN_CUSTOMER, FulfilmentRefusal.NOT_A_CUSTOMER, FulfilmentRefusal.NO_CUSTOMER,
        FulfilmentRefusal.UNKNOWN_ADDRESS, FulfilmentRefusal.BAD_PLACE, FulfilmentRefusal.NO_SALES_PLACE,
        FulfilmentRefusal.COMPANY_MISSING, FulfilmentRefusal.MESSAGE_FAILED, LedgerRefusal.UNKNOWN_ITEM,
        LedgerRefusal.ITEM_INACTIVE, LedgerRefusal.ITEM_LOCKED, LedgerRefusal.UNKNOWN_LOCATION,
        LedgerRefusal.LOCATION_INACTIVE, LedgerRefusal.LOCATION_LOCKED, LedgerRefusal.UNKNOWN_LOT,
        LedgerRefusal.WOULD_GO_NEGATIVE, LedgerRefusal.PARTICIPANT_REFUSED, LedgerRefusal.LOT_MISSING,
        LedgerRefusal.KEY_REUSED_WITH_OTHER_CONTENT);

    private final UnitOfWork work;
    private final StockWork stockWork;
    private final OrderJobs orders;
    private final SaleJobs sales;
    private final CompanyProfiles profiles;

    /** Lives as long as the open book. */
    @Activate
    public MessageWork(@Reference UnitOfWork work, @Reference StockWork stockWork, @Reference OrderJobs orders,
        @Reference SaleJobs sales, @Reference CompanyProfiles profiles) {
        this.work = work;
        this.stockWork = stockWork;
        this.orders = orders;
        this.sales = sales;
        this.profiles = profiles;
    }

    /** Whether any of the refusals will not pass by itself. */
    static boolean isFinal(List<Refusal> refusals) {
        return !MAY_PASS.containsAll(refusals.stream().map(Refusal::code).collect(Collectors.toSet()));
    }

    /** What became of the attempt: the message's new state, or nothing when somebody else was at it. */
    Optional<State> process(Stored channel, Row row) {
        Outcome<Boolean> outcome;
        try {
            String text = work.read(transaction -> new MessageRows(transaction).text(row.id(), row.version()));
            outcome = prepare(channel, text).then(ready -> stockWork.write(step -> {
                MessageRows rows = new MessageRows(step.transaction());
                return isDue(rows.lock(row.id()), row) ? finish(step, rows, channel, row, ready)
                    : Outcome.done(false);
            }));
        } catch (AccessDenied | BookClosed | Progress.Cancelled e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("The message {} of {} could not be processed", row.message().id(), row.message().channel(), e);
            outcome = Outcome.refused(Refusal.of(FulfilmentRefusal.MESSAGE_FAILED, String.valueOf(e.getMessage()))
                .hint("It is tried again; the log says more."));
        }
        if (outcome.isDone()) {
            return outcome.value() ? Optional.of(State.DONE) : Optional.empty();
        }
        return failed(row, outcome.refusals());
    }

    /** Whether a message stands where it stood when it was chosen. */
    private static boolean isDue(Optional<Row> now, Row before) {
        return now.filter(row -> row.version() == before.version() && row.message().state() == before.message().state()
            && row.message().attempts() == before.message().attempts()
            && row.message().changed().equals(before.message().changed())).isPresent();
    }

    /** A message of the right form with what it asks for. */
    record Prepared(ChannelMessage message, Job job) {
    }

    Outcome<Prepared> prepare(Stored channel, String text) {
        ZoneId zone = profiles.current().map(CompanyProfile::zone).orElse(ZoneOffset.UTC);
        return MessageReader.read(text, zone)
            .then(message -> (message.sale() ? sales.prepare(channel.channel(), message)
                : orders.prepare(channel.channel(), message)).map(job -> new Prepared(message, job)));
    }

    /** Does it, unless the same order or receipt was settled before, and marks the message done. */
    Outcome<Boolean> finish(StockStep step, MessageRows rows, Stored channel, Row row, Prepared ready)
        throws SQLException {
        Optional<Settled> before = rows.settled(channel.id(), ready.message().subject());
        if (before.isPresent()) {
            if (!before.get().hash().equals(ready.message().hash())) {
                return Outcome.refused(Refusal.of(FulfilmentRefusal.SETTLED_OTHERWISE, ready.message().id(),
                    channel.channel().code(), before.get().result())
                    .hint("Revise or reverse what is there, then dismiss this message."));
            }
            rows.done(row, before.get().result());
            return Outcome.done(true);
        }
        Outcome<String> result = ready.job().in(step);
        if (!result.isDone()) {
            return Outcome.refused(result.refusals());
        }
        rows.settle(channel.id(), ready.message(), row.id(), result.value());
        rows.done(row, result.value());
        return Outcome.done(true);
    }

    /**
     * Puts a message into the queue and does it, both or neither.
     *
     * @param store whether it is stored; else nothing is, and the outcome is the one that it would have
     * @return whether it is new; the same message again changes nothing
     */
    Outcome<Boolean> atOnce(Stored channel, String id, String text, boolean store) {
        return prepare(channel, text).then(ready -> {
            StockWork.Work<Boolean> both = step -> {
                Outcome<Optional<Row>> row = ChannelsComponent.put(step.transaction(), channel, id, text);
                if (!row.isDone()) {
                    return Outcome.refused(row.refusals());
                }
                return row.value().isEmpty() ? Outcome.done(false)
                    : finish(step, new MessageRows(step.transaction()), channel, row.value().get(), ready);
            };
            return store ? stockWork.write(both) : stockWork.attempt(both);
        });
    }

    private Optional<State> failed(Row row, List<Refusal> refusals) {
        int attempts = row.message().attempts() + 1;
        State state = isFinal(refusals) || attempts >= Channels.MOST_ATTEMPTS ? State.DEAD : State.RETRY;
        String said = refusals.stream().map(Refusal::toString).collect(Collectors.joining(" | "));
        return work.<Optional<State>>write(transaction -> {
            MessageRows rows = new MessageRows(transaction);
            if (!isDue(rows.lock(row.id()), row)) {
                return Outcome.done(Optional.empty());
            }
            rows.failed(row, state, transaction.now().plus(Backoff.after(attempts)), said);
            return Outcome.done(Optional.of(state));
        }).value();
    }

}
