package org.stockwright.ledger.internal.imports;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.Units;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.ledger.FileRefusal;
import org.stockwright.ledger.Ledger;
import org.stockwright.ledger.LedgerPermission;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.MovementKind;
import org.stockwright.persistence.UnitOfWork;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/** The perpetual record: one movement per row, posted in the order of the file. */
@Component
public final class MovementsImport implements ImportKind {

    private static final Map<String, MovementKind> TYPES = Arrays.stream(MovementKind.values())
        .filter(kind -> kind != MovementKind.OPENING)
        .collect(Collectors.toMap(MovementKind::word, Function.identity()));
    private static final String TYPE_WORDS = Arrays.stream(MovementKind.values())
        .filter(kind -> kind != MovementKind.OPENING).map(MovementKind::word).collect(Collectors.joining(", "));

    private final UnitOfWork work;
    private final Ledger ledger;
    private final Locations locations;
    private final Items items;
    private final Units units;
    private final Partners partners;
    private final CompanyProfiles profiles;

    @Activate
    public MovementsImport(@Reference UnitOfWork work, @Reference Ledger ledger, @Reference Locations locations,
        @Reference Items items, @Reference Units units, @Reference Partners partners,
        @Reference CompanyProfiles profiles) {
        this.work = work;
        this.ledger = ledger;
        this.locations = locations;
        this.items = items;
        this.units = units;
        this.partners = partners;
        this.profiles = profiles;
    }

    @Override
    public String id() {
        return "movements";
    }

    @Override
    public String title() {
        return "Movements";
    }

    @Override
    public String permission() {
        return LedgerPermission.POST;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(required("key", "made by the sender, unique: posting the same row again is harmless"),
            optional("effective", "when it happened: a date (start of the day) or an instant; default now"),
            required("type", "one of " + TYPE_WORDS),
            required("item", "code, alias or barcode"),
            required("quantity", "positive; an adjustment may be negative: that much less was found"),
            optional("unit", "default the item's base unit, or the pack whose barcode it is"),
            optional("from", "location; default the one that the type implies"),
            optional("to", "location; default the one that the type implies"),
            optional("lot", "for items tracked by lot"),
            optional("serial", "for items tracked by serial number"),
            optional("owner", "partner; default the company itself"),
            optional("status", "quality status; default AVAILABLE"),
            optional("to_status", "quality status in which it arrives; default the same"),
            optional("unit_cost", "per unit of the row, in the company's currency"),
            optional("reference", "the paper that it stands for"),
            optional("reason", "why, in words"));
    }

    @Override
    public ImportResult run(List<ImportRow> rows, ImportMode mode, Progress progress) {
        progress.begin("Checking rows", rows.size());
        RowErrors errors = new RowErrors();
        Postings postings = new Postings();
        Instants instants = new Instants(Zones.of(profiles));
        LineReader lines = new LineReader(new ItemFinder(items, units, rows), new PlaceFinder(locations), partners,
            errors);
        Nearest nearest = new Nearest();
        for (ImportRow row : rows) {
            progress.check();
            Optional<MovementKind> kind = errors.value(row, "type", type(row.get("type"), nearest));
            int before = errors.count();
            Optional<Instant> effective = row.has("effective")
                ? errors.value(row, "effective", instants.parse(row.get("effective"))) : Optional.empty();
            boolean dated = errors.count() == before;
            // A row without a type is read as a transfer, which implies nothing, to tell what else is wrong with it.
            lines.read(row, kind.orElse(MovementKind.TRANSFER), "from", "to")
                .filter(line -> kind.isPresent() && dated)
                .ifPresent(line -> postings.add(row, row.get("key"), effective, line, row.get("reference")));
            progress.worked(1);
        }
        return postings.post(ledger, work, rows.size(), 0, errors, mode, refusal -> refusal, progress);
    }

    private static Outcome<MovementKind> type(String word, Nearest nearest) {
        MovementKind kind = TYPES.get(word.toLowerCase(Locale.ROOT).replace('_', '-'));
        return kind != null ? Outcome.done(kind) : Outcome.refused(Refusal.of(FileRefusal.UNKNOWN_TYPE, word)
            .hint(nearest.hint(word, TYPES.keySet(), "The types are " + TYPE_WORDS + ".")));
    }

}
