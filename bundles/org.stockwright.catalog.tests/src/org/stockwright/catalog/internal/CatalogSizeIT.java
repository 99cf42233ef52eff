package org.stockwright.catalog.internal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Unit;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.UnitView;
import org.stockwright.catalog.Units;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Master data of a large company: files in seconds, lists and searches while somebody waits for the letter typed. The
 * nightly form has 100,000 items.
 */
class CatalogSizeIT {

    private static final int FILE = 10_000;
    private static final int FILES = Boolean.getBoolean("stockwright.nightly") ? 10 : 2;
    private static final String[] WORDS = { "Hexagon", "bolt", "washer", "zinc", "steel", "brass", "M8", "M10", "long",
        "short", "blue", "black", "set", "cover", "handle" };

    @TempDir
    Path folder;

    private static ImportFile file(int from, int rows, Random random) {
        ImportFile file = ImportFile
            .header("item;name;category;unit;roles;tracking;standard_cost;list_price;safety_stock;reorder_point");
        for (int i = from; i < from + rows; i++) {
            String name = WORDS[random.nextInt(WORDS.length)] + " " + WORDS[random.nextInt(WORDS.length)] + " " + i;
            file.row("IT-" + (1_000_000 + i), name, "Group " + i % 40 + "/Sub " + i % 7, "EA", "FINISHED|PART",
                i % 9 == 0 ? "lot" : "none", i % 1000 + ".25", i % 1000 + ".99", "" + i % 50, "" + i % 100);
        }
        return file;
    }

    @Test
    void manyItemsAreImportedListedAndSearched() {
        long seed = 20260115;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        try (World world = World.open(folder.resolve("size"))) {
            world.service(Units.class).save(new UnitView("Each", Unit.EACH)).value();
            Items items = world.service(Items.class);
            ImportFile first = file(0, FILE, new Random(seed));
            long importing = millis(() -> assertStored(first.store("items"), FILE));
            long again = millis(() -> assertStored(first.store("items"), 0));
            long listing = millis(() -> assertThat(items.list()).hasSize(FILE));
            System.out.printf("%d items: import %d ms, again %d ms, list %d ms%n", FILE, importing, again, listing);

            for (int from = FILE; from < FILES * FILE; from += FILE) {
                assertStored(file(from, FILE, random).run("items", ImportMode.ALL_OR_NOTHING), FILE);
            }
            long loading = millis(() -> assertThat(items.list()).hasSize(FILES * FILE));
            long[] searches = new long[200];
            for (int i = 0; i < searches.length; i++) {
                String text = i % 3 == 0 ? "IT-10" + random.nextInt(1000)
                    : WORDS[random.nextInt(WORDS.length)] + " " + random.nextInt(1000);
                searches[i] = millis(() -> items.search(text, 50));
            }
            Arrays.sort(searches);
            long p95 = searches[searches.length * 95 / 100];
            System.out.printf("%d items: load %d ms, search p50 %d ms, p95 %d ms%n", FILES * FILE, loading,
                searches[searches.length / 2], p95);

            assertThat(importing).as("import of 10,000 items, ms").isLessThan(30_000);
            assertThat(again).as("the same file again, ms").isLessThan(15_000);
            assertThat(listing).as("list of 10,000 items, ms").isLessThan(3_000);
            assertThat(p95).as("search, p95 in ms").isLessThanOrEqualTo(200);
        }
    }

    private static void assertStored(ImportResult result, int stored) {
        assertThat(result.refusals()).isEmpty();
        assertThat(result.stored()).isEqualTo(stored);
    }

    private static long millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1_000_000;
    }

}
