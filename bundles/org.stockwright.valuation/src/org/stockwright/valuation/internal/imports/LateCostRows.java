package org.stockwright.valuation.internal.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.CostFileRefusal;
import org.stockwright.valuation.LateCosts.Basis;
import org.stockwright.valuation.LateCosts.Request;
import org.stockwright.valuation.LateCosts.Target;

/**
 * The late costs that a file says. Rows with the same key are one: the first has the amounts, each names a document, and
 * what else the others say has to be the same.
 */
final class LateCostRows {

    private static final Map<String, Basis> BASES = Arrays.stream(Basis.values())
        .collect(Collectors.toMap(basis -> basis.name().toLowerCase(Locale.ROOT), Function.identity()));
    private static final List<String> AMOUNTS = List.of("material", "freight", "labour", "overhead");
    private static final List<String> SHARED = List.of("effective", "by", "reference", "reason");

    private final Cells cells;
    private final RowErrors errors;
    private final Map<String, Group> groups = new LinkedHashMap<>();

    /** The rows of one late cost. */
    private static final class Group {

        private final List<ImportRow> rows = new ArrayList<>();
        private final List<Target> targets = new ArrayList<>();
        private Instant effective;
        private Basis basis;
        private Cost amount;

    }

    LateCostRows(Cells cells, RowErrors errors) {
        this.cells = cells;
        this.errors = errors;
    }

    /** Takes a row. */
    void add(ImportRow row) {
        Group group = groups.computeIfAbsent(row.get("key"), key -> new Group());
        boolean first = group.rows.isEmpty();
        group.rows.add(row);
        Optional<Integer> line = line(row);
        group.targets.add(new Target(row.get("document"), line, Optional.empty()));
        if (first) {
            head(row, group);
        } else {
            follow(row, group.rows.getFirst());
        }
    }

    private void head(ImportRow row, Group group) {
        cells.instant(row, "effective").ifPresent(instant -> group.effective = instant);
        if (!row.has("effective")) {
            errors.add(row, "effective", Refusal.of(CatalogRefusal.MISSING, "effective")
                .hint("The first row of a key needs it: the same file means the same instant the next time, too."));
        }
        group.basis = cells.word(row, "by", "basis", BASES).orElse(Basis.VALUE);
        group.amount = cells.parts(row);
        if (!Cells.hasParts(row)) {
            errors.add(row, "material", Refusal.of(CostFileRefusal.AMOUNT_MISSING)
                .hint("Write material, freight, labour or overhead in the first row of a key."));
        }
    }

    private void follow(ImportRow row, ImportRow first) {
        AMOUNTS.stream().filter(row::has).findFirst().ifPresent(column -> errors.add(row, column,
            Refusal.of(CostFileRefusal.AMOUNTS_TWICE, row.get("key"), first.line())
                .hint("Leave them empty here: one amount is split over all documents of the key.")));
        SHARED.stream().filter(row::has).filter(column -> !row.get(column).equals(first.get(column)))
            .forEach(column -> errors.add(row, column,
                Refusal.of(CostFileRefusal.DIFFERS, row.get("key"), column, first.line())
                    .hint("Rows with the same key are one late cost: leave it empty, or take another key.")));
    }

    private Optional<Integer> line(ImportRow row) {
        String text = row.get("line");
        if (text.isEmpty() || text.matches("[1-9]\\d{0,8}")) {
            return text.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(text));
        }
        errors.add(row, "line", Refusal.of(CostFileRefusal.NOT_A_LINE, text)
            .hint("Write 1 or more, or leave it empty for all lines that brought goods in."));
        return Optional.empty();
    }

    /** Takes the late costs of which no row is wrong; of the others, rows in which nothing is wrong are told, too. */
    void into(RowBatch<Request> batch) {
        Set<Long> wrong = errors.list().stream().map(refusal -> refusal.place().line()).collect(Collectors.toSet());
        groups.forEach((key, group) -> {
            Optional<ImportRow> refused = group.rows.stream().filter(row -> wrong.contains(row.line())).findFirst();
            if (refused.isPresent()) {
                group.rows.stream().filter(row -> !wrong.contains(row.line()))
                    .forEach(row -> errors.add(row, "key", RowBatch.partRefused(refused.get())));
            } else {
                ImportRow first = group.rows.getFirst();
                batch.add(group.rows, new Request(key, group.effective, group.targets, group.amount, group.basis,
                    first.get("reference"), first.get("reason")));
            }
        });
    }

}
