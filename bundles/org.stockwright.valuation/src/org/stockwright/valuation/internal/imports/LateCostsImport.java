package org.stockwright.valuation.internal.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.valuation.LateCosts;
import org.stockwright.valuation.LateCosts.Receipt;
import org.stockwright.valuation.LateCosts.Target;
import org.stockwright.valuation.ValuationPermission;
import org.stockwright.valuation.internal.imports.LateCostRows.Entry;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/**
 * Freight, duty and price changes that came after the goods, from a file. All are checked first; then each is posted by
 * itself, so that a repetition of the file skips what was posted.
 */
@Component
public final class LateCostsImport implements ImportKind {

    private final LateCosts costs;
    private final CompanyProfiles profiles;

    @Activate
    public LateCostsImport(@Reference LateCosts costs, @Reference CompanyProfiles profiles) {
        this.costs = costs;
        this.profiles = profiles;
    }

    @Override
    public String id() {
        return "late-costs";
    }

    @Override
    public String title() {
        return "Late Costs";
    }

    @Override
    public String permission() {
        return ValuationPermission.COSTS;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(
            required("key", "made by the sender; rows with the same key are one late cost for several documents"),
            required("effective", "when it counts: a date (start of the day) or an instant, not before the receipts"),
            required("document", "key or number of the posting that brought the goods in"),
            optional("line", "only this line of it, from 1; default all"),
            optional("material", "in the company's currency; negative for a reduction; in the first row of a key"),
            optional("freight", "freight, duty and the like; in the first row of a key"),
            optional("labour", "in the first row of a key"), optional("overhead", "in the first row of a key"),
            optional("by", "how it is split over the goods: value, quantity, weight or volume; default value"),
            optional("reference", "the paper that it stands for"), optional("reason", "why, in words"));
    }

    @Override
    public ImportResult run(List<ImportRow> rows, ImportMode mode, Progress progress) {
        progress.begin("Checking rows", rows.size());
        RowErrors errors = new RowErrors();
        LateCostRows file = new LateCostRows(new Cells(profiles, errors), errors);
        for (ImportRow row : rows) {
            progress.check();
            file.add(row);
        }
        Tally tally = new Tally(errors);
        List<Entry> checked = new ArrayList<>();
        for (Entry entry : file.sound()) {
            progress.check();
            if (tally.take(entry, costs.preview(entry.request()))) {
                checked.add(entry);
            }
            progress.worked(entry.rows().size());
        }
        if (mode == ImportMode.KEEP_GOOD || mode == ImportMode.ALL_OR_NOTHING && errors.count() == 0) {
            tally = posted(checked, errors, progress);
        } else if (mode == ImportMode.ALL_OR_NOTHING) {
            tally.stored = 0;
        }
        List<Refusal> refusals = new ArrayList<>(errors.list());
        refusals.sort(Comparator.comparingLong(refusal -> refusal.place().line()));
        return new ImportResult(rows.size(), tally.stored, tally.unchanged, refusals, List.of());
    }

    private Tally posted(List<Entry> entries, RowErrors errors, Progress progress) {
        Tally tally = new Tally(errors);
        progress.begin("Posting", entries.size());
        for (Entry entry : entries) {
            progress.check();
            tally.take(entry, costs.post(entry.request()));
            progress.worked(1);
        }
        return tally;
    }

    /** What became of the rows. */
    private static final class Tally {

        private final RowErrors errors;
        private long stored;
        private long unchanged;

        Tally(RowErrors errors) {
            this.errors = errors;
        }

        boolean take(Entry entry, Outcome<Receipt> outcome) {
            outcome.refusals().forEach(refusal -> refuse(entry, refusal));
            if (outcome.isDone() && outcome.value().repeated()) {
                unchanged += entry.rows().size();
            } else if (outcome.isDone()) {
                stored += entry.rows().size();
            }
            return outcome.isDone();
        }

        private void refuse(Entry entry, Refusal refusal) {
            int target = target(entry, refusal);
            ImportRow row = entry.rows().get(target);
            errors.add(row, refusal.place().column().isEmpty() ? column(refusal) : refusal.place().column(), refusal);
            entry.rows().stream().filter(other -> other != row)
                .forEach(other -> errors.add(other, "key", LateCostRows.partRefused(row)));
        }

        /** The index of the row that it is about: by its line, or by the document that it names; else the first. */
        private static int target(Entry entry, Refusal refusal) {
            int line = (int) refusal.place().line();
            if (line >= 1 && line <= entry.rows().size()) {
                return line - 1;
            }
            List<String> documents = entry.request().targets().stream().map(Tally::name).toList();
            Optional<Integer> named = refusal.arguments().stream().map(String::valueOf).map(documents::indexOf)
                .filter(index -> index >= 0).findFirst();
            return named.orElse(0);
        }

        private static String name(Target target) {
            return target.line().map(line -> target.document() + ", line " + line).orElse(target.document());
        }

        private static String column(Refusal refusal) {
            return switch (refusal.code().name()) {
                case "KEY_REUSED", "BAD_KEY" -> "key";
                case "BAD_INSTANT", "PERIOD_CLOSED", "PERIOD_SOFT_CLOSED" -> "effective";
                case "BAD_AMOUNT", "REDUCED_BELOW_ZERO" -> "material";
                case "NO_BASIS" -> "by";
                case "NO_RECEIPT", "NO_RECEIPTS" -> "document";
                default -> "";
            };
        }

    }

}
