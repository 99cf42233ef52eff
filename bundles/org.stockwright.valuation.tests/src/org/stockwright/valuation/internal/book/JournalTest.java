package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Progress;
import org.stockwright.valuation.Accounts;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.CostReasons;
import org.stockwright.valuation.Journal;
import org.stockwright.valuation.JournalLine;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.ValuePreview;
import org.stockwright.valuation.ValueQuery;

import static org.assertj.core.api.Assertions.assertThat;

class JournalTest extends ValueWorld {

    private Journal journalOf() {
        return world.service(Journal.class);
    }

    private static BigDecimal sum(List<Journal.Export> lines) {
        return lines.stream().map(line -> line.debit().subtract(line.credit())).reduce(BigDecimal.ZERO,
            BigDecimal::add);
    }

    @Test
    void anExportIsBalancedToTheCentRepeatableAndCarriesWhatWasRoundedAway() {
        warehouse.items("BOLT");
        for (int i = 0; i < 5; i++) {
            done("R" + i, day(1 + i * 0.01), in("BOLT", 1, "0.333"));
        }
        List<Journal.Export> first = journalOf().export("E1").value();
        assertThat(first).isNotEmpty().allMatch(line -> line.debit().scale() <= 2);
        assertThat(sum(first)).isEqualByComparingTo("0");
        assertThat(first.stream().filter(line -> line.account().equals("1300")).map(Journal.Export::debit)
            .reduce(BigDecimal.ZERO, BigDecimal::add)).isBetween(new BigDecimal("1.66"), new BigDecimal("1.67"));
        done("R9", day(2), in("BOLT", 1, "0.333"));
        assertThat(journalOf().export("E1").value()).isEqualTo(first);
        List<Journal.Export> second = journalOf().export("E2").value();
        assertThat(second.stream().filter(line -> line.account().equals("1300")).map(Journal.Export::debit)
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .add(first.stream().filter(line -> line.account().equals("1300")).map(Journal.Export::debit)
                .reduce(BigDecimal.ZERO, BigDecimal::add)))
            .isEqualByComparingTo("2.00");
        assertThat(journalOf().export("E3").value()).isEmpty();
    }

    @Test
    void anotherAccountBeginsWhenItsRuleBegins() {
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 10, "5"));
        Accounts accounts = world.service(Accounts.class);
        accounts.saveAccounts(List.of(new Accounts.Account("5001", "Marketing", Accounts.Kind.EXPENSE, "", true)))
            .value();
        accounts.saveRules(List.of(new Accounts.Rule("", "issue", "customer", "5001", "CC7", Optional.of(day(3)))))
            .value();
        done("I1", day(2), out("BOLT", 1));
        done("I2", day(4), out("BOLT", 1));
        assertThat(account("5000")).isEqualByComparingTo("5");
        assertThat(account("5001")).isEqualByComparingTo("5");
        assertThat(journalOf().lines(Journal.Query.all(), 100)).extracting(JournalLine::costCentre).contains("CC7");
    }

    @Test
    void aPreviewTellsWhichDocumentsAReceiptEnteredLateWouldChange() {
        method(CostMethod.FIFO);
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 10, "5"));
        done("I1", day(2), out("BOLT", 4));
        Valuation valuation = world.service(Valuation.class);
        ValuePreview preview = valuation.preview(new org.stockwright.ledger.PostingRequest("R0", day(0.5),
            List.of(in("BOLT", 10, "1")), "", "", "")).value();
        assertThat(preview.costOfSales()).isEqualByComparingTo("-16");
        assertThat(preview.stockValue()).isEqualByComparingTo("26");
        assertThat(preview.changes()).extracting(ValuePreview.Change::document).contains("I1");
        assertThat(account("5000")).isEqualByComparingTo("20");
    }

    @Test
    void whyAMovementCostWhatItDid() {
        method(CostMethod.FIFO);
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 10, "5"));
        done("R2", day(2), in("BOLT", 10, "7"));
        long seq = post("I1", day(3), "", out("BOLT", 12)).value().firstSeq();
        CostReasons reasons = world.service(Valuation.class).why(seq).orElseThrow();
        assertThat(reasons.cost()).isEqualByComparingTo("64");
        assertThat(reasons.layers()).extracting(layer -> layer.document()).containsExactly("R1", "R2");
        assertThat(reasons.rule()).contains("oldest");
    }

    @Test
    void valuesAreAskedAtAnyInstantAsKnownAtAnyInstantAndByAnyMethod() {
        method(CostMethod.FIFO);
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 10, "5"));
        done("R2", day(2), in("BOLT", 10, "7"));
        done("I1", day(3), out("BOLT", 10));
        java.time.Instant before = world.clock().instant();
        world.clock().advance(java.time.Duration.ofHours(1));
        done("R0", day(0.5), in("BOLT", 10, "1"));
        Valuation valuation = world.service(Valuation.class);
        ValueQuery then = ValueQuery.all().at(Optional.of(day(9)), Optional.empty());
        assertThat(valuation.value(then, Progress.NONE).getFirst().value()).isEqualByComparingTo("120");
        assertThat(valuation.value(then.by(CostMethod.LIFO), Progress.NONE).getFirst().value())
            .isEqualByComparingTo("60");
        assertThat(valuation.value(ValueQuery.all().at(Optional.of(day(9)), Optional.of(before)), Progress.NONE)
            .getFirst().value()).isEqualByComparingTo("70");
        assertThat(valuation.layers(warehouse.itemOf("BOLT"), Optional.of(day(9)), Optional.of(before),
            Optional.empty())).hasSize(1);
        assertThat(valuation.layers(warehouse.itemOf("BOLT"), Optional.of(day(9)), Optional.empty(), Optional.empty()))
            .hasSize(2);
    }

}
