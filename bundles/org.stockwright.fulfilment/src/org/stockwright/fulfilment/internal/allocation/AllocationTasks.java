package org.stockwright.fulfilment.internal.allocation;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.LineId;
import org.stockwright.documents.Step;
import org.stockwright.documents.Task;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.TaskSource;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.OrderState;
import org.stockwright.fulfilment.internal.orders.OrderLines;
import org.stockwright.fulfilment.internal.orders.UrgentDocuments;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.spi.PlaceTree;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;

/**
 * Orders that stock can be held for now: those that nothing was held for, and the rest of those that were filled in part. Stock
 * that is free is given, in thought, to the most urgent first; an order that nothing is left for waits for goods, and nobody can
 * do anything for it here. The policies may find less, for example because too little shelf life is left.
 */
@Component
public final class AllocationTasks implements TaskSource {

    private static final List<String> KINDS = Arrays.stream(OrderKind.values()).map(OrderKind::id).toList();
    private static final List<String> STATES = List.of(OrderState.OPEN.name(), OrderState.IN_PICKING.name());

    private final UnitOfWork work;
    private final DocumentBook book;
    private final Locations locations;
    private final CompanyProfiles profiles;

    /** Lives as long as the open book. */
    @Activate
    public AllocationTasks(@Reference UnitOfWork work, @Reference DocumentBook book, @Reference Locations locations,
        @Reference CompanyProfiles profiles) {
        this.work = work;
        this.book = book;
        this.locations = locations;
        this.profiles = profiles;
    }

    @Override
    public String permission() {
        return FulfilmentPermission.ALLOCATE;
    }

    @Override
    public List<Task> tasks(int limit) {
        PlaceTree places = new PlaceTree(locations);
        return work.read(transaction -> tasks(transaction, places, limit));
    }

    private List<Task> tasks(Transaction transaction, PlaceTree places, int limit) throws SQLException {
        List<Document> orders = new UrgentDocuments(book, transaction).in(KINDS, STATES, limit);
        Map<LineId, BigDecimal> held = OrderLines
            .held(new AllocationRows(transaction).ofDocuments(orders.stream().map(Document::id).toList()));
        Set<ItemId> items = new HashSet<>();
        orders.forEach(order -> unheld(order, held).keySet().forEach(line -> items.add(line.itemId())));
        LocalDate today = LocalDate.ofInstant(work.clock().instant(),
            profiles.current().map(CompanyProfile::zone).orElse(ZoneOffset.UTC));
        Map<ItemId, Map<LocationId, BigDecimal>> free = new Candidates(transaction, places, Optional.empty())
            .free(items, today);
        List<Task> tasks = new ArrayList<>();
        for (Document order : orders) {
            int lines = 0;
            int fillable = 0;
            for (Map.Entry<DocumentLine, BigDecimal> one : unheld(order, held).entrySet()) {
                lines++;
                if (take(places, free.getOrDefault(one.getKey().itemId(), Map.of()), order.place(), one.getValue())) {
                    fillable++;
                }
            }
            if (fillable > 0) {
                boolean isRest = order.lines().stream().anyMatch(line -> line.done(Step.ALLOCATED).signum() > 0);
                tasks.add(UrgentDocuments.task(isRest ? "fulfilment.back-order" : "fulfilment.allocate",
                    isRest ? "Fill back-order" : "Allocate order", order,
                    fillable + " of " + UrgentDocuments.lines(lines) + " can be filled"));
            }
        }
        return tasks;
    }

    private static Map<DocumentLine, BigDecimal> unheld(Document order, Map<LineId, BigDecimal> held) {
        Map<DocumentLine, BigDecimal> result = new HashMap<>();
        for (DocumentLine line : OrderLines.wanting(order)) {
            BigDecimal missing = OrderLines.unheld(line, held);
            if (missing.signum() > 0) {
                result.put(line, missing);
            }
        }
        return result;
    }

    /** Gives free stock to a line; whether there was any. */
    private static boolean take(PlaceTree places, Map<LocationId, BigDecimal> free, Optional<LocationId> root,
        BigDecimal wanted) {
        BigDecimal left = wanted;
        for (Map.Entry<LocationId, BigDecimal> one : free.entrySet()) {
            boolean fits = root.map(place -> places.isWithin(one.getKey(), Set.of(place))).orElse(true);
            if (fits && left.signum() > 0) {
                BigDecimal part = one.getValue().min(left);
                one.setValue(one.getValue().subtract(part));
                left = left.subtract(part);
            }
        }
        return left.compareTo(wanted) < 0;
    }

}
