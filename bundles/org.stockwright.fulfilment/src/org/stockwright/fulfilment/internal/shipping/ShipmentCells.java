package org.stockwright.fulfilment.internal.shipping;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Documents;
import org.stockwright.exchange.spi.FileInstants;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.fulfilment.FulfilmentRefusal;

/** Reads what the rows of files say of goods that left: of which order, by whom, when. For one shipment. */
public final class ShipmentCells {

    private final Documents documents;
    private final Partners partners;
    private final CompanyProfiles companies;
    private final RowErrors errors;

    /** What is wrong is told to the errors. */
    public ShipmentCells(Documents documents, Partners partners, CompanyProfiles companies, RowErrors errors) {
        this.documents = documents;
        this.partners = partners;
        this.companies = companies;
        this.errors = errors;
    }

    /** The order that a row names. */
    public Optional<Document> order(ImportRow row, String example) {
        return errors.value(row, "order", documents.find(row.get("order")).map(Outcome::done)
            .orElseGet(() -> Outcome.refused(Refusal.of(DocumentRefusal.UNKNOWN_DOCUMENT, row.get("order"))
                .hint("Write its number, such as " + example + "."))));
    }

    /** The line of an order that a row names; nothing when it names none. */
    public Optional<DocumentLine> line(ImportRow row, Document order) {
        if (!row.has("line")) {
            return Optional.empty();
        }
        Optional<DocumentLine> line = order.lines().stream()
            .filter(one -> row.get("line").equals(Integer.toString(one.line()))).findFirst();
        if (line.isEmpty()) {
            errors.add(row, "line", Refusal.of(DocumentRefusal.UNKNOWN_LINE, order.number(), row.get("line"))
                .hint("It has the lines 1 to " + order.lines().size() + "."));
        }
        return line;
    }

    /** The carrier that a row names; {@link PartnerId#SELF} when it names none. */
    public PartnerId carrier(ImportRow row) {
        return !row.has("carrier") ? PartnerId.SELF
            : errors.value(row, "carrier", partners.byCode(row.get("carrier")).map(Partner::id).map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.of(FulfilmentRefusal.NOT_A_CARRIER, row.get("carrier"))
                    .hint("Import the partner first, with the role carrier."))))
                .orElse(PartnerId.SELF);
    }

    /** When it left; what is usual when the row does not say. */
    public Instant effective(ImportRow row, Instant usual) {
        return row.has("effective")
            ? errors.value(row, "effective", instants().parse(row.get("effective"))).orElse(usual) : usual;
    }

    /** How instants are written in the company's zone. */
    private FileInstants instants() {
        ZoneId zone = companies.current().map(CompanyProfile::zone).orElse(ZoneOffset.UTC);
        return new FileInstants(zone);
    }

    /** Refuses rows that say something else of their shipment than the first one. */
    public void same(String key, List<ImportRow> rows, List<String> columns) {
        ImportRow first = rows.getFirst();
        for (ImportRow row : rows) {
            for (String same : columns) {
                if (row.has(same) && !row.get(same).equals(first.get(same))) {
                    errors.add(row, same, Refusal.of(CatalogRefusal.UNKNOWN_VALUE, row.get(same),
                        same + " of the shipment " + key).hint("Give the row a key of its own."));
                }
            }
        }
    }

}
