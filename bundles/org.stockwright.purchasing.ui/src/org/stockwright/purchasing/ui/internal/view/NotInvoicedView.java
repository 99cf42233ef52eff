package org.stockwright.purchasing.ui.internal.view;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.stockwright.documents.ui.Figures;
import org.stockwright.purchasing.SupplierInvoices;
import org.stockwright.purchasing.SupplierInvoices.NotInvoiced;
import org.stockwright.purchasing.ui.internal.Messages;
import org.stockwright.ui.grid.Column;

/** What was received and not invoiced, by order and line: what is owed without a paper. Enter opens the order. */
@SuppressWarnings("nls")
public final class NotInvoicedView extends ReportView<SupplierInvoices, NotInvoiced> {

    /** A view on the open book. */
    public NotInvoicedView() {
        super(SupplierInvoices.class, "purchasing.notInvoiced", Messages.NotInvoiced_load, Messages.NotInvoiced_none);
    }

    @Override
    List<Column<NotInvoiced>> columns() {
        return List.of(Column.<NotInvoiced>text("order", Messages.Field_order, NotInvoiced::number).width(13),
            Column.<NotInvoiced>number("line", Messages.Column_line, row -> BigDecimal.valueOf(row.line())).width(6),
            Column.<NotInvoiced>text("supplier", Messages.Field_supplier, NotInvoiced::supplier).width(12),
            Column.<NotInvoiced>text("supplierName", Messages.Column_supplierName, NotInvoiced::supplierName)
                .width(28),
            Column.<NotInvoiced>text("item", Messages.Field_item, NotInvoiced::item).width(16),
            Column.<NotInvoiced>quantity("received", Messages.Fact_kept, NotInvoiced::received).width(14),
            Column.<NotInvoiced>quantity("invoiced", Messages.Fact_invoiced, NotInvoiced::invoiced).width(14),
            Column.<NotInvoiced>quantity("open", Messages.Column_notInvoiced, NotInvoiced::open).width(14),
            Column.<NotInvoiced>number("amount", Messages.Fact_amount,
                row -> Figures.amount(row.amount(), row.currency())).width(14),
            Column.<NotInvoiced>text("currency", Messages.Column_currency, row -> row.currency().getCurrencyCode())
                .width(10));
    }

    @Override
    Object key(NotInvoiced row) {
        return List.of(row.order(), Integer.valueOf(row.line()));
    }

    @Override
    List<NotInvoiced> rows(SupplierInvoices invoices) {
        return invoices.receivedNotInvoiced(Optional.empty());
    }

    @Override
    Optional<Opened> opened(NotInvoiced row) {
        return Optional.of(new Opened(row.order(), row.number()));
    }

}
