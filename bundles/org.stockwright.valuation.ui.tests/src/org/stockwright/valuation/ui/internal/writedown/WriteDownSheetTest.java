package org.stockwright.valuation.ui.internal.writedown;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Unit;
import org.stockwright.catalog.ItemRow;
import org.stockwright.catalog.Tracking;
import org.stockwright.valuation.LateCosts;
import org.stockwright.valuation.LateCosts.Proposal;
import org.stockwright.valuation.ValuationRefusal;
import org.stockwright.valuation.ui.internal.Examples;
import org.stockwright.valuation.ui.internal.writedown.WriteDownSheet.Question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockwright.valuation.ui.internal.Examples.EURO;
import static org.stockwright.valuation.ui.internal.Examples.NOON;
import static org.stockwright.valuation.ui.internal.Examples.money;

class WriteDownSheetTest {

    private static Proposal proposal(long id, String item, String amount) {
        return new Proposal(new ItemId(id), item, item + " name", money("100"), money("100").subtract(money(amount)),
            money(amount));
    }

    private static ItemRow item(long id, String price) {
        return new ItemRow(new ItemId(id), "I" + id, "", "", Unit.EACH, Set.of(), Tracking.NONE, Optional.empty(),
            Optional.of(money(price)), Optional.empty(), Optional.empty(), true, "");
    }

    private static WriteDownSheet sheet() {
        return WriteDownSheet.of(List.of(proposal(1, "BOLT", "20"), proposal(2, "NUT", "-5.5")),
            List.of(Examples.value(1, "BOLT", "", "100"), Examples.value(2, "NUT", "", "100")),
            List.of(item(1, "8"), item(2, "12.25"), item(3, "1")), NOON, EURO);
    }

    @Test
    void aProposalStandsBesideQuantityAndPrice() {
        assertThat(sheet().rows()).extracting(row -> row.proposal().item() + ' ' + row.onHand().amount() + ' '
            + row.listPrice()).containsExactly("BOLT 10 8", "NUT 10 12.25");
    }

    @Test
    void whatGoesDownAndWhatComesBackAreSummedApart() {
        WriteDownSheet sheet = sheet();
        assertThat(sheet.total(sheet.rows()))
            .isEqualTo("1 item to write down by 20.00 EUR. 1 item to take back, 5.50 EUR.");
        assertThat(sheet.total(sheet.rows().subList(1, 2))).isEqualTo("1 item to take back, 5.50 EUR.");
        assertThat(sheet.total(sheet.rows().subList(0, 1))).isEqualTo("1 item to write down by 20.00 EUR.");
    }

    @Test
    void theCostOfSellingIsTypedInPerCent() {
        assertThat(new Question(Optional.empty(), " 5 %", false).share().value()).isEqualByComparingTo("0.05");
        assertThat(new Question(Optional.empty(), "", false).share().value()).isEqualByComparingTo("0");
        for (String bad : List.of("-1", "101", "five")) {
            assertThat(new Question(Optional.empty(), bad, false).share().isDone()).as(bad).isFalse();
        }
    }

    @Test
    void whatIsRefusedDoesNotKeepTheRestFromBeingPosted() {
        List<String> keys = new ArrayList<>();
        LateCosts costs = (LateCosts) java.lang.reflect.Proxy.newProxyInstance(getClass().getClassLoader(),
            new Class<?>[] { LateCosts.class }, (proxy, method, arguments) -> {
                keys.add(String.valueOf(arguments[0]));
                return arguments[1].equals(new ItemId(1))
                    ? Outcome.refused(ValuationRefusal.BAD_INSTANT, "now", "it is too early")
                    : Outcome.done(BigDecimal.ONE);
            });
        WriteDownPosting posting = new WriteDownPosting("wb-1",
            List.of(proposal(1, "BOLT", "20"), proposal(2, "NUT", "5")), NOON, EURO);
        WriteDownPosting.Result result = posting.post(costs, "why", Progress.NONE);
        assertThat(keys).containsExactly("wb-1-1", "wb-1-2");
        assertThat(result.posted()).isEqualTo(1);
        assertThat(posting.report(result))
            .isEqualTo("1 item was posted, 5.00 EUR.\nBOLT: now cannot be the date: it is too early.");
    }

    @Test
    void whereASecondPersonHasToApproveItIsProposed() {
        List<String> bases = new ArrayList<>();
        LateCosts costs = (LateCosts) java.lang.reflect.Proxy.newProxyInstance(getClass().getClassLoader(),
            new Class<?>[] { LateCosts.class }, (proxy, method, arguments) -> {
                if (method.getName().equals("writeDown")) {
                    return Outcome.refused(ValuationRefusal.NEEDS_APPROVAL);
                }
                bases.add((String) arguments[5]);
                return Outcome.done(null);
            });
        WriteDownPosting posting = new WriteDownPosting("wb-1",
            List.of(proposal(1, "BOLT", "20"), proposal(2, "NUT", "5")), NOON, EURO);
        WriteDownPosting.Result result = posting.post(costs, "why", Progress.NONE);
        assertThat(bases).containsExactly("value 100.00 EUR, net realisable value 80.00 EUR",
            "value 100.00 EUR, net realisable value 95.00 EUR");
        assertThat(result.posted()).isZero();
        assertThat(posting.report(result))
            .isEqualTo("2 write-downs, 25.00 EUR altogether, wait for the approval of a second person.");
    }

}
