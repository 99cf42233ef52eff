package org.stockwright.fulfilment.internal.returns;

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

    /** A return as its rows tell it: announced, received at a place, decided about. */
    record Back(Announcement announcement, Optional<LocationId> at, List<Decided> decided) {
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
            required("line", "number of the shipment's line"),
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
        Outcome<Document> announced = returns.announce(asked);
        if (!announced.isDone()) {
            return Outcome.refused(announced.refusals());
        }
        Document made = announced.value();
        Outcome<Document> last = announced;
        if (back.at().isPresent()) {
            last = returns.receive(asked.key() + ":receive", made.id(), back.at().get(), List.of(), asked.effective());
        }
        if (last.isDone() && !back.decided().isEmpty()) {
            last = returns.decide(asked.key() + ":decide", made.id(), back.decided(), asked.effective());
        }
        return last.map(now -> new Made(isOlder(made.created()), List.of()));
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
        for (int i = 0; i < rows.size(); i++) {
            ImportRow row = rows.get(i);
            Optional<DocumentLine> line = shipment.flatMap(one -> line(row, "line", one, errors));
            Optional<BigDecimal> amount = number(row, "quantity", errors);
            if (line.isPresent() && amount.isPresent()) {
                errors.value(row, "quantity", Quantity.checked(amount.get(), line.get().quantity().unit()))
                    .ifPresent(quantity -> lines.add(Line.of(line.get().line(), quantity)));
            }
            decision(row, i + 1, amount, !first.get("at").isEmpty(), fields, errors).ifPresent(decided::add);
        }
        return errors.count() > before ? Optional.empty() : Optional.of(new Back(new Announcement(key,
            shipment.map(Document::id), PartnerId.SELF, first.get("reason"), lines, effective), at, decided));
    }

    private Optional<Decided> decision(ImportRow row, int line, Optional<BigDecimal> amount, boolean came,
        FileFields fields, RowErrors errors) {
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
        } else if (!came) {
            errors.add(row, "at", Refusal.of(CatalogRefusal.MISSING, "at")
                .hint("Only what came is decided about: say where it lies."));
        }
        return found.flatMap(decision -> amount.map(quantity -> new Decided(line, quantity, decision, to, refund,
            row.has("note") ? row.get("note") : row.get("reason"))));
    }

}
