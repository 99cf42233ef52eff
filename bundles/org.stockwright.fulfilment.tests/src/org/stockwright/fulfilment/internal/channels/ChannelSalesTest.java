package org.stockwright.fulfilment.internal.channels;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockwright.base.Quantity;
import org.stockwright.catalog.Tracking;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.fulfilment.Channels.Processed;
import org.stockwright.fulfilment.Channels.State;
import org.stockwright.fulfilment.OrderRequest;
import org.stockwright.testkit.Warehouse;

import static org.assertj.core.api.Assertions.assertThat;

class ChannelSalesTest extends ChannelWorld {

    @BeforeEach
    void stock() {
        receive("B1", "A", 10);
    }

    private static ImportResult run(ImportMode mode, String... lines) {
        return run("pos-sales", mode, lines);
    }

    @Test
    void aSaleIsIssuedAndAReturnComesBackOnTheReceiptsPaper() {
        take("1", sale("R-1", of("A", 2) + ", " + of("A", 1)));
        take("2", sale("R-2", of("A", 1) + ", " + of("A", -1)));
        take("3", sale("R-3", of("A", -2)).replace("\"lines\"", "\"original\": \"R-1\", \"lines\""));
        assertThat(process()).isEqualTo(new Processed(3, 0, 0, 0));
        assertThat(moves("A").subList(1, 5)).containsExactly("issue B1 CUSTOMER 3 R-1", "issue B1 CUSTOMER 1 R-2",
            "return-in CUSTOMER B1 1 R-2", "return-in CUSTOMER B1 2 R-1");
        assertThat(warehouse.onHand("B1", "A")).isEqualByComparingTo("9");
        assertThat(message("1").result()).isEqualTo("R-1");
    }

    @Test
    void goodsOfAnotherReceiptDoNotComeBackOnOneThatSells() {
        take("1",
            sale("R-1", of("A", 2) + ", " + of("A", -1)).replace("\"lines\"", "\"original\": \"R-0\", \"lines\""));
        assertThat(process()).isEqualTo(new Processed(0, 0, 1, 0));
        assertThat(message("1").refusal()).startsWith("MIXED_RECEIPT");
        assertThat(warehouse.onHand("B1", "A")).isEqualByComparingTo("10");
    }

    @Test
    void aReceiptIsPostedOnceByWhateverItComes() {
        String[] file = { "channel,receipt,item,quantity", "WEB,R-1,A,2" };
        assertThat(run(ImportMode.DRY_RUN, file)).isEqualTo(new ImportResult(1, 1, 0, List.of(), List.of()));
        assertThat(channels().queue(Optional.empty(), Set.of(), 9)).isEmpty();
        assertThat(run(ImportMode.ALL_OR_NOTHING, file)).isEqualTo(new ImportResult(1, 1, 0, List.of(), List.of()));
        assertThat(run(ImportMode.ALL_OR_NOTHING, file)).isEqualTo(new ImportResult(1, 0, 1, List.of(), List.of()));
        take("1", sale("R-1", of("A", 2)));
        assertThat(process()).isEqualTo(new Processed(1, 0, 0, 0));
        take("2", sale("R-1", of("A", 3)));
        assertThat(process()).isEqualTo(new Processed(0, 0, 1, 0));
        assertThat(run(ImportMode.KEEP_GOOD, "channel,receipt,item,quantity", "WEB,R-1,A,9").refusals())
            .extracting(one -> one.code().name()).containsExactly("MESSAGE_REUSED_WITH_OTHER_CONTENT");
        assertThat(warehouse.onHand("B1", "A")).isEqualByComparingTo("8");
        assertThat(moves("A")).hasSize(2);
    }

    @Test
    void whatIsWrongInAFileIsToldWithItsCellAndNothingOfThatReceiptIsPosted() {
        String[] file = { "channel,receipt,date,item,quantity,place,original", "WEB,R-1,2026-01-10,A,2,,",
            "WEB,R-1,,A,x,,", "NONE,R-2,,A,1,,", "WEB,R-3,,X,1,,", "WEB,R-4,,A,1,B2,", "WEB,R-5,,A,1,,",
            "WEB,R-6,,A,1,,", "WEB,R-6,,B,1,B2,", "WEB,,,A,1,,",
            "WEB,R-7,,B,1,,", "WEB,R-7,,A,999999999999999999,,", "WEB,R-7,,A,1,,", "WEB,R-8,,A,1,,", "WEB,R-8,,B,1,," };
        ImportResult kept = run(ImportMode.KEEP_GOOD, file);
        assertThat(kept.refusals()).extracting(one -> one.place().line() + " " + one.place().column() + " "
            + one.code().name()).containsExactlyInAnyOrder("3 quantity NOT_A_NUMBER", "4 channel UNKNOWN_CHANNEL",
                "5 item UNKNOWN_ITEM", "6 quantity WOULD_GO_NEGATIVE", "9 place ROWS_DIFFER", "10 receipt BAD_FIELD",
                "13 quantity TOO_LARGE", "15 quantity WOULD_GO_NEGATIVE");
        assertThat(kept.stored()).isEqualTo(1);
        assertThat(moves("A")).hasSize(2);
        assertThat(run(ImportMode.ALL_OR_NOTHING, file).stored()).isZero();
        assertThat(channels().queue(Optional.empty(), Set.of(), 9)).hasSize(1);
    }

    @Test
    void aSaleWithoutStockWaitsForItAndTheMessageAndTheGoodsAgree() {
        take("1", sale("R-1", of("A", 1) + ", " + of("B", 4)));
        assertThat(process()).isEqualTo(new Processed(0, 1, 0, 0));
        assertThat(message("1").refusal()).contains("WOULD_GO_NEGATIVE");
        assertThat(warehouse.onHand("B1", "A")).isEqualByComparingTo("10");
        receive("B1", "B", 4);
        world.clock().advance(Duration.ofMinutes(1));
        assertThat(process()).isEqualTo(new Processed(1, 0, 0, 0));
        assertThat(warehouse.onHand("B1", "B")).isEqualByComparingTo("0");
        assertThat(message("1").state()).isEqualTo(State.DONE);
    }

    @Test
    void soldGoodsAreTakenFromFreeStockFirstWhatExpiresFirst() {
        warehouse.item("MILK", Warehouse.PCS, Tracking.LOT, "");
        receive("B1", "MILK", 3, "LATE", Optional.of(TODAY.plusDays(9)));
        receive("B1", "MILK", 3, "SOON", Optional.of(TODAY.plusDays(3)));
        place(OrderRequest.Line.of(warehouse.itemOf("MILK"), Quantity.of(2, Warehouse.PCS)));
        take("1", sale("R-1", of("MILK", 4)));
        assertThat(process().done()).isEqualTo(1);
        assertThat(moves("MILK").subList(2, 4)).containsExactly("issue B1 CUSTOMER 3 R-1", "issue B1 CUSTOMER 1 R-1");
        assertThat(warehouse.onHand("B1", "MILK")).isEqualByComparingTo("2");
    }

    @Test
    void heldStockIsNotSoldAtTheTill() {
        allocate(place(line("A", 8)));
        take("1", sale("R-1", of("A", 3)));
        assertThat(process()).isEqualTo(new Processed(0, 1, 0, 0));
        take("2", sale("R-2", of("A", 2)));
        assertThat(process()).isEqualTo(new Processed(1, 0, 0, 0));
        assertThat(warehouse.reserved("B1", "A")).isEqualByComparingTo("8");
    }

}
