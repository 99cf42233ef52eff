package org.stockwright.catalog.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Barcode;
import org.stockwright.base.Outcome;
import org.stockwright.base.Unit;
import org.stockwright.catalog.ItemBarcode;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.ItemMatch;
import org.stockwright.catalog.ItemScan;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.UnitView;
import org.stockwright.catalog.Units;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;

/** What a scanner may send: good symbols are always found, everything else is refused quickly and with a hint. */
class ScanFuzzIT {

    private static final int ITEMS = 300;
    private static final int SCANS = Boolean.getBoolean("stockwright.nightly") ? 50_000 : 1_500;

    @TempDir
    static Path folder;

    private static World world;
    private static Items items;
    private static final List<String> GTINS = new ArrayList<>();

    @BeforeAll
    static void open() {
        world = World.open(folder.resolve("scans"));
        items = world.service(Items.class);
        world.service(Units.class).save(new UnitView("Each", Unit.EACH)).value();
        List<ItemDraft> drafts = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            String digits = "40" + String.format("%010d", 7919L * i);
            GTINS.add(digits + Barcode.checkDigit(digits));
            ItemDraft draft = ItemDraft.of("SCAN-" + i, "Scanned " + i, "EA");
            drafts.add(new ItemDraft(draft.id(), draft.code(), draft.name(), "", "", "EA", draft.roles(),
                draft.tracking(), draft.shelfLifeDays(), draft.standardCost(), draft.listPrice(), draft.safetyStock(),
                draft.reorderPoint(), true, List.of(),
                List.of(new ItemBarcode(Barcode.parse(GTINS.get(i)).value(), "")), List.of(), -1));
        }
        items.saveAll(drafts).value();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void goodSymbolsAreFoundWithEveryPrefix() {
        for (int i = 0; i < ITEMS; i++) {
            String gtin = GTINS.get(i);
            for (String scan : List.of(gtin, "]E0" + gtin, "0" + gtin, "]I10" + gtin, "]C1010" + gtin,
                "]d2010" + gtin + "17261231", "]Q3010" + gtin + "10AB12\u001d21X", "]e0010" + gtin)) {
                assertThat(items.resolve(scan).value().code()).as(scan).isEqualTo("SCAN-" + i);
            }
        }
    }

    @Test
    void everyLabelGivesItsLotHoweverTheSeparatorIsSent() {
        for (int i = 0; i < ITEMS; i++) {
            String gtin = GTINS.get(i);
            for (String separator : List.of("\u001d", "{GS}", "<GS>", "^]", "|", "\u001d\u001d")) {
                String scan = "]d2010" + gtin + "21S" + i + separator + "10L" + i + separator + "17281231\r";
                ItemScan label = items.scan(scan).value();
                assertThat(label.match().code()).as(scan).isEqualTo("SCAN-" + i);
                assertThat(label.lot()).as(scan).isEqualTo("L" + i);
                assertThat(label.serial()).as(scan).isEqualTo("S" + i);
            }
        }
    }

    @Test
    void damagedScansAreNeverTakenForAnotherItem() {
        long seed = Long.getLong("stockwright.seed", System.nanoTime());
        System.out.println("damaged scans: seed " + seed);
        Random random = new Random(seed);
        long[] nanos = new long[SCANS];
        for (int i = 0; i < SCANS; i++) {
            String scan = damaged(random);
            long start = System.nanoTime();
            Outcome<ItemMatch> outcome = items.resolve(scan);
            nanos[i] = System.nanoTime() - start;
            assertThat(outcome.isDone()).as(scan).isFalse();
            assertThat(items.scan(scan).isDone()).as(scan).isFalse();
            assertThat(outcome.refusals()).singleElement().satisfies(refusal -> {
                assertThat(refusal.hint()).isNotEmpty();
                assertThat(refusal.toString()).hasSizeLessThan(400);
            });
        }
        Arrays.sort(nanos);
        long p95 = nanos[SCANS * 95 / 100] / 1_000_000;
        System.out.println("answers to damaged scans: p95 " + p95 + " ms");
        assertThat(p95).as("ms").isLessThanOrEqualTo(50);
    }

    private static String damaged(Random random) {
        String gtin = GTINS.get(random.nextInt(ITEMS));
        int position = random.nextInt(gtin.length());
        return switch (random.nextInt(9)) {
            case 0 -> wrong(gtin, position, random);
            case 1 -> gtin + GTINS.get(random.nextInt(ITEMS));
            case 2 -> gtin.substring(0, position) + "\u0000" + gtin.substring(position);
            case 3 -> "]C1" + "x".repeat(random.nextInt(10_000));
            case 4 -> gtin.substring(0, Math.min(position, 7));
            case 5 -> "]Q3" + letter(random) + gtin;
            case 6 -> "]C1010" + wrong(gtin, position, random) + "17281231" + "10LOT";
            case 7 -> "(01)0" + wrong(gtin, position, random) + "(10)" + random.nextInt();
            default -> noise(random);
        };
    }

    private static String wrong(String gtin, int position, Random random) {
        return gtin.substring(0, position)
            + (char) ('0' + (gtin.charAt(position) - '0' + 1 + random.nextInt(9)) % 10) + gtin.substring(position + 1);
    }

    /** A blank or a zero before a number is no damage: the same item is found. */
    private static char letter(Random random) {
        char letter = (char) random.nextInt(Character.MAX_VALUE);
        while (!Character.isLetter(letter)) {
            letter = (char) random.nextInt(Character.MAX_VALUE);
        }
        return letter;
    }

    private static String noise(Random random) {
        StringBuilder text = new StringBuilder("~");
        for (int i = random.nextInt(40); i > 0; i--) {
            text.append((char) random.nextInt(Character.MAX_VALUE));
        }
        return text.toString();
    }

}
