package org.stockwright.ledger.internal.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.ItemFinder;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.Units;
import org.stockwright.exchange.spi.FileInstants;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.ledger.Ledger;
import org.stockwright.ledger.LedgerPermission;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.internal.posting.EmptyPlaces;
import org.stockwright.persistence.UnitOfWork;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/**
 * What was there when the book was opened. The key of a row is made from what it names, so that the same file changes
 * nothing the second time, and another quantity for the same stock is refused.
 */
@Component
public final class OpeningStockImport implements ImportKind {

    private final UnitOfWork work;
    private final Ledger ledger;
    private final Locations locations;
    private final Items items;
    private final Units units;
    private final Partners partners;
    private final CompanyProfiles profiles;
    private final EmptyPlaces emptyPlaces;

    @Activate
    public OpeningStockImport(@Reference UnitOfWork work, @Reference Ledger ledger, @Reference Locations locations,
        @Reference Items items, @Reference Units units, @Reference Partners partners,
        @Reference CompanyProfiles profiles, @Reference EmptyPlaces emptyPlaces) {
        this.work = work;
        this.ledger = ledger;
        this.locations = locations;
        this.items = items;
        this.units = units;
        this.partners = partners;
        this.profiles = profiles;
        this.emptyPlaces = emptyPlaces;
    }

    @Override
    public String id() {
        return "opening-stock";
    }

    @Override
    public String title() {
        return "Opening stock";
    }

    @Override
    public String permission() {
        return LedgerPermission.POST;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(required("item", "code, alias or barcode"),
            required("location", "where it lies"),
            required("quantity", "0 or more; with 0 the item is listed at its place with nothing on hand"),
            optional("unit", "default the item's base unit, or the pack whose barcode it is"),
            optional("lot", "for items tracked by lot"),
            optional("serial", "for items tracked by serial number"),
            optional("owner", "partner; default the company itself"),
            optional("status", "quality status; default AVAILABLE"),
            optional("unit_cost", "per unit of the row, in the company's currency"),
            optional("effective", "since when it is there: a date (start of the day) or an instant; default now"));
    }

    @Override
    public ImportResult run(List<ImportRow> rows, ImportMode mode, Progress progress) {
        progress.begin("Checking rows", rows.size());
        RowErrors errors = new RowErrors();
        Postings postings = new Postings();
        FileInstants instants = new FileInstants(Zones.of(profiles));
        LineReader lines = new LineReader(new ItemFinder(items, units, rows), new PlaceFinder(locations), partners,
            new PriceReader(profiles.current(), List.of(), errors), errors);
        OpeningKeys keys = new OpeningKeys();
        List<Empty> empty = new ArrayList<>();
        for (ImportRow row : rows) {
            progress.check();
            int before = errors.count();
            Optional<Instant> effective = row.has("effective")
                ? errors.value(row, "effective", instants.parse(row.get("effective"))) : Optional.empty();
            boolean dated = errors.count() == before;
            Optional<MovementLine> line = lines.read(row, MovementKind.OPENING, "", "location", effective);
            if (line.isPresent() && dated) {
                String key = keys.next(line.get(), effective);
                if (line.get().quantity().isZero()) {
                    empty.add(new Empty(row, line.get()));
                } else {
                    postings.add(row, key, effective, line.get(), "");
                }
            }
            progress.worked(1);
        }
        ImportResult result = postings.post(ledger, work, rows.size(), empty.size(), errors, mode,
            OpeningStockImport::helped, progress);
        List<Empty> untracked = empty.stream().filter(each -> each.line.lot().isEmpty()).toList();
        boolean storing = mode == ImportMode.KEEP_GOOD || mode == ImportMode.ALL_OR_NOTHING && result.isClean();
        return storing && !untracked.isEmpty() ? listed(result, untracked) : result;
    }

    /** A row that says that an item is kept at a place where nothing of it lies yet. */
    private record Empty(ImportRow row, MovementLine line) {
    }

    /** Lists the items at their empty places; where that is refused, the row is told as a warning. */
    private ImportResult listed(ImportResult result, List<Empty> empty) {
        if (emptyPlaces.keep(empty.stream().map(Empty::line).toList()).isDone()) {
            return result;
        }
        List<Refusal> warnings = new ArrayList<>(result.warnings());
        for (Empty each : empty) {
            emptyPlaces.keep(List.of(each.line)).refusals()
                .forEach(refusal -> warnings.add(refusal.at(each.row.at("location"))));
        }
        return new ImportResult(result.rows(), result.stored(), result.unchanged(), result.refusals(), warnings);
    }

    private static Refusal helped(Refusal refusal) {
        if (refusal.code() != LedgerRefusal.KEY_REUSED_WITH_OTHER_CONTENT) {
            return refusal;
        }
        Refusal.Place place = refusal.place();
        return refusal.at(new Refusal.Place(place.source(), place.line(), "quantity")).hint(
            "The opening stock of this item at this place was posted with another quantity, unit or cost. Correct it by "
                + "an adjustment, or reverse that posting.");
    }

}
