package org.stockwright.fulfilment.internal.picking;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Documents;
import org.stockwright.documents.spi.DocumentImport;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.Picking;
import org.stockwright.fulfilment.Picking.Confirmation;
import org.stockwright.fulfilment.Picking.Taken;
import org.stockwright.fulfilment.internal.shipping.Actions;
import org.stockwright.ledger.Locations;
import org.stockwright.persistence.UnitOfWork;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/** What was picked, from a file: rows with the same key are one confirmation of one list. */
@Component(service = ImportKind.class)
public final class PicksImport extends DocumentImport<Confirmation> {

    private final Picking picking;

    @Activate
    public PicksImport(@Reference UnitOfWork work, @Reference Picking picking, @Reference Documents documents,
        @Reference Locations locations, @Reference CompanyProfiles companies) {
        super(new Services(work, documents, locations, companies), "line");
        this.picking = picking;
    }

    @Override
    public String id() {
        return "picks";
    }

    @Override
    public String title() {
        return "Confirmed picks";
    }

    @Override
    public String permission() {
        return FulfilmentPermission.PICK;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(required("key", "made by you; rows with the same key are one confirmation"),
            required("list", "number of the pick list"),
            optional("line", "number of the list's line; empty for all that is open of the list"),
            optional("quantity", "how much was taken, in the item's base unit; empty for all that is open of the line"),
            optional("missing", "why the rest is missing; empty when it is still to be picked"),
            optional("bin", "what was scanned at the bin; it has to be the right one"),
            optional("item", "what was scanned of the item"), optional("lot", "what was scanned of the lot"),
            optional("effective", "when; empty for now"));
    }

    @Override
    protected Outcome<Made> make(Confirmation confirmation) {
        boolean known = Actions.isKnown(services().work(), confirmation.key());
        Outcome<Document> done = picking.confirm(confirmation);
        if (done.isDone()) {
            return Outcome.done(new Made(known, List.of()));
        }
        Map<Long, Long> rows = new HashMap<>();
        confirmation.taken().forEach(one -> rows.putIfAbsent((long) one.line(), rows.size() + 1L));
        return Outcome.refused(done.refusals().stream().map(refusal -> refusal
            .at(rows.containsKey(refusal.place().line()) ? Refusal.Place.line(rows.get(refusal.place().line()))
                : Refusal.Place.NONE))
            .toList());
    }

    @Override
    protected Optional<Confirmation> request(String key, List<ImportRow> rows, RowErrors errors) {
        int before = errors.count();
        ImportRow first = rows.getFirst();
        Optional<Document> list = document(first, "list", errors);
        Instant effective = effective(first, errors);
        same(key, rows, List.of("list", EFFECTIVE), errors);
        List<Taken> taken = new ArrayList<>();
        for (ImportRow row : rows) {
            Optional<BigDecimal> quantity = number(row, "quantity", errors);
            boolean whole = rows.size() == 1 && !row.has("line");
            if (whole) {
                List.of("quantity", "missing", "bin", "item", "lot").stream().filter(row::has)
                    .forEach(column -> errors.add(row, "line", Refusal.of(CatalogRefusal.MISSING, "line")
                        .hint("What is in the column " + column + " is said of a line.")));
            } else if (isThere(row, "line", errors)) {
                Optional<DocumentLine> line = list.flatMap(one -> line(row, "line", one, errors));
                line.ifPresent(one -> taken.add(new Taken(one.line(), quantity, row.get("missing"), row.get("bin"),
                    row.get("item"), row.get("lot"))));
            }
        }
        return errors.count() > before ? Optional.empty()
            : Optional.of(new Confirmation(key, list.orElseThrow().id(), effective, taken));
    }

}
