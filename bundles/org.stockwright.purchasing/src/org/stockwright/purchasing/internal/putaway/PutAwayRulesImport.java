package org.stockwright.purchasing.internal.putaway;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Decimals;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.HandlingClass;
import org.stockwright.catalog.ItemFinder;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Units;
import org.stockwright.exchange.spi.FileWords;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.purchasing.PutAway.Rule;
import org.stockwright.purchasing.ReceivingPermission;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/** Rules of put-away from a file. */
@Component
public final class PutAwayRulesImport implements ImportKind {

    private static final int HUNDRED = 100;

    private final UnitOfWork work;
    private final Locations locations;
    private final Items items;
    private final Units units;

    @Activate
    public PutAwayRulesImport(@Reference UnitOfWork work, @Reference Locations locations, @Reference Items items,
        @Reference Units units) {
        this.work = work;
        this.locations = locations;
        this.items = items;
        this.units = units;
    }

    @Override
    public String id() {
        return "put-away-rules";
    }

    @Override
    public String title() {
        return "Put-away rules";
    }

    @Override
    public String permission() {
        return ReceivingPermission.RULES;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(required("rule", "code of the rule"),
            required("priority", "whole number; the lower, the earlier the rule is tried"),
            optional("item", "code of the only item that it is for"),
            optional("category", "path of the only category that it is for, parts included"),
            optional("abc_class", "A, B or C: the only class that it is for"),
            optional("temperature_class", "the only temperature class that it is for"),
            optional("hazard_class", "the only class of dangerous goods that it is for"),
            required("target", "code of the bin, or of the place whose bins are meant"),
            optional("fixed", "whether only bins are used that are fixed to the item: yes or no; empty: no"),
            optional("consolidate", "whether bins with the same item come first: yes or no; empty: yes"),
            optional("fill_percent", "how much of a bin's capacity is used, 1 to 100; empty: 100"));
    }

    @Override
    public ImportResult run(List<ImportRow> rows, ImportMode mode, Progress progress) {
        progress.begin("Checking rules", rows.size());
        RowErrors errors = new RowErrors();
        ItemFinder finder = new ItemFinder(items, units, rows);
        List<Rule> rules = new ArrayList<>();
        Map<String, ImportRow> seen = new HashMap<>();
        for (ImportRow row : rows) {
            progress.check();
            int before = errors.count();
            rule(row, finder, errors).filter(rule -> errors.count() == before).ifPresent(rule -> {
                if (seen.putIfAbsent(rule.code(), row) == null) {
                    rules.add(rule);
                } else {
                    errors.add(row, "rule", Refusal.of(CatalogRefusal.CODE_TAKEN, rule.code(),
                        "the rule in line " + seen.get(rule.code()).line()).hint("Give it another code."));
                }
            });
            progress.worked(1);
        }
        boolean nothing = mode == ImportMode.ALL_OR_NOTHING && errors.count() > 0;
        UnitOfWork.Work<Outcome<Integer>> storing = transaction -> Outcome.done(nothing ? 0 : save(transaction, rules));
        int stored = (mode == ImportMode.DRY_RUN ? work.attempt(storing) : work.write(storing)).value();
        return new ImportResult(rows.size(), stored, nothing ? 0 : rules.size() - stored, errors.list(), List.of());
    }

    private static int save(Transaction transaction, List<Rule> rules) throws java.sql.SQLException {
        return rules.isEmpty() ? 0 : new RuleRows(transaction).save(rules);
    }

    private Optional<Rule> rule(ImportRow row, ItemFinder finder, RowErrors errors) {
        Optional<Integer> priority = whole(row, "priority", errors);
        Optional<ItemId> item = row.has("item")
            ? errors.value(row, "item", finder.find(row.get("item"))).map(found -> found.item().id())
            : Optional.empty();
        Optional<LocationId> target = errors.value(row, "target", locations.byCode(row.get("target"))
            .map(Location::id).map(Outcome::done).orElseGet(() -> Outcome.refused(Refusal
                .of(LedgerRefusal.UNKNOWN_LOCATION, row.get("target")).hint("Import the location first."))));
        Optional<Integer> fill = row.has("fill_percent") ? whole(row, "fill_percent", errors) : Optional.of(HUNDRED);
        boolean fixed = flag(row, "fixed", false, errors);
        boolean consolidate = flag(row, "consolidate", true, errors);
        String abc = word(row, "abc_class", errors);
        String temperature = word(row, "temperature_class", errors);
        String hazard = word(row, "hazard_class", errors);
        if (priority.isEmpty() || target.isEmpty() || fill.isEmpty()) {
            return Optional.empty();
        }
        Rule rule = new Rule(row.get("rule"), priority.get(), item, row.get("category"), abc, temperature, hazard,
            target.get(), fixed, consolidate, fill.get());
        Optional<Refusal> wrong = RuleRows.wrong(rule,
            place -> locations.get(place).filter(one -> one.kind().isKept()).isPresent());
        wrong.ifPresent(refusal -> errors.add(row, "rule", refusal));
        return wrong.isPresent() ? Optional.empty() : Optional.of(rule);
    }

    private static Optional<Integer> whole(ImportRow row, String column, RowErrors errors) {
        return errors.value(row, column, Decimals.parse(row.get(column)).then(number -> {
            try {
                return Outcome.done(number.intValueExact());
            } catch (ArithmeticException e) {
                // a number with decimals, or one that is far too large
                return Outcome.refused(Refusal.of(CatalogRefusal.OUT_OF_RANGE, column, row.get(column),
                    "a whole number").hint("Write a whole number."));
            }
        }));
    }

    private static boolean flag(ImportRow row, String column, boolean otherwise, RowErrors errors) {
        if (!row.has(column)) {
            return otherwise;
        }
        Boolean flag = FileWords.YES_OR_NO.get(row.get(column).toLowerCase(Locale.ROOT));
        if (flag == null) {
            errors.add(row, column, Refusal.of(CatalogRefusal.UNKNOWN_VALUE, row.get(column), "yes or no")
                .hint("Write yes or no."));
        }
        return flag != null && flag;
    }

    private static String word(ImportRow row, String column, RowErrors errors) {
        return errors.value(row, column, HandlingClass.parse(column, row.get(column))).orElse("");
    }

}
