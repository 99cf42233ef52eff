package org.stockwright.purchasing.internal.putaway;

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
import org.stockwright.base.Quantity;
import org.stockwright.base.Rounding;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.ItemFinder;
import org.stockwright.catalog.ItemFinder.Found;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Units;
import org.stockwright.documents.Documents;
import org.stockwright.documents.spi.DocumentImport;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.MovementLine;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.purchasing.PutAway;
import org.stockwright.purchasing.PutAway.Goods;
import org.stockwright.purchasing.PutAway.Move;
import org.stockwright.purchasing.PutAway.Request;
import org.stockwright.purchasing.ReceivingPermission;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/** Put-aways from a file; rows with the same key are one. */
@Component(service = ImportKind.class)
public final class PutAwaysImport extends DocumentImport<Request> {

    private final PutAway putAway;
    private final Items items;
    private final Units units;

    @Activate
    public PutAwaysImport(@Reference UnitOfWork work, @Reference PutAway putAway, @Reference Items items,
        @Reference Units units, @Reference Documents documents, @Reference Locations locations,
        @Reference CompanyProfiles companies) {
        super(new Services(work, documents, locations, companies), "item");
        this.putAway = putAway;
        this.items = items;
        this.units = units;
    }

    @Override
    public String id() {
        return "put-aways";
    }

    @Override
    public String title() {
        return "Put-aways";
    }

    @Override
    public String permission() {
        return ReceivingPermission.PUT_AWAY;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(required("key", "made by you; rows with the same key are one put-away"),
            required("item", "code, barcode or alias of the item"), required("quantity", "how much"),
            optional("unit", "unit of the quantity; empty for the item's"),
            optional("lot", "lot or serial number"), required("from", "code of the place where the goods lie"),
            required("to", "code of the place where they go"),
            optional("scanned", "what was scanned there; it has to be the same place"),
            optional("status", "quality status; empty for AVAILABLE"),
            optional("effective", "when; empty for now"));
    }

    @Override
    protected Outcome<Made> make(Request request) {
        return putAway.store(request).map(stored -> new Made(stored.repeated(), stored.warnings()));
    }

    @Override
    protected Optional<Request> request(String key, List<ImportRow> rows, RowErrors errors) {
        int before = errors.count();
        Instant effective = effective(rows.getFirst(), errors);
        same(key, rows, List.of(EFFECTIVE), errors);
        ItemFinder finder = new ItemFinder(items, units, rows);
        List<Move> moves = new ArrayList<>();
        rows.forEach(row -> move(row, finder, errors).ifPresent(moves::add));
        return errors.count() > before ? Optional.empty() : Optional.of(new Request(key, effective, moves));
    }

    private Optional<Move> move(ImportRow row, ItemFinder finder, RowErrors errors) {
        boolean complete = true;
        for (String column : List.of("item", "quantity", "from", "to")) {
            complete &= isThere(row, column, errors);
        }
        if (!complete) {
            return Optional.empty();
        }
        Optional<Found> item = errors.value(row, "item", finder.find(row.get("item")));
        Optional<BigDecimal> amount = number(row, "quantity", errors);
        Optional<LocationId> from = place(row, "from", errors);
        Optional<LocationId> to = place(row, "to", errors);
        if (item.isEmpty() || amount.isEmpty() || from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        Optional<Quantity> quantity = errors.value(row, "unit", finder.unit(item.get(), row.get("unit")))
            .flatMap(unit -> errors.value(row, "quantity", Quantity.checked(amount.get(), unit)
                .then(one -> one.in(item.get().item().unit(), Rounding.EXACT))));
        String status = row.has("status") ? row.get("status").toUpperCase(Locale.ROOT) : MovementLine.AVAILABLE;
        return quantity.map(one -> new Move(new Goods(item.get().item().id(), row.get("lot"), from.get(), status, one),
            to.get(), row.get("scanned"), ""));
    }

}
