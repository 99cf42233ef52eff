package org.stockwright.fulfilment.internal.returns;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Documents;
import org.stockwright.documents.LineId;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.DocumentImport;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.fulfilment.CustomerReturns;
import org.stockwright.fulfilment.CustomerReturns.Announcement;
import org.stockwright.fulfilment.CustomerReturns.Decided;
import org.stockwright.fulfilment.CustomerReturns.Decision;
import org.stockwright.fulfilment.CustomerReturns.Line;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.internal.FileFields;
import org.stockwright.ledger.Locations;
import org.stockwright.persistence.UnitOfWork;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/**
 * What customers send back, from a file: rows with the same key are one return of one shipment. It is announced; received when
 * the rows say where it lies; decided about line by line.
 */
@Component(service = ImportKind.class)
public final class CustomerReturnsImport extends DocumentImport<CustomerReturnsImport.Back> {

    private final CustomerReturns returns;

    /** A return as its rows tell it: announced, received at a place, decided about; and the row of each of its lines. */
    record Back(Announcement announcement, Optional<LocationId> at, List<Decided> decided, List<Integer> rowOf) {
    }

    @Activate
    public CustomerReturnsImport(@Reference UnitOfWork work, @Reference CustomerReturns returns,
        @Reference Documents documents, @Reference Locations locations, @Reference CompanyProfiles companies) {
        super(new Services(work, documents, locations, companies), "line");
        this.returns = returns;
    }

    @Override
    public String id() {
        return "customer-returns";
    }

    @Override
    public String title() {
        return "Customer returns";
    }

    @Override
    public String permission() {
        return FulfilmentPermission.RETURN;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(required("key", "made by you; rows with the same key are one return"),
            required("shipment", "number of the shipment that it comes back from"),
            optional("line", "number of the shipment's line; empty to find the lines of the item"),
            optional("item", "code of the item, where no line is named"),
            required("quantity", "how much, in the item's base unit"),
            optional("reason", "why it comes back; in the first row of the return at least"),
            optional("at", "code of the place where it lies in inspection; empty when it has not come yet"),
            optional("decide", "restock, scrap or repair; empty to decide later"),
            optional("to", "code of the place where it is put; empty for where it lies"),
            optional("refund", "yes when the customer gets the original price back"),
            optional("note", "why, or what is to be repaired; empty for the reason"),
            optional("effective", "when; empty for now"));
    }

    @Override
    protected Outcome<Made> make(Back back) {
        Announcement asked = back.announcement();
        boolean known = isKnown(asked.key());
        Outcome<Document> announced = returns.announce(asked);
        if (!announced.isDone()) {
            return Outcome.refused(atRows(back, announced.refusals()));
        }
        Document made = announced.value();
        Outcome<Document> last = announced;
        if (back.at().isPresent()) {
            last = returns.receive(asked.key() + ":receive", made.id(), back.at().get(), List.of(), asked.effective());
        }
        if (last.isDone() && !back.decided().isEmpty()) {
            last = returns.decide(asked.key() + ":decide", made.id(), back.decided(), asked.effective());
        }
        return last.isDone() ? Outcome.done(new Made(known, List.of()))
            : Outcome.refused(atRows(back, last.refusals()));
    }

    private static List<Refusal> atRows(Back back, List<Refusal> refusals) {
        return refusals.stream().map(refusal -> {
            long line = refusal.place().line();
            return line < 1 || line > back.rowOf().size() ? refusal
                : refusal.at(Refusal.Place.line(back.rowOf().get((int) line - 1)));
        }).toList();
    }

    @Override
    protected Optional<Back> request(String key, List<ImportRow> rows, RowErrors errors) {
        int before = errors.count();
        ImportRow first = rows.getFirst();
        Optional<Document> shipment = document(first, "shipment", errors);
        Optional<LocationId> at = place(first, "at", errors);
        Instant effective = effective(first, errors);
        isThere(first, "reason", errors);
        same(key, rows, List.of("shipment", "reason", "at", EFFECTIVE), errors);
        FileFields fields = new FileFields(services().companies(), errors);
        List<Line> lines = new ArrayList<>();
        List<Decided> decided = new ArrayList<>();
        List<Integer> rowOf = new ArrayList<>();
        Map<LineId, BigDecimal> taken = new HashMap<>();
        // what came by this very return before counts as not come back: the same file again names the same lines
        known(key).flatMap(services().documents()::get).ifPresent(own -> own.lines().forEach(line -> line.source()
            .ifPresent(from -> taken.merge(from, line.done(Step.RECEIVED).negate(), BigDecimal::add))));
        for (int i = 0; i < rows.size(); i++) {
            ImportRow row = rows.get(i);
            List<Line> of = shipment.map(one -> lines(row, one, taken, errors)).orElse(List.of());
            Optional<Decided> decision = decision(row, first, fields, errors);
            for (Line line : of) {
                lines.add(line);
                rowOf.add(i + 1);
                decision.ifPresent(one -> decided.add(new Decided(lines.size(), line.quantity().amount(),
                    one.decision(), one.to(), one.refund(), one.note())));
            }
        }
        return errors.count() > before ? Optional.empty() : Optional.of(new Back(new Announcement(key,
            shipment.map(Document::id), PartnerId.SELF, first.get("reason"), lines, effective), at, decided, rowOf));
    }

    /** The line of the shipment that a row names, or those of its item, as much as can still come back of each. */
    private static List<Line> lines(ImportRow row, Document shipment, Map<LineId, BigDecimal> taken,
        RowErrors errors) {
        Optional<BigDecimal> amount = number(row, "quantity", errors);
        if (!row.has("item")) {
            Optional<DocumentLine> named = isThere(row, "line", errors) ? line(row, "line", shipment, errors)
                : Optional.empty();
            return named.isEmpty() || amount.isEmpty() ? List.of()
                : line(row, named.get(), amount.get(), errors).stream().toList();
        }
        List<DocumentLine> candidates = shipment.lines().stream()
            .filter(one -> one.item().equals(row.get("item")))
            .filter(one -> !row.has("line") || row.get("line").equals(Integer.toString(one.line()))).toList();
        if (candidates.isEmpty()) {
            errors.add(row, "item", Refusal.of(FulfilmentRefusal.NOT_IN_SHIPMENT, row.get("item"), shipment.number())
                .hint("Name an item that was shipped, or the line."));
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        BigDecimal left = amount.orElse(BigDecimal.ZERO);
        for (DocumentLine one : candidates) {
            BigDecimal can = one.quantity().amount().subtract(one.done(Step.RETURNED))
                .subtract(taken.getOrDefault(one.id(), BigDecimal.ZERO)).max(BigDecimal.ZERO);
            // what is too much is left to the last line, which refuses it
            BigDecimal part = one == candidates.getLast() ? left : left.min(can);
            if (part.signum() != 0) {
                taken.merge(one.id(), part, BigDecimal::add);
                left = left.subtract(part);
                line(row, one, part, errors).ifPresent(lines::add);
            }
        }
        return lines;
    }

    private static Optional<Line> line(ImportRow row, DocumentLine line, BigDecimal amount, RowErrors errors) {
        return errors.value(row, "quantity", Quantity.checked(amount, line.quantity().unit()))
            .map(quantity -> Line.of(line.line(), quantity));
    }

    /** What a row decides, without line and quantity. */
    private Optional<Decided> decision(ImportRow row, ImportRow first, FileFields fields, RowErrors errors) {
        boolean refund = fields.flag(row, "refund", false);
        Optional<LocationId> to = place(row, "to", errors);
        String word = row.get("decide").toUpperCase(Locale.ROOT);
        if (word.isEmpty()) {
            if (refund || row.has("to")) {
                isThere(row, "decide", errors);
            }
            return Optional.empty();
        }
        Optional<Decision> found = Arrays.stream(Decision.values()).filter(one -> one.name().equals(word)).findFirst();
        if (found.isEmpty()) {
            errors.add(row, "decide", Refusal.of(CatalogRefusal.UNKNOWN_VALUE, row.get("decide"), "decision")
                .hint("Write restock, scrap or repair."));
        } else if (!first.has("at")) {
            errors.add(row, "at", Refusal.of(CatalogRefusal.MISSING, "at")
                .hint("Only what came is decided about: say where it lies."));
        }
        return found.map(decision -> new Decided(0, BigDecimal.ZERO, decision, to, refund,
            row.has("note") ? row.get("note") : first.get("reason")));
    }

}
