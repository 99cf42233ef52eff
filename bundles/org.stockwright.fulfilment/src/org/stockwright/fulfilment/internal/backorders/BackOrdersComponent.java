package org.stockwright.fulfilment.internal.backorders;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ItemId;
import org.stockwright.base.Micros;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.LineChange;
import org.stockwright.fulfilment.Allocation;
import org.stockwright.fulfilment.BackOrders;
import org.stockwright.fulfilment.internal.allocation.AllocationComponent;
import org.stockwright.fulfilment.internal.availability.Served;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;

/** Knows who waits, promises anew, fills what arrives. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.fulfilment.BackOrders")
public final class BackOrdersComponent implements BackOrders, Guarded {

    private static final String OPEN_ITEMS = "SELECT DISTINCT l.item_id FROM document d JOIN document_line l "
        + "ON l.document_id = d.id WHERE d.is_open = 1 AND d.kind IN ('customer-order', 'internal-order', "
        + "'transfer-order')";
    private static final String FLOWS = "SELECT f.line_id, f.step, f.quantity, f.recorded_at FROM document_flow f "
        + "WHERE f.step IN ('ALLOCATED', 'CANCELLED') AND f.line_id IN ";

    private final UnitOfWork work;
    private final DocumentBook book;
    private final Served waiting;
    private final AllocationComponent allocation;
    private final CompanyProfiles profiles;

    /** Lives as long as the open book. */
    @Activate
    public BackOrdersComponent(@Reference UnitOfWork work, @Reference DocumentBook book, @Reference Served waiting,
        @Reference AllocationComponent allocation, @Reference CompanyProfiles profiles) {
        this.work = work;
        this.book = book;
        this.waiting = waiting;
        this.allocation = allocation;
        this.profiles = profiles;
    }

    @Override
    public List<BackOrder> list(Set<ItemId> items) {
        return work.read(transaction -> waiting.lines(transaction, items.isEmpty() ? openItems(transaction) : items)
            .stream().filter(line -> line.waits().signum() > 0)
            .map(line -> new BackOrder(line.order(), line.number(), line.line(), line.item(), line.itemCode(),
                line.waits(), line.priority(), line.due(), line.promised(), line.expected()))
            .toList());
    }

    private static Collection<ItemId> openItems(Transaction transaction) throws SQLException {
        Set<ItemId> result = new TreeSet<>();
        try (PreparedStatement select = transaction.connection().prepareStatement(OPEN_ITEMS);
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                result.add(new ItemId(row.getLong(1)));
            }
        }
        return result;
    }

    @Override
    public Outcome<Integer> promiseAnew() {
        List<Served.Line> lines = work.read(transaction -> waiting.lines(transaction, openItems(transaction)));
        Map<DocumentId, List<LineChange>> changes = new TreeMap<>();
        lines.stream().filter(line -> line.expected().isPresent() && !line.expected().equals(line.promised()))
            .forEach(line -> changes.computeIfAbsent(line.order(), id -> new ArrayList<>())
                .add(LineChange.promised(line.id(), line.expected().orElseThrow())));
        List<DocumentId> orders = List.copyOf(changes.keySet());
        int count = 0;
        for (int from = 0; from < orders.size(); from += Allocation.BATCH) {
            List<DocumentId> some = orders.subList(from, Math.min(orders.size(), from + Allocation.BATCH));
            Outcome<Integer> done = work.write(transaction -> promise(transaction, some, changes));
            if (!done.isDone()) {
                return done;
            }
            count += done.value();
        }
        return Outcome.done(count);
    }

    private Outcome<Integer> promise(Transaction transaction, List<DocumentId> orders,
        Map<DocumentId, List<LineChange>> changes) throws SQLException {
        int count = 0;
        for (Document order : book.lock(transaction, orders)) {
            if (order.isOpen()) {
                List<LineChange> own = Objects.requireNonNull(changes.get(order.id()));
                book.revise(transaction, order.id(), own, "Promised anew.");
                count += own.size();
            }
        }
        return Outcome.done(count);
    }

    @Override
    public Outcome<Allocation.Result> fill(Set<ItemId> items, Progress progress) {
        return allocation.fill(items, Allocation.Choice.BY_POLICY, progress);
    }

    @Override
    public Rate rate(LocalDate from, LocalDate to) {
        ZoneId zone = profiles.current().map(CompanyProfile::zone).orElse(ZoneOffset.UTC);
        LocalDate today = LocalDate.ofInstant(work.clock().instant(), zone);
        LocalDate last = to.isAfter(today) ? today : to;
        return work.read(transaction -> rate(transaction, from, last, zone));
    }

    private static Rate rate(Transaction transaction, LocalDate from, LocalDate to, ZoneId zone)
        throws SQLException {
        Map<Long, DueLines.Due> due = DueLines.read(transaction, from, to, zone);
        Map<Long, BigDecimal> wanted = new HashMap<>();
        Map<Long, BigDecimal> given = new HashMap<>();
        due.forEach((line, one) -> wanted.put(line, one.quantity()));
        new BulkSelect(transaction).each(FLOWS, due.keySet(), "", row -> {
            long line = row.getLong(1);
            BigDecimal quantity = row.getBigDecimal(3);
            if ("CANCELLED".equals(row.getString(2))) {
                wanted.merge(line, quantity.negate(), BigDecimal::add);
            } else if (Micros.toInstant(row.getLong(4)).isBefore(Objects.requireNonNull(due.get(line)).end())) {
                given.merge(line, quantity, BigDecimal::add);
            }
        });
        wanted.values().removeIf(quantity -> quantity.signum() <= 0);
        int late = (int) wanted.entrySet().stream()
            .filter(one -> given.getOrDefault(one.getKey(), BigDecimal.ZERO).compareTo(one.getValue()) < 0).count();
        return new Rate(wanted.size(), late);
    }

}
