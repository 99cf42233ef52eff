package org.stockwright.valuation.internal.book;

import java.sql.SQLException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ItemId;
import org.stockwright.base.Micros;
import org.stockwright.base.Refusal;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.spi.KeepsToItsTables;
import org.stockwright.ledger.spi.PostedBatch;
import org.stockwright.ledger.spi.PostingParticipant;
import org.stockwright.persistence.StoreException;
import org.stockwright.persistence.Transaction;
import org.stockwright.security.Access;
import org.stockwright.valuation.ValuationPermission;
import org.stockwright.valuation.ValuationRefusal;

/** Gives every movement its value in the transaction that posts it, and keeps postings out of closed periods. */
@Component(service = PostingParticipant.class)
public final class ValuationParticipant implements KeepsToItsTables {

    private final Valuer valuer;
    private final Access access;
    private final PreviewCollector previews;

    /** Lives as long as the open book. */
    @Activate
    public ValuationParticipant(@Reference Valuer valuer, @Reference Access access,
        @Reference PreviewCollector previews) {
        this.valuer = valuer;
        this.access = access;
        this.previews = previews;
    }

    @Override
    public String name() {
        return "Valuation";
    }

    @Override
    public List<Refusal> check(Transaction transaction, PostingRequest request) {
        try {
            valuer.coming(transaction, request);
            long effective = Micros.of(request.effective());
            List<Refusal> refusals = refusals(valuer.rules().latest(transaction), effective);
            // a period may have been opened again since the rules were looked at
            return refusals.isEmpty() ? refusals : refusals(valuer.rules().current(transaction), effective);
        } catch (SQLException e) {
            throw new StoreException("The periods cannot be read", e);
        }
    }

    private List<Refusal> refusals(Rules rules, long effective) {
        if (effective < rules.closedUntil()) {
            return List.of(Refusal.of(ValuationRefusal.PERIOD_CLOSED, Micros.toInstant(effective),
                Micros.toInstant(rules.closedUntil())).hint("Date it later, or have the period reopened."));
        }
        if (effective < rules.softUntil() && !access.may(ValuationPermission.POST_IN_SOFT_CLOSED)) {
            return List.of(Refusal.of(ValuationRefusal.PERIOD_SOFT_CLOSED, Micros.toInstant(effective),
                Micros.toInstant(rules.softUntil()))
                .hint("Date it later, or ask somebody who may still post into that period."));
        }
        return List.of();
    }

    @Override
    public void moving(Transaction transaction, SortedSet<ItemId> items) {
        SortedSet<Long> numbers = new TreeSet<>();
        items.forEach(item -> numbers.add(item.value()));
        try {
            valuer.lock(transaction, numbers);
        } catch (SQLException e) {
            throw new StoreException("The values of the items cannot be locked", e);
        }
    }

    @Override
    public List<Refusal> posted(PostedBatch batch) {
        try {
            Valuer.Result result = valuer.posted(batch.transaction(), batch.movements());
            previews.valued(batch, result);
            // a period may have been closed while this posting waited for its items
            Rules rules = result.rules();
            long earliest = batch.movements().stream().mapToLong(movement -> Micros.of(movement.effective())).min()
                .orElse(Long.MAX_VALUE);
            return refusals(rules, earliest);
        } catch (SQLException e) {
            throw new StoreException("The movements cannot be valued", e);
        }
    }

}
