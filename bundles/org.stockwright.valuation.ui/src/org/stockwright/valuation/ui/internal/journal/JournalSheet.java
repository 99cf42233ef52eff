package org.stockwright.valuation.ui.internal.journal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.valuation.Journal;
import org.stockwright.valuation.Journal.Balance;
import org.stockwright.valuation.JournalLine;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;

/**
 * What the view of the journal shows: rows, and the balances of accounts by them. No widgets; never changes.
 *
 * @param lines the rows, at most {@value #LIMIT}
 * @param balances what the accounts come to
 * @param figures how amounts are written
 */
public record JournalSheet(List<JournalLine> lines, List<Balance> balances, Figures figures) {

    /** Nothing was asked yet. */
    public static final JournalSheet EMPTY = new JournalSheet(List.of(), List.of(), Figures.PLAIN);

    /** So many rows are shown at once. */
    static final int LIMIT = 10_000;

    /** Takes copies of the lists. */
    public JournalSheet {
        lines = List.copyOf(lines);
        balances = List.copyOf(balances);
        figures = figures.fitting(Stream.concat(lines.stream().map(JournalLine::amount),
            balances.stream().flatMap(balance -> Stream.of(balance.debit(), balance.credit(), balance.balance()))),
            Stream.empty());
    }

    /** Finds the item and asks the journal; in a job. */
    public static Outcome<JournalSheet> read(Journal journal, JournalQuestion question,
        Function<String, Outcome<ItemId>> items, Figures figures) {
        Outcome<Optional<ItemId>> item = question.item().isEmpty() ? Outcome.done(Optional.empty())
            : items.apply(question.item()).map(Optional::of);
        return item.map(question::query).map(
            query -> new JournalSheet(journal.lines(query, LIMIT), journal.balances(query), figures));
    }

    /** Whether there may be more rows than are shown. */
    public boolean isCut() {
        return lines.size() >= LIMIT;
    }

    /** What to know about the rows; empty when nothing. */
    public String remark() {
        return lines.isEmpty() ? Messages.Journal_none
            : isCut() ? NLS.bind(Messages.Journal_cut, Integer.toString(LIMIT)) : ""; //$NON-NLS-1$
    }

    /** What the accounts come to: debits equal credits, or somebody should look. */
    public String total() {
        if (balances.isEmpty()) {
            return ""; //$NON-NLS-1$
        }
        BigDecimal debits = balances.stream().map(Balance::debit).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal credits = balances.stream().map(Balance::credit).reduce(BigDecimal.ZERO, BigDecimal::add);
        return NLS.bind(Messages.Journal_total, figures.money(debits), figures.money(credits));
    }

}
