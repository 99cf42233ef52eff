package org.stockwright.fulfilment.internal.packing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Decimals;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
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
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.PackingRules;
import org.stockwright.fulfilment.PackingRules.Rule;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/** Packing rules from a file. */
@Component
public final class PackingRulesImport implements ImportKind {

    private final PackingRules rules;
    private final Items items;
    private final Units units;
    private final Locations locations;

    /** Lives as long as the open book. */
    @Activate
    public PackingRulesImport(@Reference PackingRules rules, @Reference Items items, @Reference Units units,
        @Reference Locations locations) {
        this.rules = rules;
        this.items = items;
        this.units = units;
        this.locations = locations;
    }

    @Override
    public String id() {
        return "packing-rules";
    }

    @Override
    public String title() {
        return "Packing Rules";
    }

    @Override
    public String permission() {
        return FulfilmentPermission.RULES;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(required("rule", "code of the box or pallet, for typing and scanning"),
            optional("level", "2 for what holds goods (default), 3 for what holds boxes"),
            optional("item", "packing item of which one is used up for each unit: code, alias or barcode"),
            optional("material_place", "place that it is taken from; with an item"),
            optional("only_item", "the only item that it is for"),
            optional("least_units", "not used for less"), optional("most_units", "no more fit"),
            optional("most_weight", "kilograms of what it holds"), optional("most_volume", "litres of what it holds"),
            optional("tare", "kilograms of the empty box; default 0"),
            optional("outer_volume", "litres that it takes up itself"),
            optional("active", "whether it is used: yes (default) or no"));
    }

    /** A row that can be read. */
    private record Read(ImportRow row, Rule rule) {
    }

    @Override
    public ImportResult run(List<ImportRow> rows, ImportMode mode, Progress progress) {
        progress.begin("Checking rows", rows.size());
        RowErrors errors = new RowErrors();
        ItemFinder finder = new ItemFinder(items, units, rows);
        List<Rule> stored = rules.list();
        List<Read> read = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        long unchanged = 0;
        for (ImportRow row : rows) {
            progress.check();
            int before = errors.count();
            Rule rule = rule(row, errors, finder);
            if (!codes.add(rule.code())) {
                errors.add(row, "rule", Refusal.of(FulfilmentRefusal.BAD_PACKING_RULE, rule.code(),
                    "it stands there twice").hint("Delete one of the two rows."));
            }
            if (errors.count() == before) {
                if (stored.contains(rule)) {
                    unchanged++;
                } else {
                    read.add(new Read(row, rule));
                }
            }
            progress.worked(1);
        }
        boolean rehearsed = mode == ImportMode.DRY_RUN || mode == ImportMode.ALL_OR_NOTHING && errors.count() > 0;
        int done = store(read, errors, rehearsed, mode == ImportMode.KEEP_GOOD);
        return new ImportResult(rows.size(), mode == ImportMode.ALL_OR_NOTHING && errors.count() > 0 ? 0 : done,
            unchanged, errors.list().stream().sorted((one, other) -> Long.compare(one.place().line(),
                other.place().line())).toList(),
            List.of());
    }

    private int store(List<Read> read, RowErrors errors, boolean rehearsed, boolean keepGood) {
        List<Read> left = new ArrayList<>(read);
        while (!left.isEmpty()) {
            List<Rule> values = left.stream().map(Read::rule).toList();
            Outcome<Integer> outcome = rehearsed ? rules.rehearse(values) : rules.saveAll(values);
            if (outcome.isDone()) {
                return outcome.value();
            }
            List<Read> bad = outcome.refusals().stream().map(refusal -> left.get((int) refusal.place().line() - 1))
                .toList();
            for (int i = 0; i < bad.size(); i++) {
                errors.add(bad.get(i).row(), "rule", outcome.refusals().get(i));
            }
            if (!keepGood && !rehearsed) {
                return 0;
            }
            left.removeAll(bad);
        }
        return 0;
    }

    private Rule rule(ImportRow row, RowErrors errors, ItemFinder finder) {
        Optional<BigDecimal> level = number(row, "level", errors);
        Boolean active = FileWords.YES_OR_NO.get(row.get("active").toLowerCase(Locale.ROOT));
        if (row.has("active") && active == null) {
            errors.add(row, "active", Refusal.of(FulfilmentRefusal.BAD_PACKING_RULE, row.get("rule"),
                "'" + row.get("active") + "' is neither yes nor no").hint("Write yes or no."));
        }
        return new Rule(row.get("rule"), level.map(PackingRulesImport::small).orElse(PackingRules.BOX),
            item(row, "item", errors, finder), place(row, errors), item(row, "only_item", errors, finder),
            number(row, "least_units", errors), number(row, "most_units", errors), number(row, "most_weight", errors),
            number(row, "most_volume", errors), number(row, "tare", errors).orElse(BigDecimal.ZERO),
            number(row, "outer_volume", errors), active == null || active);
    }

    /** 0, which is no level, for what is none. */
    private static int small(BigDecimal number) {
        return number.compareTo(BigDecimal.TEN) < 0 && number.signum() > 0 && number.scale() <= 0
            ? number.intValueExact() : 0;
    }

    private static Optional<BigDecimal> number(ImportRow row, String column, RowErrors errors) {
        return row.has(column)
            ? errors.value(row, column, Decimals.parse(row.get(column))).map(BigDecimal::stripTrailingZeros)
            : Optional.empty();
    }

    private static Optional<ItemId> item(ImportRow row, String column, RowErrors errors, ItemFinder finder) {
        return row.has(column)
            ? errors.value(row, column, finder.find(row.get(column))).map(found -> found.item().id())
            : Optional.empty();
    }

    private Optional<LocationId> place(ImportRow row, RowErrors errors) {
        if (!row.has("material_place")) {
            return Optional.empty();
        }
        Optional<LocationId> place = locations.byCode(row.get("material_place")).map(Location::id);
        if (place.isEmpty()) {
            errors.add(row, "material_place", Refusal.of(LedgerRefusal.UNKNOWN_LOCATION, row.get("material_place"))
                .hint("Import the place first."));
        }
        return place;
    }

}
