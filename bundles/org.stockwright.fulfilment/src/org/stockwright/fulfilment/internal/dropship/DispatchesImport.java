package org.stockwright.fulfilment.internal.dropship;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Decimals;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Partners;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Documents;
import org.stockwright.documents.spi.DocumentImport;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.fulfilment.DropShipping;
import org.stockwright.fulfilment.DropShipping.Dispatch;
import org.stockwright.fulfilment.DropShipping.Sent;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.internal.FileFields;
import org.stockwright.fulfilment.internal.shipping.ShipmentCells;
import org.stockwright.ledger.Locations;
import org.stockwright.persistence.UnitOfWork;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/** What suppliers sent straight to customers, from their files: rows with the same key are one dispatch. */
@Component(service = ImportKind.class)
public final class DispatchesImport extends DocumentImport<Dispatch> {

    private static final List<String> SAME = List.of("order", "paper", "carrier", "tracking", "effective");

    private final DropShipping dropShipping;
    private final Partners partners;
    private final CompanyProfiles companies;

    @Activate
    public DispatchesImport(@Reference UnitOfWork work, @Reference DropShipping dropShipping,
        @Reference Documents documents, @Reference Partners partners, @Reference Locations locations,
        @Reference CompanyProfiles companies) {
        super(new Services(work, documents, locations, companies), "line");
        this.dropShipping = dropShipping;
        this.partners = partners;
        this.companies = companies;
    }

    @Override
    public String id() {
        return "drop-ship-dispatches";
    }

    @Override
    public String title() {
        return "Suppliers' dispatches to customers";
    }

    @Override
    public String permission() {
        return FulfilmentPermission.SHIP;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(required("key", "made by you; rows with the same key are one dispatch"),
            required("order", "number of the purchase order"),
            optional("line", "number of its line; empty, in the only row of a dispatch, for all that is open"),
            optional("quantity", "how much of the line left, in the item's base unit; needed with a line"),
            optional("lot", "its lot or serial number, where the item has them"),
            optional("expires", "until when the lot may be used"),
            optional("paper", "the supplier's delivery note"),
            optional("carrier", "code of the carrier; default the supplier"),
            optional("tracking", "the carrier's number"),
            optional("effective", "when it left: a date or an instant; default now"));
    }

    @Override
    protected Outcome<Made> make(Dispatch dispatch) {
        boolean known = isKnown(dispatch.key());
        // each row that names a line is one of the dispatch, in the same order
        return dropShipping.dispatch(dispatch).map(shipment -> new Made(known, List.of()));
    }

    @Override
    protected Optional<Dispatch> request(String key, List<ImportRow> rows, RowErrors errors) {
        int before = errors.count();
        ImportRow first = rows.getFirst();
        FileFields fields = new FileFields(companies, errors);
        Optional<Document> order = document(first, "order", errors);
        PartnerId carrier = ShipmentCells.carrier(partners, first, errors);
        Instant effective = effective(first, errors);
        same(key, rows, SAME, errors);
        List<Sent> sent = new ArrayList<>();
        for (ImportRow row : rows) {
            if (!row.has("line") && (rows.size() > 1 || row.has("quantity") || row.has("lot") || row.has("expires"))) {
                errors.add(row, "line", Refusal.of(CatalogRefusal.MISSING, "line")
                    .hint("Only a dispatch of all that is open, in one row, names no line."));
            }
            order.flatMap(one -> sent(fields, row, one, errors)).ifPresent(sent::add);
        }
        return errors.count() > before ? Optional.empty() : Optional.of(new Dispatch(key, order.orElseThrow().id(),
            sent, first.get("paper"), carrier, first.get("tracking"), effective));
    }

    private static Optional<Sent> sent(FileFields fields, ImportRow row, Document order,
        RowErrors errors) {
        Optional<DocumentLine> line = line(row, "line", order, errors);
        Optional<LocalDate> expires = fields.day(row, "expires");
        if (line.isPresent() && !row.has("quantity")) {
            // what is open changes: the same row again would say something else
            errors.add(row, "quantity", Refusal.of(CatalogRefusal.MISSING, "quantity").hint("Write how much left."));
            return Optional.empty();
        }
        return line.flatMap(one -> errors.value(row, "quantity", Decimals.parse(row.get("quantity"))))
            .map(amount -> new Sent(line.orElseThrow().line(), amount, row.get("lot"), expires));
    }

}
