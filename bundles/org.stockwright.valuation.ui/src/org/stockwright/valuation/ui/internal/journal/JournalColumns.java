package org.stockwright.valuation.ui.internal.journal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import org.stockwright.ui.grid.Column;
import org.stockwright.valuation.Journal.Balance;
import org.stockwright.valuation.JournalLine;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.Words;

/** The columns of the journal and of balances. */
@SuppressWarnings("nls")
public final class JournalColumns {

    private JournalColumns() {
    }

    /** Rows of the journal. */
    public static List<Column<JournalLine>> lines(Supplier<Figures> figures) {
        return List.of(
            Column.<JournalLine>number("id", Messages.Column_id, line -> BigDecimal.valueOf(line.id())).width(9),
            Column.<JournalLine, Instant>of("effective", Messages.Column_effective, JournalLine::effective,
                instant -> figures.get().minutes(instant)).width(17),
            Column.<JournalLine>text("kind", Messages.Column_kind, line -> Words.spoken(line.kind())).width(14),
            Column.<JournalLine>text("item", Messages.Column_item, JournalLine::item).width(14),
            Column.<JournalLine>text("debit", Messages.Column_debit,
                line -> account(line.debit(), line.debitName())).width(24),
            Column.<JournalLine>text("credit", Messages.Column_credit,
                line -> account(line.credit(), line.creditName())).width(24),
            Column.<JournalLine>number("amount", Messages.Column_amount, line -> figures.get().amount(line.amount()))
                .width(15).summed(),
            Column.<JournalLine>text("document", Messages.Column_document, JournalLine::document).width(16),
            Column.<JournalLine>text("reference", Messages.Column_reference, JournalLine::reference).width(18),
            Column.<JournalLine>text("correction", Messages.Column_correction,
                line -> line.repriced() ? Messages.Journal_correction : "").width(14),
            Column.<JournalLine>text("costCentre", Messages.Column_costCentre, JournalLine::costCentre).width(12),
            Column.<JournalLine>text("user", Messages.Column_user, JournalLine::user).width(10),
            Column.<JournalLine, Instant>of("recorded", Messages.Column_recorded, JournalLine::recorded,
                instant -> figures.get().seconds(instant)).width(19),
            Column.<JournalLine>number("movement", Messages.Column_movement,
                line -> line.movement() == 0 ? null : BigDecimal.valueOf(line.movement())).width(10).hidden());
    }

    private static String account(String code, String name) {
        return (code + ' ' + name).strip();
    }

    /** Balances of accounts. */
    public static List<Column<Balance>> balances(Supplier<Figures> figures) {
        return List.of(
            Column.<Balance>text("account", Messages.Column_account, Balance::account).width(14),
            Column.<Balance>text("name", Messages.Column_name, Balance::name).width(34),
            Column.<Balance>text("kind", Messages.Column_accountKind, balance -> Words.of(balance.kind())).width(14),
            Column.<Balance>number("debit", Messages.Column_debit, balance -> figures.get().amount(balance.debit()))
                .width(17).summed(),
            Column.<Balance>number("credit", Messages.Column_credit,
                balance -> figures.get().amount(balance.credit())).width(17).summed(),
            Column.<Balance>number("balance", Messages.Column_balance,
                balance -> figures.get().amount(balance.balance())).width(17).summed());
    }

}
