package org.stockwright.valuation.ui.internal.period;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

import org.stockwright.ui.grid.Column;
import org.stockwright.valuation.TieOutRow;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.Words;

/** The columns of checks and of periods. */
@SuppressWarnings("nls")
public final class PeriodColumns {

    private PeriodColumns() {
    }

    /** Checks. */
    public static List<Column<TieOutRow>> checks(Supplier<Figures> figures) {
        return List.of(
            Column.<TieOutRow>text("state", Messages.Column_result,
                row -> row.agrees() ? Messages.TieOut_yes : Messages.TieOut_no).width(10),
            Column.<TieOutRow>text("check", Messages.Column_check, row -> Words.spoken(row.check())).width(26),
            Column.<TieOutRow>text("subject", Messages.Column_subject, TieOutRow::subject).width(16),
            Column.<TieOutRow>number("stock", Messages.Column_stock, row -> figures.get().amount(row.stock()))
                .width(17),
            Column.<TieOutRow>number("books", Messages.Column_books, row -> figures.get().amount(row.books()))
                .width(17),
            Column.<TieOutRow>number("difference", Messages.Column_difference,
                row -> figures.get().amount(row.difference())).width(15),
            Column.<TieOutRow>text("detail", Messages.Column_detail, TieOutRow::detail).width(60));
    }

    /** Decisions about periods. */
    public static List<Column<PeriodSheet.Row>> decisions(Supplier<Figures> figures) {
        return List.of(
            Column.<PeriodSheet.Row, LocalDate>of("lastDay", Messages.Column_lastDay, row -> row.period().lastDay(),
                LocalDate::toString).width(12),
            Column.<PeriodSheet.Row>text("state", Messages.Column_state, PeriodSheet.Row::state).width(14),
            Column.<PeriodSheet.Row>text("decision", Messages.Column_decision,
                row -> Words.spoken(row.decision().what())).width(14),
            Column.<PeriodSheet.Row, Instant>of("at", Messages.Column_at, row -> row.decision().at(),
                instant -> figures.get().seconds(instant)).width(19),
            Column.<PeriodSheet.Row>text("user", Messages.Column_user, row -> row.decision().user()).width(12),
            Column.<PeriodSheet.Row>text("reason", Messages.Column_reason, row -> row.decision().reason()).width(28),
            Column.<PeriodSheet.Row>number("items", Messages.Column_items,
                row -> row.isSealed() ? BigDecimal.valueOf(row.decision().items()) : null).width(9),
            Column.<PeriodSheet.Row>number("quantity", Messages.Column_quantities,
                row -> row.isSealed() ? row.decision().quantity() : null).width(14).hidden(),
            Column.<PeriodSheet.Row>number("value", Messages.Column_value,
                row -> row.isSealed() ? figures.get().amount(row.decision().value()) : null).width(17),
            Column.<PeriodSheet.Row>text("hash", Messages.Column_hash, row -> row.decision().hash()).width(66));
    }

}
