package org.stockwright.valuation.ui.internal.journal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.ui.grid.Column;
import org.stockwright.valuation.Accounts;
import org.stockwright.valuation.Journal;
import org.stockwright.valuation.JournalLine;
import org.stockwright.valuation.Recorded;
import org.stockwright.valuation.ValuationRefusal;
import org.stockwright.valuation.ui.internal.Examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockwright.valuation.ui.internal.Examples.EURO;
import static org.stockwright.valuation.ui.internal.Examples.money;

class JournalSheetTest {

    private final List<Journal.Query> asked = new ArrayList<>();

    /** A journal of two rows. */
    private final Journal journal = new Journal() {

        @Override
        public List<JournalLine> lines(Query query, int limit) {
            asked.add(query);
            return List.of(Examples.line(1, 7, false), Examples.line(2, 7, true));
        }

        @Override
        public void each(Query query, Consumer<JournalLine> consumer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void eachOfSubLedger(Query query, Consumer<JournalLine> consumer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Balance> balances(Query query) {
            return List.of(new Balance("1400", "Stock", Accounts.Kind.ASSET, money("10"), money("6.2")),
                new Balance("5000", "Cost of sales", Accounts.Kind.EXPENSE, money("6.2"), money("10")));
        }

        @Override
        public Outcome<List<Export>> export(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Outcome<List<Export>> rehearseExport(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Export> exportOfDays(LocalDate first, LocalDate last) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Recorded<String>> exports() {
            throw new UnsupportedOperationException();
        }

    };

    private static Outcome<ItemId> find(String code) {
        return code.equals("BOLT") ? Outcome.done(new ItemId(1))
            : Outcome.refused(ValuationRefusal.UNKNOWN_ITEM, code);
    }

    private Outcome<JournalSheet> read(String item, String account) {
        return JournalSheet.read(journal,
            new JournalQuestion(Optional.of(Examples.NOON), Optional.empty(), Optional.empty(), item, account),
            JournalSheetTest::find, EURO);
    }

    @Test
    void anItemAndAnAccountNarrowTheRows() {
        assertThat(read(" BOLT ", " 1400 ").value().lines()).hasSize(2);
        assertThat(asked).containsExactly(new Journal.Query(Optional.of(Examples.NOON), Optional.empty(),
            Optional.of(new ItemId(1)), Optional.of("1400"), Optional.empty(), Optional.empty()));
    }

    @Test
    void theJournalBeginsWithTheLastMonth() {
        assertThat(JournalQuestion.begin(LocalDate.of(2026, 3, 31))).isEqualTo("2026-02-01");
    }

    @Test
    void nothingTypedAsksForAll() {
        read(" ", "");
        assertThat(asked.get(0).item()).isEmpty();
        assertThat(asked.get(0).account()).isEmpty();
    }

    @Test
    void anItemThatNobodyKnowsIsRefusedAndTheJournalIsNotAsked() {
        assertThat(read("BLOT", "").refusals()).extracting(refusal -> refusal.code())
            .containsExactly(ValuationRefusal.UNKNOWN_ITEM);
        assertThat(asked).isEmpty();
    }

    @Test
    void debitsStandBesideCredits() {
        assertThat(read("", "").value().total()).isEqualTo("Debits 16.20 EUR, credits 16.20 EUR");
    }

    @Test
    void aLongJournalSaysThatItIsCut() {
        JournalSheet many = new JournalSheet(
            Collections.nCopies(JournalSheet.LIMIT, Examples.line(1, 7, false)), List.of(), EURO);
        assertThat(many.remark()).startsWith("The first 10000 rows are shown.");
        assertThat(read("", "").value().remark()).isEmpty();
        assertThat(JournalSheet.EMPTY.remark()).isEqualTo("Nothing was booked that fits.");
    }

    @Test
    void aCorrectionIsMarkedInWords() {
        Column<JournalLine> column = JournalColumns.lines(() -> EURO).stream()
            .filter(each -> each.id().equals("correction")).findFirst().orElseThrow();
        assertThat(column.text(Examples.line(1, 7, true))).isEqualTo("Correction");
        assertThat(column.text(Examples.line(1, 7, false))).isEmpty();
    }

}
