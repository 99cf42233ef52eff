package org.stockwright.documents.spi;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ConsumerType;
import org.stockwright.base.Decimals;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Documents;
import org.stockwright.exchange.spi.FileInstants;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.KeyedImport;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.persistence.UnitOfWork;

/**
 * Documents from a file, or steps of documents. What their rows have in common is read here: numbers of documents and lines,
 * places, quantities, when it was.
 *
 * @param <R> what is asked for by the rows of one document
 */
@ConsumerType
public abstract class DocumentImport<R> extends KeyedImport<R> {

    /** The column that says when something happened. */
    protected static final String EFFECTIVE = "effective";

    private final Services services;

    /** What documents in files speak of. */
    public record Services(UnitOfWork work, Documents documents, Locations locations, CompanyProfiles companies) {
    }

    /**
     * A kind.
     *
     * @param services what is looked up
     * @param lineColumn the column that refusals of a single row are shown at
     */
    protected DocumentImport(Services services, String lineColumn) {
        super(services.work(), lineColumn);
        this.services = services;
    }

    /** What is looked up. */
    protected final Services services() {
        return services;
    }

    /** Whether a document was made with this key before. */
    protected final boolean isKnown(String key) {
        return known(key).isPresent();
    }

    /** The document that was made with this key before. */
    protected final Optional<DocumentId> known(String key) {
        return services.work().read(transaction -> {
            try (PreparedStatement select = transaction.connection()
                .prepareStatement("SELECT id FROM document WHERE document_key = ?")) {
                select.setString(1, key);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(new DocumentId(row.getLong(1))) : Optional.empty();
                }
            }
        });
    }

    /** Whether a cell that is needed is filled; notes it when it is not. */
    protected static boolean isThere(ImportRow row, String column, RowErrors errors) {
        if (!row.has(column)) {
            errors.add(row, column, Refusal.of(CatalogRefusal.MISSING, column).hint("Fill the cell."));
        }
        return row.has(column);
    }

    /** Notes rows that say something else than the first row of their document. */
    protected static void same(String key, List<ImportRow> rows, List<String> columns, RowErrors errors) {
        ImportRow first = rows.getFirst();
        for (ImportRow row : rows) {
            for (String column : columns) {
                if (row.has(column) && !row.get(column).equals(first.get(column))) {
                    errors.add(row, column, Refusal.of(CatalogRefusal.UNKNOWN_VALUE, row.get(column),
                        column + " of " + key).hint("Give the row a key of its own."));
                }
            }
        }
    }

    /** The number in a cell, if it is filled. */
    protected static Optional<BigDecimal> number(ImportRow row, String column, RowErrors errors) {
        return row.has(column) ? errors.value(row, column, Decimals.parse(row.get(column))) : Optional.empty();
    }

    /** The place in a cell, if it is filled. */
    protected final Optional<LocationId> place(ImportRow row, String column, RowErrors errors) {
        return row.has(column) ? errors.value(row, column, services.locations().byCode(row.get(column))
            .map(Location::id).map(Outcome::done).orElseGet(() -> Outcome.refused(Refusal
                .of(LedgerRefusal.UNKNOWN_LOCATION, row.get(column)).hint("Import the location first."))))
            : Optional.empty();
    }

    /** The document whose number is in a cell, if it is filled. */
    protected final Optional<Document> document(ImportRow row, String column, RowErrors errors) {
        return row.has(column) ? errors.value(row, column, services.documents().find(row.get(column))
            .map(Outcome::done).orElseGet(() -> Outcome.refused(Refusal
                .of(DocumentRefusal.UNKNOWN_DOCUMENT, row.get(column)).hint("Write its number, such as SO-000042."))))
            : Optional.empty();
    }

    /** The line of a document whose number is in a cell, if it is filled. */
    protected static Optional<DocumentLine> line(ImportRow row, String column, Document document, RowErrors errors) {
        if (!row.has(column)) {
            return Optional.empty();
        }
        Optional<BigDecimal> number = number(row, column, errors);
        Optional<DocumentLine> line = number.flatMap(one -> document.lines().stream()
            .filter(each -> one.compareTo(BigDecimal.valueOf(each.line())) == 0).findFirst());
        if (number.isPresent() && line.isEmpty()) {
            errors.add(row, column, Refusal.of(DocumentRefusal.UNKNOWN_LINE, document.number(), row.get(column))
                .hint("It has the lines 1 to " + document.lines().size() + "."));
        }
        return line;
    }

    /** When it was, as the column {@value #EFFECTIVE} says; now when that is empty. */
    protected final Instant effective(ImportRow row, RowErrors errors) {
        Instant now = services.work().clock().instant();
        return row.has(EFFECTIVE)
            ? errors.value(row, EFFECTIVE, new FileInstants(zone()).parse(row.get(EFFECTIVE))).orElse(now) : now;
    }

    /** The company's time zone. */
    protected final ZoneId zone() {
        return services.companies().current().map(CompanyProfile::zone).orElse(ZoneOffset.UTC);
    }

}
