package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.ledger.Ledger;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.ValuePreview;
import org.stockwright.valuation.ValuePreview.Change;

import static org.assertj.core.api.Assertions.assertThat;

/** A file is previewed as a whole: what one row does is there for the next. */
class PreviewAllTest extends ValueWorld {

    private static PostingRequest request(String key, double day, MovementLine line) {
        return new PostingRequest(key, day(day), List.of(line), "", "", "");
    }

    private Outcome<ValuePreview> preview(List<PostingRequest> requests) {
        return world.service(Valuation.class).previewAll(requests, Progress.NONE);
    }

    /** Late receipts, and an issue that only they make possible. */
    private List<PostingRequest> file() {
        return List.of(request("L1", 1.5, in("BOLT", 10, "2")), request("L2", 1.6, in("BOLT", 10, "3")),
            request("L3", 1.7, out("BOLT", 25)), request("L4", 40, in("BOLT", 7, "4")),
            request("L5", 41, out("BOLT", 7)));
    }

    private void history() {
        method(CostMethod.FIFO);
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 10, "5"));
        done("R2", day(2), in("BOLT", 10, "6"));
        done("I1", day(3), out("BOLT", 5));
        done("I2", day(35), out("BOLT", 8));
    }

    @Test
    void rowsInfluenceEachOtherAndWhatIsToldIsWhatPostingThemDoes() {
        history();
        BigDecimal value = value("BOLT");
        BigDecimal sales = account("5000");
        Map<String, BigDecimal> before = byDocument();
        ValuePreview preview = preview(file()).value();
        assertThat(value("BOLT")).as("nothing is stored").isEqualByComparingTo(value);
        assertThat(journal()).as("nothing is stored").hasSize(4);
        assertThat(world.service(Ledger.class).postAll(file(), Ledger.BulkMode.ALL_OR_NOTHING, Progress.NONE).posted())
            .isEqualTo(5);
        assertThat(preview.stockValue()).isEqualByComparingTo(value("BOLT").subtract(value));
        assertThat(preview.costOfSales()).isEqualByComparingTo(account("5000").subtract(sales));
        Map<String, BigDecimal> after = byDocument();
        Map<String, BigDecimal> changed = new TreeMap<>();
        before.forEach((document, cost) -> {
            if (after.get(document).compareTo(cost) != 0) {
                changed.put(document, after.get(document).subtract(cost));
            }
        });
        assertThat(changed).isNotEmpty();
        Map<String, BigDecimal> told = new TreeMap<>();
        preview.changes().forEach(change -> told.merge(change.document(), change.difference(), BigDecimal::add));
        assertThat(told.keySet()).isEqualTo(changed.keySet());
        told.forEach((document, difference) -> assertThat(difference).as(document)
            .isEqualByComparingTo(changed.get(document)));
        assertThat(preview.changes()).extracting(Change::period).containsExactly("2025-10", "2025-11");
        assertThat(preview.periods()).extracting(ValuePreview.PeriodChange::period).containsExactly("2025-10",
            "2025-11");
        assertThat(preview.periods().stream().map(ValuePreview.PeriodChange::costOfSales)
            .reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(preview.costOfSales());
        assertThat(preview(file()).value().changes()).as("what was posted before changes nothing").isEmpty();
    }

    /** What issues cost, by document. */
    private Map<String, BigDecimal> byDocument() {
        Map<String, BigDecimal> result = new TreeMap<>();
        journal().forEach((key, amount) -> {
            String[] words = key.split(" ");
            if (words[2].equals("COST") && words[3].equals("5000")) {
                result.merge(words[0], amount, BigDecimal::add);
            }
        });
        result.keySet().removeIf(document -> document.startsWith("L"));
        return result;
    }

    @Test
    void manyRowsArePreviewedInOneTransaction() {
        history();
        List<PostingRequest> many = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            many.add(request("M" + i, 1.2 + i * 0.001, i % 2 == 0 ? in("BOLT", 2, "1") : out("BOLT", 2)));
        }
        ValuePreview preview = preview(many).value();
        BigDecimal value = value("BOLT");
        assertThat(world.service(Ledger.class).postAll(many, Ledger.BulkMode.ALL_OR_NOTHING, Progress.NONE).posted())
            .isEqualTo(700);
        assertThat(preview.stockValue()).isEqualByComparingTo(value("BOLT").subtract(value));
        assertThat(preview.changes()).extracting(Change::document).doesNotContain("M1").contains("I1");
    }

    @Test
    void aRowThatCannotBePostedIsNamed() {
        history();
        List<PostingRequest> file = new ArrayList<>(file());
        file.add(request("L6", 42, out("BOLT", 1000)));
        assertThat(preview(file).refusals()).singleElement()
            .satisfies(refusal -> assertThat(refusal.place().line()).isEqualTo(6));
    }

}
