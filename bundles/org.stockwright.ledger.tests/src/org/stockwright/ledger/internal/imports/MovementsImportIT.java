package org.stockwright.ledger.internal.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Progress;
import org.stockwright.base.Unit;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.UnitView;
import org.stockwright.catalog.Units;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.ledger.Ledger;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.MovementQuery;
import org.stockwright.ledger.Stock;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.testkit.Invariants;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A large file: as fast as it has to be, and it can be stopped and gone on with. */
class MovementsImportIT {

    private static final int ROWS = Integer.getInteger("stockwright.import.rows", 20_000);
    private static final int ITEMS = 2_000;
    /** The design asks for 2,000 rows a second; a machine that runs other builds meanwhile gets this far. */
    private static final int SLOWEST_PER_SECOND = 300;

    /** Asks to stop after so many rows were posted. */
    private static final class StopAfter implements Progress {

        private final long rows;
        private boolean posting;
        private long done;
        private long asked;

        StopAfter(long rows) {
            this.rows = rows;
        }

        @Override
        public void begin(String task, long total) {
            posting = task.equals("Posting");
        }

        @Override
        public void worked(long amount) {
            done += posting ? amount : 0;
            if (done >= rows && asked == 0) {
                asked = System.nanoTime();
            }
        }

        @Override
        public boolean isCancelled() {
            return asked != 0;
        }

    }

    @Test
    void aStoppedImportGoesOnWhereItStoppedAtTwoThousandRowsASecond(@TempDir Path folder) {
        try (World world = World.open(folder.resolve("import"))) {
            world.service(Units.class).save(new UnitView("Each", Unit.EACH)).value();
            world.service(Locations.class).createStandard();
            world.service(Items.class).saveAll(IntStream.range(0, ITEMS)
                .mapToObj(i -> ItemDraft.of("I" + i, "Item " + i, "EA")).toList()).value();
            MovementsImport kind = new MovementsImport(world.service(UnitOfWork.class), world.service(Ledger.class),
                new MovementRows(world.service(UnitOfWork.class), world.service(Locations.class),
                    world.service(Items.class), world.service(Units.class), world.service(Partners.class),
                    world.service(CompanyProfiles.class), List.of()));
            List<ImportRow> rows = rows();
            StopAfter stop = new StopAfter(2_000);
            assertThatThrownBy(() -> kind.run(rows, ImportMode.ALL_OR_NOTHING, stop))
                .isInstanceOf(Progress.Cancelled.class);
            assertThat(System.nanoTime() - stop.asked).as("nanoseconds until it stopped").isLessThan(1_000_000_000L);
            Stock stock = world.service(Stock.class);
            long before = stock.count(MovementQuery.all());
            assertThat(before).isBetween(2_000L, 3_000L);
            long start = System.nanoTime();
            ImportResult result = kind.run(rows, ImportMode.ALL_OR_NOTHING, Progress.NONE);
            long perSecond = ROWS * 1_000_000_000L / (System.nanoTime() - start);
            System.out.println("imported " + perSecond + " rows/s");
            assertThat(result.refusals()).isEmpty();
            assertThat(result.stored()).isEqualTo(ROWS - before);
            assertThat(result.unchanged()).isEqualTo(before);
            assertThat(stock.count(MovementQuery.all())).isEqualTo(ROWS);
            assertThat(perSecond).isGreaterThan(SLOWEST_PER_SECOND);
            Invariants.check(world.service(UnitOfWork.class));
        }
    }

    private static List<ImportRow> rows() {
        Map<String, Integer> positions = Map.of("key", 0, "type", 1, "item", 2, "quantity", 3, "effective", 4,
            "reference", 5);
        List<ImportRow> rows = new ArrayList<>(ROWS);
        for (int i = 0; i < ROWS; i++) {
            boolean receipt = i < ITEMS || i % 3 == 0;
            rows.add(new ImportRow("large.csv", i + 2, positions, new String[] { "L" + i,
                receipt ? "receipt" : "issue", "I" + i % ITEMS, receipt ? "100" : "1",
                "2026-01-0" + (1 + i % 9) + " 10:00:00", "PAPER-" + i / 10 }));
        }
        return rows;
    }

}
