package org.stockwright.fulfilment.internal.allocation;

import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.Documents;
import org.stockwright.documents.spi.DocumentImport;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.fulfilment.Allocation;
import org.stockwright.fulfilment.Allocation.Choice;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.internal.FileFields;
import org.stockwright.ledger.Locations;
import org.stockwright.persistence.UnitOfWork;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/** Orders that are to be held stock for, from a file, in the order of the file. What is held already stays held. */
@Component(service = ImportKind.class)
public final class AllocationsImport extends DocumentImport<AllocationsImport.Wanted> {

    private static final String ORDER = "order";

    private final Allocation allocation;

    /** An order, and how stock is chosen for it. */
    record Wanted(DocumentId order, Choice choice) {
    }

    @Activate
    public AllocationsImport(@Reference UnitOfWork work, @Reference Allocation allocation,
        @Reference Documents documents, @Reference Locations locations, @Reference CompanyProfiles companies) {
        super(new Services(work, documents, locations, companies), ORDER);
        this.allocation = allocation;
    }

    @Override
    public String id() {
        return "allocations";
    }

    @Override
    public String title() {
        return "Orders to allocate";
    }

    @Override
    public String permission() {
        return FulfilmentPermission.ALLOCATE;
    }

    @Override
    protected String keyColumn() {
        return ORDER;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(required(ORDER, "number of the order"),
            optional("strategy", "fifo, fefo, lifo, nearest-bin, fewest-packages, clear-bin, whole-lot, or one of a "
                + "plug-in; empty for that of the policies"),
            optional("expired_too", "yes to take stock too that has expired or has too little shelf life left"));
    }

    @Override
    protected Outcome<Made> make(Wanted wanted) {
        return allocation.allocate(wanted.order(), wanted.choice()).map(result -> new Made(result.held().isEmpty(),
            result.missing().stream().map(one -> Refusal
                .of(FulfilmentRefusal.STILL_MISSING, one.quantity(), one.item(), one.line(), one.order(), one.why()))
                .toList()));
    }

    @Override
    protected Optional<Wanted> request(String key, List<ImportRow> rows, RowErrors errors) {
        int before = errors.count();
        ImportRow first = rows.getFirst();
        Optional<Document> order = document(first, ORDER, errors);
        boolean expiredToo = new FileFields(services().companies(), errors).flag(first, "expired_too", false);
        same(key, rows, List.of("strategy", "expired_too"), errors);
        return errors.count() > before ? Optional.empty()
            : Optional.of(new Wanted(order.orElseThrow().id(), new Choice(first.get("strategy"), expiredToo)));
    }

}
