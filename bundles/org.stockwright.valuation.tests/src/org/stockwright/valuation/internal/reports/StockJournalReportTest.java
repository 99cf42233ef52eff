package org.stockwright.valuation.internal.reports;

import java.sql.Statement;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

class StockJournalReportTest extends ReportWorld {

    private void aReceiptAndTwoIssues() {
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 10, "5"));
        done("I1", day(2), out("BOLT", 2));
        done("I2", day(9), out("BOLT", 3));
    }

    @Test
    void eachLineHasItsAccountsAndLateOnesSaySo() {
        aReceiptAndTwoIssues();
        done("R0", day(0.5), in("BOLT", 10, "3"));
        assertRows(stockJournal(), "journal", asked("from", "2025-10-09", "to", "2025-10-12"), "document", "item",
            "why",
            "debited", "credited", "amount", "total", "all").containsExactly(
                "I1 BOLT cost 5000 Cost of sales 1300 Inventory 10 8 2 entries",
                "I1 BOLT cost, put right 5000 Cost of sales 1300 Inventory -2 8 2 entries");
        assertRows(stockJournal(), "journal", asked("from", "2025-10-20"), "document").isEmpty();
    }

    @Test
    void accountsGoFromTheirOpeningToTheirClosingBalanceAndAllOfThemToNothing() {
        aReceiptAndTwoIssues();
        assertRows(stockJournal(), "accounts", asked("from", "2025-10-12"), "account", "name", "kind", "opening",
            "debit",
            "credit", "closing").containsExactly("1300 Inventory asset 40 0 15 25",
                "2150 Goods received, not invoiced liability -50 0 0 -50", "5000 Cost of sales expense 10 15 0 25");
        assertRows(stockJournal(), "accounts", asked("from", "2025-10-12"), "all_opening", "all_debit", "all_credit",
            "all_closing").containsOnly("0 15 15 0");
    }

    @Test
    void aSentenceSaysThatEverythingAgrees() {
        aReceiptAndTwoIssues();
        assertRows(stockJournal(), "tie_out", asked(), "compared", "subject", "by_stock", "by_books", "difference",
            "result").contains("Account 1300 Inventory 25 25 0 agrees", "Layers and stock on hand - 5 5 0 agrees");
        assertRows(stockJournal(), "tie_out", asked(), "statement", "sound").containsOnly(
            "Everything agrees: stock, its values, the journal and its accounts (8 checks). yes");
    }

    @Test
    void aSentenceSaysWhatDoesNotAgree() {
        aReceiptAndTwoIssues();
        falsify("UPDATE cost_head SET amount = amount + 1");
        assertRows(stockJournal(), "tie_out", asked(), "statement", "sound").containsOnly(
            "1 of 8 checks does not agree. The books need a look before anybody relies on them. no");
        assertRows(stockJournal(), "tie_out", asked(), "compared", "by_stock", "by_books", "difference", "result",
            "detail").contains("Stored values 26 25 1 differs BOLT: 26 / 25");
        falsify("UPDATE cost_head SET amount = amount - 1");
        assertThat(stockJournal().heading(asked("to", "2025-10-12")).scope())
            .isEqualTo("From the beginning to 2025-10-12 23:59");
    }

    private void falsify(String sql) {
        warehouse.work().write(transaction -> {
            try (Statement statement = transaction.connection().createStatement()) {
                statement.executeUpdate(sql);
            }
            return Outcome.done(Boolean.TRUE);
        }).value();
    }

}
