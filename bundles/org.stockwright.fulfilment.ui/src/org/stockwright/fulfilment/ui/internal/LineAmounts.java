package org.stockwright.fulfilment.ui.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.stockwright.base.Decimals;
import org.stockwright.base.Outcome;
import org.stockwright.base.Unit;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.ui.Figures;
import org.stockwright.ui.Notices;

/** Lines of a document of which some are chosen, with how much of each: all that can be, when nothing else is typed. */
public final class LineAmounts {

    private static final int AMOUNT = 5;

    private final TickTable<Row> table;

    /**
     * A line.
     *
     * @param line the line
     * @param most how much of it can be chosen, in its base unit
     */
    public record Row(DocumentLine line, BigDecimal most) {

        /** The unit of the amounts. */
        public Unit unit() {
            return line.quantity().unit();
        }

    }

    /**
     * A line that was chosen.
     *
     * @param line the line
     * @param quantity how much of it, in its base unit
     */
    public record Chosen(DocumentLine line, BigDecimal quantity) {
    }

    /** A table; the last column has how much is chosen, and its title says of what. */
    public LineAmounts(Composite parent, String mostTitle, String amountTitle, List<Row> rows, boolean ticked) {
        table = new TickTable<Row>(parent, 700, 200, true).column(Messages.Lines_line, SWT.LEFT)
            .column(Messages.Field_item, SWT.LEFT).column(Messages.Fact_name, SWT.LEFT)
            .column(Messages.Field_lot, SWT.LEFT).column(mostTitle, SWT.RIGHT).column(amountTitle, SWT.RIGHT)
            .typed(NLS.bind(Messages.Lines_amount, amountTitle), AMOUNT);
        table.show(rows, row -> List.of(Integer.toString(row.line().line()), row.line().item(), row.line().itemName(),
            row.line().lot(), Figures.text(row.most()) + ' ' + row.unit().code(), Figures.text(row.most())),
            row -> ticked);
    }

    /** Runs when the user ticked or typed something. */
    public void onChange(Runnable listener) {
        table.onChange(listener);
    }

    /** Those that were ticked, or what is wrong with what was typed. */
    public Outcome<List<Chosen>> chosen() {
        List<Chosen> result = new ArrayList<>();
        for (Row row : table.ticked()) {
            Outcome<BigDecimal> amount = table.typedFor(row).map(Decimals::parse).orElse(Outcome.done(row.most()));
            if (!amount.isDone()) {
                return Outcome.refused(amount.refusals());
            }
            result.add(new Chosen(row.line(), amount.value()));
        }
        return Outcome.done(result);
    }

    /** Why what was chosen cannot be asked for; empty when it can. */
    public String problem() {
        Outcome<List<Chosen>> chosen = chosen();
        if (!chosen.isDone()) {
            return Notices.text(chosen.refusals());
        }
        if (chosen.value().isEmpty()) {
            return Messages.Lines_none;
        }
        return chosen.value().stream().flatMap(this::problem).findFirst().orElse(""); //$NON-NLS-1$
    }

    private Stream<String> problem(Chosen one) {
        BigDecimal most = table.rows().stream().filter(row -> row.line().equals(one.line())).map(Row::most).findFirst()
            .orElseThrow();
        return one.quantity().signum() > 0 && one.quantity().compareTo(most) <= 0 ? Stream.empty()
            : Stream.of(NLS.bind(Messages.Lines_tooMuch, new Object[] { Integer.valueOf(one.line().line()),
                Figures.text(most), one.line().quantity().unit().code() }));
    }

    /** Gives it the focus. */
    public void focus() {
        table.focus();
    }

}
