package org.stockwright.purchasing.internal.receiving;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Documents;
import org.stockwright.documents.spi.DocumentImport;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.ledger.Locations;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.purchasing.ReceivingPermission;
import org.stockwright.purchasing.SupplierReturns;
import org.stockwright.purchasing.SupplierReturns.Line;
import org.stockwright.purchasing.SupplierReturns.Request;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/** Returns to suppliers from a file; rows with the same key are one return, of one receipt. */
@Component(service = ImportKind.class)
public final class SupplierReturnsImport extends DocumentImport<Request> {

    private final SupplierReturns returns;

    @Activate
    public SupplierReturnsImport(@Reference UnitOfWork work, @Reference SupplierReturns returns,
        @Reference Documents documents, @Reference Locations locations, @Reference CompanyProfiles companies) {
        super(new Services(work, documents, locations, companies), "line");
        this.returns = returns;
    }

    @Override
    public String id() {
        return "supplier-returns";
    }

    @Override
    public String title() {
        return "Returns to suppliers";
    }

    @Override
    public String permission() {
        return ReceivingPermission.RETURN;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(required("key", "made by you; rows with the same key are one return"),
            required("receipt", "number of the receipt that the goods came by"),
            required("line", "number of the receipt's line"),
            required("quantity", "how much, in the item's base unit"),
            optional("reason", "why; in the first row of the return at least"),
            optional("status", "only out of this quality status; empty for rejected stock first, then blocked, then "
                + "available stock"),
            optional("place", "only from this place"), optional("paper", "the supplier's number for the return"),
            optional("effective", "when they left; empty for now"));
    }

    @Override
    protected Outcome<Made> make(Request request) {
        boolean known = isKnown(request.key());
        return returns.sendBack(request).map(back -> new Made(known, List.of()));
    }

    @Override
    protected Optional<Request> request(String key, List<ImportRow> rows, RowErrors errors) {
        int before = errors.count();
        ImportRow first = rows.getFirst();
        Optional<Document> receipt = document(first, "receipt", errors);
        Instant effective = effective(first, errors);
        isThere(first, "reason", errors);
        same(key, rows, List.of("receipt", "reason", "paper", EFFECTIVE), errors);
        List<Line> lines = new ArrayList<>();
        for (ImportRow row : rows) {
            Optional<DocumentLine> line = receipt.flatMap(one -> line(row, "line", one, errors));
            Optional<BigDecimal> quantity = number(row, "quantity", errors);
            Optional<LocationId> place = place(row, "place", errors);
            line.ifPresent(one -> quantity.ifPresent(amount -> lines.add(new Line(one.id(), amount,
                row.get("status").toUpperCase(Locale.ROOT), place))));
        }
        return errors.count() > before ? Optional.empty() : Optional.of(new Request(key, receipt.orElseThrow().id(),
            effective, first.get("reason"), first.get("paper"), lines));
    }

}
