package org.stockwright.purchasing.ui.internal.view;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.stockwright.ledger.ui.Zones;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.PurchaseOrders.Arrival;
import org.stockwright.purchasing.ui.internal.Messages;
import org.stockwright.ui.grid.Column;
import org.stockwright.ui.grid.Mark;

/** What is expected of approved orders, the earliest first: late ones stand out. Enter opens the order. */
@SuppressWarnings("nls")
public final class ArrivalsView extends ReportView<PurchaseOrders, Arrival> {

    private LocalDate today = LocalDate.EPOCH;

    /** A view on the open book. */
    public ArrivalsView() {
        super(PurchaseOrders.class, "purchasing.arrivals", Messages.Arrivals_load, Messages.Arrivals_none);
    }

    @Override
    List<Column<Arrival>> columns() {
        return List.of(
            Column.<Arrival, LocalDate>of("expected", Messages.Fact_expected, row -> row.expected().orElse(null),
                LocalDate::toString).width(12),
            Column.<Arrival>text("state", Messages.Column_promise, this::promise).width(12),
            Column.<Arrival>text("order", Messages.Field_order, Arrival::number).width(13),
            Column.<Arrival>number("line", Messages.Column_line, row -> BigDecimal.valueOf(row.line())).width(6),
            Column.<Arrival>text("supplier", Messages.Field_supplier, Arrival::supplier).width(12),
            Column.<Arrival>text("supplierName", Messages.Column_supplierName, Arrival::supplierName).width(26),
            Column.<Arrival>text("item", Messages.Field_item, Arrival::item).width(16),
            Column.<Arrival>text("itemName", Messages.Fact_name, Arrival::itemName).width(30),
            Column.<Arrival>quantity("open", Messages.Column_toCome, Arrival::open).width(14),
            Column.<Arrival>quantity("advised", Messages.Fact_advised, Arrival::advised).width(14),
            Column.<Arrival>text("place", Messages.Field_deliverTo, Arrival::place).width(12));
    }

    private String promise(Arrival row) {
        return row.expected().isEmpty() ? ""
            : isLate(row) ? Messages.Arrivals_late : row.isPromised() ? Messages.Arrivals_promised
                : Messages.Arrivals_wanted;
    }

    private boolean isLate(Arrival row) {
        return row.expected().filter(day -> day.isBefore(today)).isPresent();
    }

    @Override
    Object key(Arrival row) {
        return List.of(row.order(), Integer.valueOf(row.line()));
    }

    @Override
    List<Arrival> rows(PurchaseOrders orders) {
        today = LocalDate.now(Zones.current());
        return orders.arrivals(Optional.empty());
    }

    @Override
    Mark mark(Arrival row) {
        return isLate(row) ? Mark.WARNING : Mark.NONE;
    }

    @Override
    Optional<Opened> opened(Arrival row) {
        return Optional.of(new Opened(row.order(), row.number()));
    }

}
