package org.stockwright.purchasing.internal.receiving;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Decimals;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Documents;
import org.stockwright.exchange.spi.FileInstants;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.purchasing.Receipts;
import org.stockwright.purchasing.Receipts.Line;
import org.stockwright.purchasing.Receipts.Origin;
import org.stockwright.purchasing.Receipts.Received;
import org.stockwright.purchasing.Receipts.Request;
import org.stockwright.purchasing.ReceivingPermission;
import org.stockwright.purchasing.ReceivingRefusal;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/** Receipts from a file; rows with the same key are one receipt. Each receipt is stored by itself. */
@Component
public final class ReceiptsImport implements ImportKind {

    private final UnitOfWork work;
    private final Receipts receipts;
    private final Documents documents;
    private final Partners partners;
    private final Locations locations;
    private final CompanyProfiles companies;

    @Activate
    public ReceiptsImport(@Reference UnitOfWork work, @Reference Receipts receipts, @Reference Documents documents,
        @Reference Partners partners, @Reference Locations locations, @Reference CompanyProfiles companies) {
        this.work = work;
        this.receipts = receipts;
        this.documents = documents;
        this.partners = partners;
        this.locations = locations;
        this.companies = companies;
    }

    @Override
    public String id() {
        return "goods-receipts";
    }

    @Override
    public String title() {
        return "Goods receipts";
    }

    @Override
    public String permission() {
        return ReceivingPermission.RECEIVE;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(required("key", "made by you; rows with the same key are one receipt"),
            optional("order", "number of the purchase order or advice; empty for goods without one"),
            optional("order_line", "number of the line of the order; empty to find the open lines of the item"),
            optional("supplier", "code of the supplier, for goods without an order"),
            required("item", "code, barcode or scan of the item"),
            optional("quantity", "how much came, with what is rejected; empty for what the scan says"),
            optional("unit", "unit of the quantity; empty for the item's or the scan's"),
            optional("lot", "lot that came"), optional("serial", "serial number that came"),
            optional("expires", "day on which the lot expires, as 2026-12-31"),
            optional("place", "code of the place; empty for the receiving area"),
            optional("status", "quality status; empty for what the quality plan says"),
            optional("rejected", "how much of the quantity is rejected and blocked at once"),
            optional("reason", "why goods are rejected"),
            optional("unit_cost", "cost per base unit, for goods without an order"),
            optional("effective", "when the goods came; empty for now"));
    }

    /** The rows of one receipt. */
    private record Group(List<ImportRow> rows, Optional<Request> request) {
    }

    @Override
    public ImportResult run(List<ImportRow> rows, ImportMode mode, Progress progress) {
        progress.begin("Receiving", rows.size());
        RowErrors errors = new RowErrors();
        List<Group> groups = groups(rows, errors);
        List<Refusal> warnings = new ArrayList<>();
        if (mode == ImportMode.ALL_OR_NOTHING) {
            groups.forEach(group -> run(group, false, errors, new ArrayList<>()));
            if (errors.count() > 0) {
                return new ImportResult(rows.size(), 0, 0, errors.list(), List.of());
            }
        }
        long stored = 0;
        long repeated = 0;
        for (Group group : groups) {
            progress.check();
            Optional<Received> received = run(group, mode != ImportMode.DRY_RUN, errors, warnings);
            if (received.isPresent() && received.get().repeated()) {
                repeated += group.rows().size();
            } else if (received.isPresent()) {
                stored += group.rows().size();
            }
            progress.worked(group.rows().size());
        }
        return new ImportResult(rows.size(), stored, repeated, errors.list(), warnings);
    }

    private Optional<Received> run(Group group, boolean store, RowErrors errors, List<Refusal> warnings) {
        if (group.request().isEmpty()) {
            return Optional.empty();
        }
        Outcome<Received> outcome = store ? receipts.receive(group.request().get())
            : receipts.attempt(group.request().get());
        for (Refusal refusal : outcome.refusals()) {
            long line = refusal.place().line();
            errors.add(group.rows().get(line == 0 ? 0 : (int) line - 1), "", refusal);
        }
        if (outcome.isDone()) {
            outcome.value().warnings().forEach(warning -> warnings.add(warning.at(group.rows().getFirst().at())));
            return Optional.of(outcome.value());
        }
        return Optional.empty();
    }

    private List<Group> groups(List<ImportRow> rows, RowErrors errors) {
        Map<String, List<ImportRow>> byKey = new LinkedHashMap<>();
        for (ImportRow row : rows) {
            if (!row.has("key")) {
                errors.add(row, "key", Refusal.of(CatalogRefusal.MISSING, "key").hint("Fill the cell."));
            } else {
                byKey.computeIfAbsent(row.get("key"), key -> new ArrayList<>()).add(row);
            }
        }
        Instant now = work.clock().instant();
        return byKey.entrySet().stream()
            .map(entry -> new Group(entry.getValue(), request(entry.getKey(), entry.getValue(), now, errors))).toList();
    }

    private Optional<Request> request(String key, List<ImportRow> rows, Instant now, RowErrors errors) {
        int before = errors.count();
        ImportRow first = rows.getFirst();
        Optional<Document> order = first.has("order") ? errors.value(first, "order", documents
            .find(first.get("order")).map(Outcome::done).orElseGet(() -> Outcome.refused(Refusal
                .of(DocumentRefusal.UNKNOWN_DOCUMENT, first.get("order")).hint("Write its number."))))
            : Optional.empty();
        Optional<PartnerId> supplier = first.has("supplier") ? errors.value(first, "supplier", partners
            .byCode(first.get("supplier")).map(Partner::id).map(Outcome::done).orElseGet(() -> Outcome.refused(Refusal
                .of(ReceivingRefusal.UNKNOWN_SUPPLIER, first.get("supplier")).hint("Import the partner first."))))
            : Optional.empty();
        Instant effective = first.has("effective")
            ? errors.value(first, "effective", new FileInstants(zone()).parse(first.get("effective"))).orElse(now) : now;
        List<Line> lines = new ArrayList<>();
        for (ImportRow row : rows) {
            for (String same : List.of("order", "supplier", "effective")) {
                if (row.has(same) && !row.get(same).equals(first.get(same))) {
                    errors.add(row, same, Refusal.of(CatalogRefusal.UNKNOWN_VALUE, row.get(same),
                        same + " of the receipt " + key).hint("Give the row a key of its own."));
                }
            }
            lines.add(line(row, order, errors));
        }
        return errors.count() > before ? Optional.empty() : Optional.of(new Request(key, Origin.SUPPLIER,
            order.map(Document::id), supplier.orElse(PartnerId.SELF), Optional.empty(), Optional.empty(), "", "",
            effective, false, lines));
    }

    private ZoneId zone() {
        return companies.current().map(CompanyProfile::zone).orElse(ZoneOffset.UTC);
    }

    private Line line(ImportRow row, Optional<Document> order, RowErrors errors) {
        if (!row.has("item")) {
            errors.add(row, "item", Refusal.of(CatalogRefusal.MISSING, "item").hint("Fill the cell."));
        }
        Line line = new Line(Optional.empty(), row.get("item"), number(row, "quantity", errors), row.get("unit"),
            row.has("serial") ? row.get("serial") : row.get("lot"), day(row, errors), place(row, errors),
            row.get("status").toUpperCase(Locale.ROOT), number(row, "rejected", errors).orElse(BigDecimal.ZERO), "",
            row.get("reason"), number(row, "unit_cost", errors));
        Optional<BigDecimal> number = number(row, "order_line", errors);
        if (number.isEmpty() || order.isEmpty()) {
            return line;
        }
        return order.get().lines().stream()
            .filter(one -> number.get().compareTo(BigDecimal.valueOf(one.line())) == 0).findFirst()
            .map(one -> line.from(one.id())).orElseGet(() -> {
                errors.add(row, "order_line", Refusal.of(DocumentRefusal.UNKNOWN_LINE, order.get().number(),
                    row.get("order_line")).hint("It has the lines 1 to " + order.get().lines().size() + "."));
                return line;
            });
    }

    private static Optional<BigDecimal> number(ImportRow row, String column, RowErrors errors) {
        return row.has(column) ? errors.value(row, column, Decimals.parse(row.get(column))) : Optional.empty();
    }

    private static Optional<LocalDate> day(ImportRow row, RowErrors errors) {
        if (!row.has("expires")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(row.get("expires")));
        } catch (DateTimeException e) {
            // what was typed says more than why it is no day
            errors.add(row, "expires", Refusal.of(CatalogRefusal.UNKNOWN_VALUE, row.get("expires"), "day")
                .hint("Write 2026-12-31."));
            return Optional.empty();
        }
    }

    private Optional<LocationId> place(ImportRow row, RowErrors errors) {
        return row.has("place") ? errors.value(row, "place", locations.byCode(row.get("place")).map(Location::id)
            .map(Outcome::done).orElseGet(() -> Outcome.refused(Refusal.of(LedgerRefusal.UNKNOWN_LOCATION,
                row.get("place")).hint("Import the location first.")))) : Optional.empty();
    }

}
