package org.stockwright.fulfilment.internal.shipping;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
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
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.Shipping;
import org.stockwright.fulfilment.Shipping.Part;
import org.stockwright.fulfilment.Shipping.Ready;
import org.stockwright.fulfilment.Shipping.Request;
import org.stockwright.fulfilment.internal.orders.OrderLines;
import org.stockwright.ledger.Locations;
import org.stockwright.persistence.UnitOfWork;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/** Shipments from a file, such as a carrier's: rows with the same key are one shipment, each stored by itself. */
@Component(service = ImportKind.class)
public final class ShipmentsImport extends DocumentImport<Request> {

    private static final List<String> SAME = List.of("order", "ready", "carrier", "tracking", "effective");

    private final Shipping shipping;
    private final Partners partners;

    @Activate
    public ShipmentsImport(@Reference UnitOfWork work, @Reference Shipping shipping, @Reference Documents documents,
        @Reference Partners partners, @Reference Locations locations, @Reference CompanyProfiles companies) {
        super(new Services(work, documents, locations, companies), "line");
        this.shipping = shipping;
        this.partners = partners;
    }

    @Override
    public String id() {
        return "shipments";
    }

    @Override
    public String title() {
        return "Shipments";
    }

    @Override
    public String permission() {
        return FulfilmentPermission.SHIP;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(required("key", "made by you; rows with the same key are one shipment"),
            required("order", "number of the order"),
            optional("line", "number of the order's line; empty for all that is ready"),
            optional("quantity", "how much of the line, in the item's base unit; needs the line"),
            optional("ready",
                "what may leave: packed, picked (and packed, the default) or held (straight from its bins)"),
            optional("carrier", "code of the carrier; default that of the order"),
            optional("tracking", "the carrier's number"),
            optional("effective", "when it left: a date or an instant; default now"));
    }

    @Override
    protected Outcome<Made> make(Request request) {
        boolean known = isKnown(request.key());
        Outcome<Document> shipped = shipping.ship(request);
        // its lines are those of the shipment, not of the file
        return shipped.isDone() ? Outcome.done(new Made(known, List.of()))
            : Outcome.refused(shipped.refusals().stream().map(refusal -> refusal.at(Refusal.Place.NONE)).toList());
    }

    @Override
    protected Optional<Request> request(String key, List<ImportRow> rows, RowErrors errors) {
        int before = errors.count();
        ImportRow first = rows.getFirst();
        Optional<Document> order = document(first, "order", errors);
        Ready ready = ready(first, errors);
        PartnerId carrier = ShipmentCells.carrier(partners, first, errors);
        Instant effective = effective(first, errors);
        same(key, rows, SAME, errors);
        List<Part> parts = new ArrayList<>();
        for (ImportRow row : rows) {
            order.flatMap(one -> part(row, one, errors)).ifPresent(parts::add);
        }
        return errors.count() > before ? Optional.empty()
            : Optional.of(new Request(key, List.of(order.orElseThrow().id()), ready, List.of(), parts, carrier,
                first.get("tracking"), Optional.empty(), Optional.empty(), effective));
    }

    private static Ready ready(ImportRow row, RowErrors errors) {
        if (!row.has("ready")) {
            return Ready.PICKED;
        }
        String word = row.get("ready").toUpperCase(Locale.ROOT);
        Optional<Ready> found = Arrays.stream(Ready.values()).filter(one -> one.name().equals(word)).findFirst();
        if (found.isEmpty()) {
            errors.add(row, "ready", Refusal.of(CatalogRefusal.UNKNOWN_VALUE, row.get("ready"), "ready")
                .hint("Write packed, picked or held."));
        }
        return found.orElse(Ready.PICKED);
    }

    private static Optional<Part> part(ImportRow row, Document order, RowErrors errors) {
        if (!row.has("line")) {
            if (row.has("quantity")) {
                errors.add(row, "line",
                    Refusal.of(CatalogRefusal.MISSING, "line").hint("A quantity is that of a line."));
            }
            return Optional.empty();
        }
        Optional<DocumentLine> line = line(row, "line", order, errors);
        if (line.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> quantity = row.has("quantity")
            ? number(row, "quantity", errors)
            : Optional.of(OrderLines.own(line.get()));
        return quantity.map(amount -> new Part(line.get().id(), amount));
    }

}
