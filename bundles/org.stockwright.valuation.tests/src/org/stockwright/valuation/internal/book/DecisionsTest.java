package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Progress;
import org.stockwright.valuation.Accounts;
import org.stockwright.valuation.Accounts.Rule;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.CostSettings;
import org.stockwright.valuation.CostSettings.Level;
import org.stockwright.valuation.CostSettings.Policy;
import org.stockwright.valuation.Journal;
import org.stockwright.valuation.Recorded;

import static org.assertj.core.api.Assertions.assertThat;

/** What was decided can be looked at: who, when, what it would change and which rule counts. */
class DecisionsTest extends ValueWorld {

    private CostSettings settings() {
        return world.service(CostSettings.class);
    }

    private Accounts accounts() {
        return world.service(Accounts.class);
    }

    private Journal exports() {
        return world.service(Journal.class);
    }

    @Test
    void aMethodIsPreviewedWithoutBeingSet() {
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 10, "5"));
        done("R2", day(2), in("BOLT", 10, "7"));
        done("I1", day(3), out("BOLT", 10));
        Policy fifo = new Policy(Level.COMPANY, "", CostMethod.FIFO, Optional.empty());
        CostSettings.PolicyEffect effect = settings().rehearsePolicy(fifo, Progress.NONE).value();
        assertThat(effect.before()).isEqualByComparingTo("60");
        assertThat(effect.after()).isEqualByComparingTo("70");
        assertThat(effect.items()).isEqualTo(1);
        assertThat(value("BOLT")).isEqualByComparingTo("60");
        assertThat(settings().policyHistory()).isEmpty();
        assertThat(settings().rehearsePolicy(new Policy(Level.ITEM, "NUT", CostMethod.FIFO, Optional.empty()),
            Progress.NONE).isDone()).isFalse();
        settings().setPolicy(fifo, Progress.NONE).value();
        assertThat(value("BOLT")).isEqualByComparingTo(effect.after());
        assertThat(settings().policyHistory()).extracting(Recorded::what).containsExactly(fifo);
        assertThat(settings().policies()).hasSize(2).endsWith(fifo);
    }

    @Test
    void theScopeIsFixedByTheFirstValue() {
        warehouse.items("BOLT");
        assertThat(settings().isScopeFixed()).isFalse();
        done("R1", day(1), in("BOLT", 1, "5"));
        assertThat(settings().isScopeFixed()).isTrue();
    }

    @Test
    void standardsAndRatesSayWhoRecordedThem() {
        warehouse.items("BOLT");
        CostSettings.Standard standard = new CostSettings.Standard(warehouse.itemOf("BOLT"), Optional.of(day(1)),
            Cost.of(new BigDecimal("4")));
        settings().setStandards(List.of(standard), Progress.NONE).value();
        CostSettings.Rate rate = new CostSettings.Rate(Currency.getInstance("USD"), day(1), new BigDecimal("0.92"));
        settings().setRates(List.of(rate)).value();
        assertThat(settings().standardHistory()).singleElement().satisfies(one -> {
            assertThat(one.what()).isEqualTo(standard);
            assertThat(one.user()).isNotBlank();
        });
        assertThat(settings().rateHistory()).singleElement().satisfies(one -> {
            assertThat(one.what()).isEqualTo(rate);
            assertThat(one.at()).isAfter(day(-10_000));
        });
        assertThat(settings().rates()).containsExactly(rate);
    }

    @Test
    void theRuleThatDecidesIsNamed() {
        accounts().saveAccounts(List.of(new Accounts.Account("5001", "Marketing", Accounts.Kind.EXPENSE, "", true)))
            .value();
        Rule rule = new Rule("", "issue", "customer", "5001", "CC7", Optional.of(day(3)));
        accounts().saveRules(List.of(rule)).value();
        assertThat(accounts().deciding("", "issue", "customer", day(4)).value()).isEqualTo(rule);
        assertThat(accounts().deciding("", "issue", "customer", day(2)).value())
            .isEqualTo(new Rule("", "", "customer", "5000", "", Optional.empty()));
        assertThat(accounts().deciding("", "return-in", "customer", day(4)).value().account()).isEqualTo("5000");
        assertThat(accounts().deciding("No/Such", "x", "y", day(4)).refusals()).hasSize(3);
        assertThat(accounts().ruleHistory()).filteredOn(one -> one.what().equals(rule)).singleElement()
            .satisfies(one -> assertThat(one.user()).isNotBlank());
    }

    @Test
    void anExportIsCountedBeforeItIsMadeAndListedAfterwards() {
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 3, "0.333"));
        List<Journal.Export> counted = exports().rehearseExport("E1").value();
        assertThat(counted).hasSize(2);
        assertThat(exports().exports()).isEmpty();
        assertThat(exports().export("E1").value()).isEqualTo(counted);
        assertThat(exports().rehearseExport("E2").value()).isEmpty();
        assertThat(exports().rehearseExport("E1").value()).isEqualTo(counted);
        exports().export("E2").value();
        assertThat(exports().exports()).extracting(Recorded::what).containsExactly("E2", "E1");
    }

    @Test
    void aCopyOfDaysIsBalancedAndNoExport() {
        warehouse.items("BOLT");
        done("R1", day(1), in("BOLT", 1, "5"));
        done("R2", day(2), in("BOLT", 1, "0.005"));
        done("R3", day(3), in("BOLT", 1, "7"));
        LocalDate second = LocalDate.ofInstant(day(2), ZoneOffset.UTC);
        List<Journal.Export> copy = exports().exportOfDays(second, second.plusDays(1));
        assertThat(copy).isNotEmpty()
            .allMatch(line -> !line.day().isBefore(second) && !line.day().isAfter(second.plusDays(1)));
        assertThat(copy.stream().map(line -> line.debit().subtract(line.credit())).reduce(BigDecimal.ZERO,
            BigDecimal::add)).isEqualByComparingTo("0");
        assertThat(copy.stream().filter(line -> line.account().equals("1300")).map(Journal.Export::debit)
            .reduce(BigDecimal.ZERO, BigDecimal::add)).isBetween(new BigDecimal("7.00"), new BigDecimal("7.01"));
        assertThat(exports().exports()).isEmpty();
        assertThat(exports().export("E1").value()).hasSizeGreaterThan(copy.size());
    }

}
