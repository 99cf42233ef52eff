package org.stockwright.purchasing.internal.matching;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.PartnerId;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.LineQuery;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.SupplierFigures;
import org.stockwright.purchasing.internal.orders.OrderDrafting;
import org.stockwright.purchasing.internal.orders.Tolerances;
import org.stockwright.security.Access;
import org.stockwright.security.SecurityPermission;
import org.stockwright.security.spi.Guarded;

/** How well suppliers deliver. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.purchasing.SupplierFigures")
public final class SupplierFiguresComponent implements SupplierFigures, Guarded {

    private static final Set<String> STATES = Set.of(PurchaseOrders.APPROVED, PurchaseOrders.SENT,
        PurchaseOrders.CONFIRMED, PurchaseOrders.CLOSED);

    private final UnitOfWork work;
    private final DocumentBook book;
    private final OrderDrafting drafting;
    private final Access access;

    /** Lives as long as the open book. */
    @Activate
    public SupplierFiguresComponent(@Reference UnitOfWork work, @Reference DocumentBook book,
        @Reference OrderDrafting drafting, @Reference Access access) {
        this.work = work;
        this.book = book;
        this.drafting = drafting;
        this.access = access;
    }

    @Override
    public List<Figures> figures(Optional<LocalDate> from, Optional<LocalDate> to, Optional<PartnerId> supplier) {
        Clock clock = work.clock();
        LocalDate today = LocalDate.ofInstant(clock.instant(), drafting.zone());
        LocalDate last = to.filter(day -> day.isBefore(today)).orElse(today);
        boolean costs = access.may(SecurityPermission.COSTS);
        return work.read(transaction -> {
            Map<String, List<DueLine>> bySupplier = new TreeMap<>();
            List<DueLine> all = new ArrayList<>();
            LineQuery query = new LineQuery(Set.of(PurchaseOrders.KIND), STATES, false, Set.of(), supplier);
            book.lines(transaction, query, (order, line) -> due(order, line)
                .filter(day -> !day.isAfter(last) && from.map(first -> !day.isBefore(first)).orElse(true))
                .ifPresent(day -> all.add(new DueLine(order, line, day))));
            all.forEach(line -> bySupplier.computeIfAbsent(line.order().partnerCode(), code -> new ArrayList<>())
                .add(line));
            Deliveries deliveries = Deliveries.read(transaction, all, drafting.zone());
            Tolerances tolerances = new Tolerances(transaction);
            return bySupplier.values().stream()
                .map(lines -> new SupplierRecord(lines, deliveries, tolerances, drafting.zone()).figures(costs))
                .toList();
        });
    }

    private static Optional<LocalDate> due(Document order, DocumentLine line) {
        return line.promised().or(line::due).or(order::due);
    }

    /**
     * A line that was due.
     *
     * @param order its order
     * @param line the line
     * @param day on which
     */
    record DueLine(Document order, DocumentLine line, LocalDate day) {
    }

}
