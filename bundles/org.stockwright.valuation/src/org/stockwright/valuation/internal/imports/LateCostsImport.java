package org.stockwright.valuation.internal.imports;

import java.util.List;
import java.util.stream.IntStream;

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
import org.stockwright.valuation.LateCosts.Request;
import org.stockwright.valuation.LateCosts.Target;
import org.stockwright.valuation.ValuationPermission;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/** Freight, duty and price changes that came after the goods, from a file. */
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
            optional("effective",
                "when it counts: a date (start of the day) or an instant, not before the receipts; the first row of a key "
                    + "needs it"),
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
            progress.worked(1);
        }
        RowBatch<Request> batch = new RowBatch<>(errors);
        file.into(batch);
        return batch.store(rows.size(), mode, new Storing(costs, progress));
    }

    /** How they are stored. */
    private static final class Storing implements RowBatch.Storing<Request> {

        private final LateCosts costs;
        private final Progress progress;

        Storing(LateCosts costs, Progress progress) {
            this.costs = costs;
            this.progress = progress;
        }

        @Override
        public Outcome<Integer> store(List<Request> values) {
            return costs.postAll(values, progress).map(receipts -> fresh(values, receipts));
        }

        @Override
        public Outcome<Integer> rehearse(List<Request> values) {
            return costs.rehearse(values, progress).map(receipts -> fresh(values, receipts));
        }

        /** How many rows were not posted before: each names one document. */
        private static int fresh(List<Request> values, List<Receipt> receipts) {
            return IntStream.range(0, values.size()).filter(i -> !receipts.get(i).repeated())
                .map(i -> values.get(i).targets().size()).sum();
        }

        @Override
        public int row(Request value, Refusal refusal) {
            List<String> names = value.targets().stream().map(Storing::name).toList();
            return refusal.arguments().stream().map(String::valueOf).map(names::indexOf).filter(index -> index >= 0)
                .findFirst().orElse(0);
        }

        private static String name(Target target) {
            return target.line().map(line -> target.document() + ", line " + line).orElse(target.document());
        }

        @Override
        public String column(Refusal refusal) {
            return switch (refusal.code().name()) {
                case "BAD_INSTANT", "PERIOD_CLOSED", "PERIOD_SOFT_CLOSED" -> "effective";
                case "BAD_AMOUNT", "REDUCED_BELOW_ZERO" -> "material";
                case "NO_BASIS" -> "by";
                case "NO_RECEIPT", "NO_RECEIPTS" -> "document";
                default -> "key";
            };
        }

    }

}
