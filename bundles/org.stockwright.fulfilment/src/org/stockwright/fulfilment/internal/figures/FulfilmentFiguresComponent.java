package org.stockwright.fulfilment.internal.figures;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ItemId;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.LineId;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.LineQuery;
import org.stockwright.fulfilment.FulfilmentFigures;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.internal.availability.Served;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.purchasing.ReceivingPermission;
import org.stockwright.security.Access;
import org.stockwright.security.spi.Guarded;

/** Knows how well customers are served. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.fulfilment.FulfilmentFigures")
public final class FulfilmentFiguresComponent implements FulfilmentFigures, Guarded {

    private static final Comparator<OpenLine> AS_SERVED = Comparator.comparingInt(OpenLine::priority).reversed()
        .thenComparing(line -> line.due().orElse(LocalDate.MAX)).thenComparing(OpenLine::id)
        .thenComparing(OpenLine::line);

    private final UnitOfWork work;
    private final DocumentBook book;
    private final Served served;
    private final CompanyProfiles profiles;
    private final Access access;

    /** Lives as long as the open book. */
    @Activate
    public FulfilmentFiguresComponent(@Reference UnitOfWork work, @Reference DocumentBook book,
        @Reference Served served, @Reference CompanyProfiles profiles, @Reference Access access) {
        this.work = work;
        this.book = book;
        this.served = served;
        this.profiles = profiles;
        this.access = access;
    }

    private ZoneId zone() {
        return profiles.current().map(CompanyProfile::zone).orElse(ZoneOffset.UTC);
    }

    @Override
    public List<OpenLine> openLines() {
        ZoneId zone = zone();
        return work.read(transaction -> {
            Map<LineId, DocumentLine> lines = new HashMap<>();
            Map<LineId, Document> orders = new HashMap<>();
            Set<LineId> kits = new TreeSet<>(Comparator.comparingLong(LineId::value));
            book.lines(transaction, LineQuery.open(OrderKind.CUSTOMER.id()), (order, line) -> {
                line.parent().ifPresent(kits::add);
                if (line.open(Step.SHIPPED).signum() > 0) {
                    lines.put(line.id(), line);
                    orders.put(line.id(), order);
                }
            });
            lines.keySet().removeAll(kits);
            Map<LineId, Served.Line> waiting = waiting(transaction, lines);
            List<OpenLine> result = new ArrayList<>();
            lines.forEach((id, line) -> result
                .add(open(orders.get(id), line, Optional.ofNullable(waiting.get(id)), zone)));
            result.sort(AS_SERVED);
            return result;
        });
    }

    private Map<LineId, Served.Line> waiting(Transaction transaction, Map<LineId, DocumentLine> lines)
        throws SQLException {
        Set<ItemId> items = new TreeSet<>();
        lines.values().forEach(line -> items.add(line.itemId()));
        Map<LineId, Served.Line> result = new HashMap<>();
        served.lines(transaction, items).forEach(line -> result.put(line.id(), line));
        return result;
    }

    private static OpenLine open(Document order, DocumentLine line, Optional<Served.Line> waits, ZoneId zone) {
        Quantity none = new Quantity(java.math.BigDecimal.ZERO, line.quantity().unit());
        Quantity held = new Quantity(line.done(Step.ALLOCATED).subtract(line.done(Step.SHIPPED))
            .max(java.math.BigDecimal.ZERO), line.quantity().unit());
        return new OpenLine(order.id(), order.number(), line.line(), order.partnerCode(), order.partnerName(),
            order.priority(), LocalDate.ofInstant(order.effective(), zone), line.due().or(order::due), line.item(),
            line.itemName(), new Quantity(line.open(Step.SHIPPED), line.quantity().unit()), held,
            waits.map(Served.Line::waits).orElse(none), line.promised(), waits.flatMap(Served.Line::expected));
    }

    @Override
    public List<Service> service(LocalDate from, LocalDate to, Optional<PartnerId> customer) {
        ZoneId zone = zone();
        LocalDate today = LocalDate.ofInstant(work.clock().instant(), zone);
        LocalDate last = to.isAfter(today) ? today : to;
        return work.read(transaction -> new ServiceRecord(transaction, book).read(from, last, zone, customer));
    }

    @Override
    public List<ReturnFigure> returns(LocalDate from, LocalDate to) {
        ZoneId zone = zone();
        boolean suppliers = access.may(ReceivingPermission.VIEW);
        return work.read(transaction -> new ReturnRecord(transaction, book).read(
            from.atStartOfDay(zone).toInstant(), to.plusDays(1).atStartOfDay(zone).toInstant(), suppliers));
    }

}
