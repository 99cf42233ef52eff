package org.stockwright.ledger.internal.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.Partners;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.ledger.LedgerPermission;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.Locations.Draft;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/** The tree of places from a file; parents may stand anywhere in it. */
@Component
public final class LocationsImport implements ImportKind {

    private final Locations locations;
    private final Partners partners;

    @Activate
    public LocationsImport(@Reference Locations locations, @Reference Partners partners) {
        this.locations = locations;
        this.partners = partners;
    }

    @Override
    public String id() {
        return "locations";
    }

    @Override
    public String title() {
        return "Locations";
    }

    @Override
    public String permission() {
        return LedgerPermission.PLACES;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(required("location", "the code, unique"),
            optional("name", "default the code"),
            optional("parent", "the location that it is part of; default none"),
            optional("kind",
                "site, warehouse, zone, aisle, bin, production, transit, partner, supplier, customer, scrap, "
                    + "count-difference; default bin, or warehouse without a parent"),
            optional("pick_sequence", "the order of visiting bins: a whole number"),
            optional("partner", "whose place it is; default the company itself"));
    }

    @Override
    public ImportResult run(List<ImportRow> rows, ImportMode mode, Progress progress) {
        progress.begin("Checking rows", rows.size());
        RowErrors errors = new RowErrors();
        LocationRows checked = new LocationRows(locations, partners, errors);
        Map<ImportRow, Draft> drafts = checked.read(rows);
        progress.worked(rows.size());
        progress.check();
        List<ImportRow> changed = new ArrayList<>();
        drafts.forEach((row, draft) -> {
            if (!checked.isUnchanged(draft)) {
                changed.add(row);
            }
        });
        long unchanged = drafts.size() - changed.size();
        boolean rehearsed = mode == ImportMode.DRY_RUN || mode == ImportMode.ALL_OR_NOTHING && errors.count() > 0;
        long stored = store(changed, drafts, rehearsed || mode == ImportMode.KEEP_GOOD,
            rehearsed ? list -> locations.rehearse(list) : list -> locations.saveAll(list), errors);
        if (mode == ImportMode.ALL_OR_NOTHING && errors.count() > 0) {
            stored = 0;
        }
        List<Refusal> refusals = new ArrayList<>(errors.list());
        refusals.sort(Comparator.comparingLong(refusal -> refusal.place().line()));
        return new ImportResult(rows.size(), stored, unchanged, refusals, List.of());
    }

    /** Stores them; without those that are refused, and what is part of those, when good rows are to be kept. */
    private long store(List<ImportRow> rows, Map<ImportRow, Draft> drafts, boolean keepGood,
        Function<List<Draft>, Outcome<?>> storing, RowErrors errors) {
        List<ImportRow> left = new ArrayList<>(rows);
        if (keepGood) {
            dropOrphans(left, drafts, errors);
        }
        while (!left.isEmpty()) {
            Outcome<?> outcome = storing.apply(left.stream().map(drafts::get).toList());
            if (outcome.isDone()) {
                return left.size();
            }
            Set<Integer> bad = new TreeSet<>(Comparator.reverseOrder());
            for (Refusal refusal : outcome.refusals()) {
                int line = (int) refusal.place().line();
                if (line < 1 || line > left.size()) {
                    errors.list().add(refusal);
                    return 0;
                }
                bad.add(line - 1);
                errors.add(left.get(line - 1), column(refusal), refusal);
            }
            if (!keepGood || bad.isEmpty()) {
                return 0;
            }
            bad.forEach(index -> left.remove(index.intValue()));
            dropOrphans(left, drafts, errors);
        }
        return 0;
    }

    /** A place whose parent is not stored cannot be stored either: it has to say so. */
    private void dropOrphans(List<ImportRow> left, Map<ImportRow, Draft> drafts, RowErrors errors) {
        boolean again = true;
        while (again) {
            Set<String> coming = new HashSet<>();
            left.forEach(row -> coming.add(drafts.get(row).code()));
            again = left.removeIf(row -> {
                String parent = drafts.get(row).parent();
                boolean orphan = !parent.isEmpty() && !coming.contains(parent) && locations.byCode(parent).isEmpty();
                if (orphan) {
                    errors.add(row, "parent", Refusal.of(LedgerRefusal.UNKNOWN_LOCATION, parent)
                        .hint("Its own row is refused: mend that one."));
                }
                return orphan;
            });
        }
    }

    private static String column(Refusal refusal) {
        return switch (refusal.code().name()) {
            case "LOCATION_CYCLE", "UNKNOWN_LOCATION" -> "parent";
            case "LOCATION_IN_USE" -> "kind";
            default -> "location";
        };
    }

}
