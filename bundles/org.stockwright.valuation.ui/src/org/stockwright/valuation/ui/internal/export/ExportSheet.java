package org.stockwright.valuation.ui.internal.export;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.stockwright.ui.grid.Column;
import org.stockwright.valuation.Accounts.Account;
import org.stockwright.valuation.Journal.Export;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;

/**
 * The lines of an export. No widgets; never changes.
 *
 * @param lines by day and account
 * @param figures how amounts are written
 */
record ExportSheet(List<Export> lines, Figures figures) {

    /** So many lines are shown before they are exported. */
    private static final int SHOWN = 200;

    /** Takes a copy, and fits the figures to the amounts. */
    ExportSheet {
        lines = List.copyOf(lines);
        figures = figures.fitting(lines.stream().flatMap(line -> Stream.of(line.debit(), line.credit())),
            Stream.empty());
    }

    /** The first lines. */
    List<Export> first() {
        return lines.subList(0, Math.min(SHOWN, lines.size()));
    }

    /** How many lines there are of which days, and what they come to. */
    String total() {
        if (lines.isEmpty()) {
            return Messages.Export_nothing;
        }
        LocalDate from = lines.stream().map(Export::day).min(LocalDate::compareTo).orElseThrow();
        LocalDate to = lines.stream().map(Export::day).max(LocalDate::compareTo).orElseThrow();
        String cut = lines.size() > SHOWN ? ' ' + NLS.bind(Messages.Export_cut, Integer.toString(SHOWN)) : ""; //$NON-NLS-1$
        return NLS.bind(lines.size() == 1 ? Messages.Export_totalOne : Messages.Export_total, new Object[] {
            Integer.toString(lines.size()), from, to, figures.money(sum(lines.stream().map(Export::debit))),
            figures.money(sum(lines.stream().map(Export::credit))) }) + cut;
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The columns of lines. */
    @SuppressWarnings("nls")
    static List<Column<Export>> columns(Supplier<Figures> figures) {
        return List.of(
            Column.<Export>text("entry", Messages.Column_entry, Export::entry).width(26),
            Column.<Export>text("day", Messages.Column_day, line -> line.day().toString()).width(12),
            Column.<Export>text("account", Messages.Column_account, Export::account).width(16),
            Column.<Export>text("costCentre", Messages.Column_costCentre, Export::costCentre).width(14),
            Column.<Export>number("debit", Messages.Column_debit, line -> amount(line.debit(), figures)).width(18),
            Column.<Export>number("credit", Messages.Column_credit, line -> amount(line.credit(), figures))
                .width(18));
    }

    private static BigDecimal amount(BigDecimal amount, Supplier<Figures> figures) {
        return amount.signum() == 0 ? null : figures.get().amount(amount);
    }

    /** The columns that say which account of the general ledger each of ours goes to. */
    @SuppressWarnings("nls")
    static List<Column<Account>> mapping() {
        return List.of(
            Column.<Account>text("account", Messages.Column_account, Account::code).width(16),
            Column.<Account>text("name", Messages.Column_name, Account::name).width(40),
            Column.<Account>text("external", Messages.Column_external,
                account -> account.external().isEmpty() ? account.code() : account.external()).width(28),
            Column.<Account>text("mapped", Messages.Column_mapping,
                account -> account.external().isEmpty() ? Messages.Export_ownCode : Messages.Export_mapped)
                .width(16));
    }

}
