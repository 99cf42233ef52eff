package org.stockwright.company.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.Barcode;
import org.stockwright.base.Rational;
import org.stockwright.catalog.ItemBarcode;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.Pack;
import org.stockwright.catalog.Tracking;

/**
 * The 300 items of the demo company, a maker and wholesaler of garden tools: an invention. Barcodes are from the range
 * 200 that GS1 leaves to everybody's internal use.
 */
final class DemoItems {

    /** How briskly an item moves. */
    enum Pace {
        FAST,
        STEADY,
        SLOW
    }

    /**
     * An item with what the simulation needs to know.
     *
     * @param draft the master data
     * @param pace how briskly it moves
     * @param typical an ordinary issue, in the base unit
     */
    record DemoItem(ItemDraft draft, Pace pace, int typical) {
    }

    private static final String[] TOOLS = { "Spade", "Digging fork", "Leaf rake", "Draw hoe", "Hand trowel",
        "Secateurs", "Lopper", "Hedge shears", "Splitting axe", "Watering can", "Wheelbarrow", "Soaker hose" };
    private static final String[] TOOL_CODES = { "SPD", "FRK", "RAK", "HOE", "TRW", "SEC", "LOP", "HDG", "AXE", "CAN",
        "BRW", "HOS" };
    private static final String[] TOOL_VARIANTS = { "Classic, small", "Classic, medium", "Classic, large",
        "Ash handle, small", "Ash handle, large", "Stainless, small", "Stainless, large", "Professional, short",
        "Professional, long", "Junior" };
    private static final String[] SEEDS = { "Basil", "Beetroot", "Borage", "Broad bean", "Carrot", "Celeriac",
        "Chard", "Chervil", "Chives", "Coriander", "Corn salad", "Cress", "Cucumber", "Dill", "Fennel", "Kale",
        "Kohlrabi", "Leek", "Lettuce, butterhead", "Lettuce, oak leaf", "Lovage", "Marigold", "Marjoram",
        "Nasturtium", "Onion", "Parsley", "Parsnip", "Pea, marrowfat", "Pea, sugar", "Pumpkin", "Radish, round",
        "Radish, white", "Rocket", "Runner bean", "Sage", "Spinach", "Sunflower", "Thyme", "Tomato, cherry",
        "Tomato, plum" };
    private static final String[] GROWING = { "Potting soil, universal", "Potting soil, peat-free", "Seed compost",
        "Bark mulch, fine", "Bark mulch, coarse", "Garden lime", "Bone meal", "Horn shavings", "Lawn fertiliser",
        "Rose fertiliser", "Tomato fertiliser", "Berry fertiliser", "Rock dust", "Perlite", "Expanded clay",
        "Quartz sand", "Charcoal, crushed", "Worm compost", "Guano pellets", "Green manure mix" };
    private static final String[] POWERED = { "Battery mower 36", "Battery mower 42", "Battery trimmer",
        "Battery hedge cutter 50", "Battery hedge cutter 60", "Battery blower", "Battery chain saw 30",
        "Battery chain saw 35", "Garden shredder", "Pressure pump" };
    private static final String[] RAW = { "Steel sheet 1.5 mm", "Steel sheet 2 mm", "Steel sheet 3 mm",
        "Stainless sheet 1.5 mm", "Stainless sheet 2 mm", "Spring steel strip", "Round bar 10 mm", "Round bar 16 mm",
        "Steel tube 25 mm", "Steel tube 32 mm", "Aluminium tube 28 mm", "Ash blank 28 mm", "Ash blank 36 mm",
        "Beech blank 28 mm", "Hickory blank 36 mm", "Powder coat, green", "Powder coat, black", "Linseed oil",
        "Clear lacquer", "Rubber hose 13 mm", "Rubber hose 19 mm", "Galvanised wire 2 mm", "Galvanised wire 3 mm",
        "Polypropylene granulate", "Nylon cord 2.4 mm", "Hemp rope 10 mm", "Grinding paste", "Hardening oil",
        "Solder wire", "Degreaser" };
    private static final String[] RAW_UNITS = { "KG", "KG", "KG", "KG", "KG", "KG", "M", "M", "M", "M", "M", "M", "M",
        "M", "M", "KG", "KG", "L", "L", "M", "M", "M", "M", "KG", "M", "M", "KG", "L", "KG", "L" };
    private static final String[] PARTS = { "Handle D-grip", "Handle T-grip", "Handle, straight 70 cm",
        "Handle, straight 120 cm", "Handle, curved", "Blade, spade", "Blade, hoe", "Blade, secateurs", "Blade, shears",
        "Fork head, four tines" };
    private static final String[] PART_SIZES = { "S", "M", "L", "left", "right" };
    private static final String[] PACKAGING = { "Carton 300×200×150", "Carton 400×300×200", "Carton 600×400×300",
        "Carton, long 1300", "Carton, barrow", "Kraft sleeve", "Hang tag", "Label 100×50", "Label 105×148",
        "Paper tape 50 mm", "Edge guard", "Stretch film", "Padding paper", "Euro pallet", "Half pallet" };
    private static final String[] UPKEEP = { "Work gloves, 8", "Work gloves, 9", "Work gloves, 10", "Safety goggles",
        "Ear plugs", "Grinding disc 125", "Cutting disc 125", "Drill bit set", "Machine oil", "Bearing grease",
        "V-belt 10×900", "Air filter", "Cleaning rags", "Printer ribbon", "Forklift battery water" };

    private final List<DemoItem> items = new ArrayList<>();

    private DemoItems() {
    }

    /** All of them, always the same. */
    static List<DemoItem> all() {
        DemoItems demo = new DemoItems();
        demo.tools();
        demo.growing();
        demo.powered();
        demo.materials();
        return demo.items;
    }

    private void tools() {
        for (int tool = 0; tool < TOOLS.length; tool++) {
            for (int variant = 0; variant < TOOL_VARIANTS.length; variant++) {
                int cents = 690 + 310 * tool + 240 * variant;
                Pace pace = variant < 3 ? Pace.FAST : variant < 7 ? Pace.STEADY : Pace.SLOW;
                add(TOOL_CODES[tool] + "-" + (100 + 10 * variant), TOOLS[tool] + ", "
                    + TOOL_VARIANTS[variant].toLowerCase(java.util.Locale.ROOT), "Tools/" + TOOLS[tool], "EA",
                    "FINISHED", Tracking.NONE, null, cents, pace, 4,
                    List.of(new Pack("BOX", "Box of 6", Rational.of(6, 1), 1),
                        new Pack("PALLET", "Pallet of 240", Rational.of(240, 1), 2)));
            }
        }
    }

    private void growing() {
        for (int i = 0; i < SEEDS.length; i++) {
            add("SEED-" + (1010 + 10 * i), SEEDS[i] + " seeds", "Seeds", "EA", "FINISHED", Tracking.LOT, 730,
                110 + 5 * (i % 7), i % 3 == 0 ? Pace.FAST : Pace.STEADY, 20,
                List.of(new Pack("BOX", "Box of 25", Rational.of(25, 1), 1)));
        }
        for (int i = 0; i < GROWING.length; i++) {
            add("SOIL-" + (200 + 10 * i), GROWING[i], "Soil and fertiliser", "KG", "FINISHED", Tracking.LOT, 540,
                35 + 11 * i, i < 6 ? Pace.FAST : Pace.SLOW, 60,
                List.of(new Pack("SACK", "Sack of 12.5 kg", Rational.of(25, 2), 1)));
        }
    }

    private void powered() {
        for (int i = 0; i < POWERED.length; i++) {
            add("PWR-" + (3000 + 100 * i), POWERED[i], "Powered tools", "EA", "FINISHED", Tracking.SERIAL, null,
                8900 + 2100 * i, Pace.SLOW, 1, List.of());
        }
    }

    private void materials() {
        for (int i = 0; i < RAW.length; i++) {
            add("RAW-" + (500 + i), RAW[i], "Materials/Raw", RAW_UNITS[i], "RAW", Tracking.NONE, null, 180 + 37 * i,
                i % 4 == 0 ? Pace.FAST : Pace.STEADY, 40, List.of());
        }
        for (int part = 0; part < PARTS.length; part++) {
            for (int size = 0; size < PART_SIZES.length; size++) {
                add("PRT-" + (10 * (part + 10) + size), PARTS[part] + ", " + PART_SIZES[size], "Materials/Parts", "EA",
                    "PART", Tracking.NONE, null, 95 + 30 * part + 12 * size, Pace.STEADY, 25,
                    List.of(new Pack("BAG", "Bag of 50", Rational.of(50, 1), 1)));
            }
        }
        for (int i = 0; i < PACKAGING.length; i++) {
            add("PAC-" + (700 + i), PACKAGING[i], "Packaging", "EA", "PACKAGING", Tracking.NONE, null, 12 + 23 * i,
                Pace.FAST, 50, List.of(new Pack("BUNDLE", "Bundle of 100", Rational.of(100, 1), 1)));
        }
        for (int i = 0; i < UPKEEP.length; i++) {
            add("MRO-" + (800 + i), UPKEEP[i], "Maintenance", "EA", "MRO", Tracking.NONE, null, 240 + 90 * i, Pace.SLOW,
                5, List.of());
        }
    }

    private void add(String code, String name, String category, String unit, String role, Tracking tracking,
        Integer shelfLife, int cents, Pace pace, int typical, List<Pack> packs) {
        BigDecimal cost = BigDecimal.valueOf(cents, 2);
        BigDecimal price = cost.multiply(new BigDecimal("1.6")).setScale(2, java.math.RoundingMode.HALF_UP);
        int weekly = pace == Pace.FAST ? typical * 3 : pace == Pace.STEADY ? typical : Math.max(1, typical / 3);
        List<ItemBarcode> barcodes = new ArrayList<>();
        barcodes.add(new ItemBarcode(ean(items.size()), ""));
        if (!packs.isEmpty()) {
            barcodes.add(new ItemBarcode(gtin14(items.size()), packs.getFirst().code()));
        }
        ItemDraft draft = new ItemDraft(Optional.empty(), code, name, "", category, unit, Set.of(role), tracking,
            Optional.ofNullable(shelfLife), Optional.of(cost),
            role.equals("FINISHED") ? Optional.of(price) : Optional.empty(),
            Optional.of(BigDecimal.valueOf(weekly)), Optional.of(BigDecimal.valueOf(3L * weekly)), true, packs,
            barcodes, List.of(), -1);
        items.add(new DemoItem(draft, pace, typical));
    }

    private static Barcode ean(int index) {
        String digits = String.format("2000%08d", 4711 + 13 * index);
        return Barcode.parse(digits + Barcode.checkDigit(digits)).value();
    }

    private static Barcode gtin14(int index) {
        String digits = String.format("12000%08d", 4711 + 13 * index);
        return Barcode.parse(digits + Barcode.checkDigit(digits)).value();
    }

}
