package org.stockwright.fulfilment.internal.packing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
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
import org.stockwright.documents.spi.Canonical;
import org.stockwright.documents.spi.DocumentImport;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.PackedUnit;
import org.stockwright.fulfilment.Packing;
import org.stockwright.fulfilment.PackingSession;
import org.stockwright.fulfilment.internal.shipping.Actions;
import org.stockwright.ledger.Locations;
import org.stockwright.persistence.UnitOfWork;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/**
 * What was packed, from a file: rows with the same key are one order. Rows with scans are verified one by one, an order without
 * scans is packed by the rules.
 */
@Component(service = ImportKind.class)
public final class PackingImport extends DocumentImport<PackingImport.Order> {

    private final Packing packing;

    /** What somebody scanned, and how often it counts. */
    private record Scan(String text, Optional<BigDecimal> times) {
    }

    /** An order to be packed. */
    record Order(String key, DocumentId order, List<Scan> scans, String override, Instant effective) {
    }

    @Activate
    public PackingImport(@Reference UnitOfWork work, @Reference Packing packing, @Reference Documents documents,
        @Reference Locations locations, @Reference CompanyProfiles companies) {
        super(new Services(work, documents, locations, companies), "scan");
        this.packing = packing;
    }

    @Override
    public String id() {
        return "packing";
    }

    @Override
    public String title() {
        return "Packing";
    }

    @Override
    public String permission() {
        return FulfilmentPermission.PACK;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(required("key", "made by you; rows with the same key pack one order"),
            required("order", "number of the order"),
            optional("scan", "what was scanned: an item, lot, place or the code of a packing rule, in the order of the "
                + "rows; empty to pack all by the rules"),
            optional("quantity", "how many pieces or packs the scan stands for; empty for 1"),
            optional("override", "closes it in spite of what is missing; why"),
            optional("effective", "when; empty for now"));
    }

    @Override
    protected Outcome<Made> make(Order order) {
        UnitOfWork work = services().work();
        if (order.scans().isEmpty()) {
            boolean known = Actions.isKnown(work, order.key());
            return packing.packAll(order.key(), order.order(), order.effective())
                .map(units -> new Made(known, List.of()));
        }
        // what was scanned lies picked no more afterwards: that it is the same file is remembered beside what was packed
        String key = order.key() + ":scans";
        Optional<Outcome<DocumentId>> known = work.read(transaction -> new Actions(transaction).known(key,
            hash(order)));
        if (known.isPresent()) {
            return known.get().map(same -> new Made(true, List.of()));
        }
        Outcome<List<PackedUnit>> packed = packing.begin(order.order()).then(table -> scanned(order, table));
        return packed.then(units -> work.write(transaction -> {
            new Actions(transaction).add(key, hash(order), order.order());
            return Outcome.done(new Made(false, List.of()));
        }));
    }

    private static String hash(Order order) {
        Canonical text = new Canonical("packing").add(order.order()).add(order.override()).add(order.effective());
        order.scans().forEach(scan -> text.add(scan.text()).add(scan.times()));
        return text.hash();
    }

    private Outcome<List<PackedUnit>> scanned(Order order, PackingSession table) {
        List<Refusal> wrong = new ArrayList<>();
        for (int i = 0; i < order.scans().size(); i++) {
            Scan scan = order.scans().get(i);
            scan.times().ifPresent(table::quantity);
            PackingSession.Result result = packing.scan(table, scan.text());
            if (result.error().isPresent()) {
                wrong.add(result.message().orElseThrow().at(Refusal.Place.line(i + 1L)));
                table.putAside();
            }
        }
        if (!wrong.isEmpty()) {
            return Outcome.refused(wrong);
        }
        Outcome<PackingSession> ready = order.override().isEmpty() ? Outcome.done(table)
            : packing.override(table, order.override());
        return ready.then(one -> packing.close(one, order.key(), order.effective()));
    }

    @Override
    protected Optional<Order> request(String key, List<ImportRow> rows, RowErrors errors) {
        int before = errors.count();
        ImportRow first = rows.getFirst();
        Optional<Document> order = document(first, "order", errors);
        Instant effective = effective(first, errors);
        same(key, rows, List.of("order", "override", EFFECTIVE), errors);
        List<Scan> scans = new ArrayList<>();
        for (ImportRow row : rows) {
            Optional<BigDecimal> times = number(row, "quantity", errors);
            boolean scanned = rows.size() > 1 || row.has("quantity") || row.has("override");
            if (row.has("scan") || scanned && isThere(row, "scan", errors)) {
                scans.add(new Scan(row.get("scan"), times));
            }
        }
        return errors.count() > before ? Optional.empty()
            : Optional.of(new Order(key, order.orElseThrow().id(), scans, first.get("override"), effective));
    }

}
