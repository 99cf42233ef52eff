package org.stockwright.purchasing.internal.receiving;

import java.math.BigDecimal;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.documents.Document;
import org.stockwright.documents.Step;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.testkit.ImportFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockwright.purchasing.internal.receiving.Docked.line;

/** Receipts, put-aways and returns to suppliers from files. */
class ReceivingFilesTest {

    private static final ImportMode ALL = ImportMode.ALL_OR_NOTHING;
    private static final String RECEIPTS = "key,order,item,quantity,place,effective";

    @TempDir
    private Path folder;

    private Docked docked;

    @BeforeEach
    void open() {
        docked = new Docked(folder);
        docked.warehouse().bins("A1");
    }

    @AfterEach
    void close() {
        docked.close();
    }

    private Document order() {
        return docked.buying().approved("o", docked.buying().line("BOLT", 10));
    }

    @Test
    void receiptsOfOneFileThatTogetherAreTooMuchAreFoundBeforeAnythingIsStored() {
        Document order = order();
        String[] both = { "R-1," + order.number() + ",BOLT,6,,2026-02-01", "R-2," + order.number()
            + ",BOLT,5,,2026-02-02" };
        assertThat(ImportFile.told(ImportFile.run("goods-receipts", ImportMode.DRY_RUN, RECEIPTS, both)))
            .containsExactly("3 key OVER_RECEIPT");
        assertThat(ImportFile.told(ImportFile.run("goods-receipts", ALL, RECEIPTS, both)))
            .containsExactly("3 key OVER_RECEIPT");
        assertThat(docked.warehouse().rows("posting")).isZero();
        assertThat(docked.buying().first(order).done(Step.RECEIVED)).isZero();
        both[1] = both[1].replace(",5,", ",4,");
        assertThat(ImportFile.run("goods-receipts", ImportMode.DRY_RUN, RECEIPTS, both).stored()).isEqualTo(2);
        assertThat(docked.warehouse().rows("posting")).isZero();
        assertThat(ImportFile.run("goods-receipts", ALL, RECEIPTS, both).stored()).isEqualTo(2);
        ImportResult again = ImportFile.run("goods-receipts", ALL, RECEIPTS, both);
        assertThat(again.stored()).isZero();
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(docked.warehouse().onHand("DOCK", "BOLT")).isEqualByComparingTo("10");
        // what the file did may be remembered, what a rehearsal did may not: the next posting works
        docked.blind("later", docked.buying().acme(), line("BOLT", 1));
    }

    @Test
    void keepingTheGoodOnesStoresThem() {
        Document order = order();
        ImportResult kept = ImportFile.run("goods-receipts", ImportMode.KEEP_GOOD, RECEIPTS,
            "R-1," + order.number() + ",BOLT,6,,2026-02-01", "R-2," + order.number() + ",BOLT,5,,2026-02-02",
            "R-3," + order.number() + ",BOLT,4,,2026-02-03");
        assertThat(kept.stored()).isEqualTo(2);
        assertThat(ImportFile.told(kept)).containsExactly("3 key OVER_RECEIPT");
        assertThat(docked.buying().first(order).done(Step.RECEIVED)).isEqualByComparingTo("10");
    }

    @Test
    void goodsGoBackToTheSupplierAsAFileSays() {
        Document receipt = docked.blind("r1", docked.buying().acme(), line("BOLT", 10)).receipt();
        String header = "key,receipt,line,quantity,reason,status,place,paper,effective";
        String[] rows = { "S-1," + receipt.number() + ",1,3,cracked,,DOCK,RMA 7,2030-02-01",
            "S-2," + receipt.number() + ",1,8,cracked,,,,2030-02-01" };
        assertThat(ImportFile.told(ImportFile.run("supplier-returns", ALL, header, rows))).singleElement()
            .satisfies(one -> assertThat(one).startsWith("3 line "));
        assertThat(docked.warehouse().onHand("DOCK", "BOLT")).isEqualByComparingTo("10");
        rows[1] = rows[1].replace(",8,", ",7,");
        assertThat(ImportFile.run("supplier-returns", ImportMode.DRY_RUN, header, rows).stored()).isEqualTo(2);
        assertThat(ImportFile.run("supplier-returns", ALL, header, rows).stored()).isEqualTo(2);
        assertThat(ImportFile.run("supplier-returns", ALL, header, rows).unchanged()).isEqualTo(2);
        assertThat(docked.warehouse().onHand("DOCK", "BOLT")).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(ImportFile.told(ImportFile.run("supplier-returns", ALL, header,
            "S-3," + receipt.number() + ",9,1,,,,,", "S-4,GR-9,1,1,x,,NOWHERE,,")))
            .containsExactlyInAnyOrder("2 line UNKNOWN_LINE", "2 reason MISSING", "3 receipt UNKNOWN_DOCUMENT",
                "3 place UNKNOWN_LOCATION");
    }

}
