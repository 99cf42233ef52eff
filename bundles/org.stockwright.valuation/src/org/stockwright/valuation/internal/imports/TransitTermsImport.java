package org.stockwright.valuation.internal.imports;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

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
import org.stockwright.valuation.TransitTerms;
import org.stockwright.valuation.TransitTerms.Direction;
import org.stockwright.valuation.TransitTerms.Incoterm;
import org.stockwright.valuation.TransitTerms.Point;
import org.stockwright.valuation.TransitTerms.Terms;
import org.stockwright.valuation.ValuationPermission;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/** Whose goods in places of transit are, from a file. */
@Component
public final class TransitTermsImport implements ImportKind {

    private static final Map<String, Direction> DIRECTIONS = words(Direction.values(), Direction::word);
    private static final Map<String, Incoterm> RULES = words(Incoterm.values(),
        rule -> rule.name().toLowerCase(Locale.ROOT));
    private static final Map<String, Point> POINTS = words(Point.values(), Point::word);

    private final TransitTerms terms;
    private final CompanyProfiles profiles;

    @Activate
    public TransitTermsImport(@Reference TransitTerms terms, @Reference CompanyProfiles profiles) {
        this.terms = terms;
        this.profiles = profiles;
    }

    private static <T> Map<String, T> words(T[] all, Function<T, String> word) {
        return Arrays.stream(all).collect(Collectors.toMap(word, Function.identity()));
    }

    @Override
    public String id() {
        return "transit-terms";
    }

    @Override
    public String title() {
        return "Transit Terms";
    }

    @Override
    public String permission() {
        return ValuationPermission.POLICIES;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(required("place", "code of a place of kind transit"),
            required("direction", "inbound (from a supplier), outbound (to a customer) or own"),
            optional("incoterm", "rule of Incoterms 2020: " + String.join(", ",
                Arrays.stream(Incoterm.values()).map(Incoterm::name).toList())),
            optional("owned_from", "from where goods are the buyer's, whatever the rule says: origin or destination"),
            optional("effective", "from when: a date (start of the day) or an instant; default always"));
    }

    @Override
    public ImportResult run(List<ImportRow> rows, ImportMode mode, Progress progress) {
        progress.begin("Checking rows", rows.size());
        RowErrors errors = new RowErrors();
        Cells cells = new Cells(profiles, errors);
        RowBatch<Terms> batch = new RowBatch<>(errors);
        Set<Terms> stored = holding(terms.list());
        for (ImportRow row : rows) {
            progress.check();
            int before = errors.count();
            Terms one = new Terms(row.get("place"),
                cells.word(row, "direction", "direction", DIRECTIONS).orElse(Direction.OWN),
                cells.word(row, "incoterm", "rule", RULES), cells.word(row, "owned_from", "point", POINTS),
                cells.instant(row, "effective"));
            if (errors.count() == before && batch.isFirst(row, "place", List.of(one.place(), one.from()))) {
                batch.add(row, one, stored.contains(one));
            }
            progress.worked(1);
        }
        return batch.store(rows.size(), mode, new Storing(terms, progress));
    }

    /** The last decision for a place and an instant holds. */
    private static Set<Terms> holding(List<TransitTerms.Decision> decisions) {
        return new HashSet<>(decisions.stream().map(TransitTerms.Decision::terms).collect(Collectors.toMap(
            one -> List.of(one.place(), one.from()), Function.identity(), (earlier, later) -> later)).values());
    }

    /** How they are stored. */
    private record Storing(TransitTerms terms, Progress progress) implements RowBatch.Storing<Terms> {

        @Override
        public Outcome<Integer> store(List<Terms> values) {
            return terms.set(values, progress);
        }

        @Override
        public Outcome<Integer> rehearse(List<Terms> values) {
            return terms.rehearse(values, progress);
        }

        @Override
        public String column(Refusal refusal) {
            return switch (refusal.code().name()) {
                case "BAD_TERMS" -> "incoterm";
                case "PERIOD_CLOSED" -> "effective";
                default -> "place";
            };
        }

    }

}
