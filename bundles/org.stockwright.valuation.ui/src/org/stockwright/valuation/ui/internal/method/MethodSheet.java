package org.stockwright.valuation.ui.internal.method;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.stockwright.ui.grid.Column;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.CostScope;
import org.stockwright.valuation.CostSettings;
import org.stockwright.valuation.CostSettings.Level;
import org.stockwright.valuation.CostSettings.Policy;
import org.stockwright.valuation.Recorded;
import org.stockwright.valuation.ui.internal.Effective;
import org.stockwright.valuation.ui.internal.Effective.State;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.Words;

/**
 * How cost flows, for what, from when; and which goods share one cost. No widgets; never changes.
 *
 * @param rows the company's methods first, then those of categories and of items; of each the newest first
 * @param scope which goods share one cost
 * @param scopeFixed whether that cannot be changed any more
 * @param figures how instants are written
 */
record MethodSheet(List<Effective<Policy>> rows, CostScope scope, boolean scopeFixed, Figures figures) {

    /** Nothing was read yet. */
    static final MethodSheet EMPTY = new MethodSheet(List.of(), CostScope.COMPANY, true, Figures.PLAIN);

    private static final Policy FIRST = new Policy(Level.COMPANY, "", CostMethod.AVERAGE, Optional.empty()); //$NON-NLS-1$

    /** Takes a copy of the list. */
    MethodSheet {
        rows = List.copyOf(rows);
    }

    /** Reads what was decided. */
    static MethodSheet read(CostSettings settings, Figures figures, Instant now) {
        return of(settings.policyHistory(), settings.scope(), settings.isScopeFixed(), figures, now);
    }

    /** What was decided, in the order of recording; before all that it was the moving average. */
    static MethodSheet of(List<Recorded<Policy>> history, CostScope scope, boolean scopeFixed, Figures figures,
        Instant now) {
        List<Recorded<Policy>> all = new ArrayList<>();
        all.add(new Recorded<>(FIRST, Instant.EPOCH, "")); //$NON-NLS-1$
        all.addAll(history);
        List<Effective<Policy>> rows = Effective
            .of(all, Policy::from, policy -> List.of(policy.level(), policy.subject()), now).stream()
            .sorted(Comparator.comparing((Effective<Policy> row) -> row.what().level())
                .thenComparing(row -> row.what().subject())
                .thenComparing(row -> row.from().orElse(Instant.MIN), Comparator.reverseOrder()))
            .toList();
        return new MethodSheet(rows, scope, scopeFixed, figures);
    }

    /** Which goods share one cost, and whether that can be changed. */
    String scopeText() {
        return Words.of(scope) + (scopeFixed ? Messages.Method_scopeFixed : ""); //$NON-NLS-1$
    }

    /** What to know about the rows; empty when nothing. */
    String remark() {
        return rows.stream().filter(row -> row.state() != State.SUPERSEDED)
            .anyMatch(row -> row.what().method() == CostMethod.LIFO) ? Messages.Method_lifoRemark : ""; //$NON-NLS-1$
    }

    /** The columns of decisions. */
    @SuppressWarnings("nls")
    static List<Column<Effective<Policy>>> columns(Supplier<Figures> figures) {
        return Stream.concat(Stream.of(
            Column.<Effective<Policy>>text("level", Messages.Column_level, row -> Words.of(row.what().level()))
                .width(12),
            Column.<Effective<Policy>>text("subject", Messages.Column_subject, row -> row.what().subject()).width(30),
            Column.<Effective<Policy>>text("method", Messages.Column_method, row -> Words.of(row.what().method()))
                .width(14),
            Effective.<Policy>fromColumn(figures)), Effective.<Policy>recordedColumns(figures).stream()).toList();
    }

}
