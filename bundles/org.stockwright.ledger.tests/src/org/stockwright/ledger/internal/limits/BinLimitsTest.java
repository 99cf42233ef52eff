package org.stockwright.ledger.internal.limits;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.base.Unit;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.UnitView;
import org.stockwright.catalog.Units;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.ledger.BinLimits;
import org.stockwright.ledger.BinLimits.BinLimit;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.internal.places.PremisesIndex;
import org.stockwright.model.LocationLimitEntity;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;

/** What places can take: stored, inherited, refused and read from files. */
class BinLimitsTest {

    @TempDir
    static Path folder;

    private static World world;
    private static BinLimits limits;
    private static Locations locations;
    private static ItemId bolt;

    @BeforeAll
    static void open() {
        world = World.open(folder.resolve("limits"));
        world.service(Units.class).save(new UnitView("Each", Unit.EACH)).value();
        bolt = world.service(Items.class).save(ItemDraft.of("BOLT", "Bolt", "EA")).value().id();
        locations = world.service(Locations.class);
        locations.createStandard();
        List<Locations.Draft> drafts = new ArrayList<>(
            List.of(Locations.Draft.of("COLD", "Cold store", "MAIN", LocationKind.ZONE),
                Locations.Draft.of("RACK", "Rack", "COLD", LocationKind.AISLE)));
        for (String bin : List.of("A1", "A2", "A3", "B1", "B2", "B3", "B4")) {
            drafts.add(Locations.Draft.of(bin, bin, bin.startsWith("A") ? "RACK" : "MAIN", LocationKind.BIN));
        }
        locations.saveAll(drafts).value();
        limits = world.service(BinLimits.class);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    private static LocationId id(String code) {
        return locations.byCode(code).orElseThrow().id();
    }

    private static BinLimit zone(String code, String temperature, String... hazards) {
        return new BinLimit(id(code), Optional.of(new BigDecimal("10000")), Optional.empty(), Optional.empty(), true,
            false, temperature, Set.of(hazards), Optional.empty());
    }

    private static Stream<String> told(List<Refusal> refusals) {
        return refusals.stream().map(
            refusal -> refusal.place().line() + " " + refusal.place().column() + " " + refusal.code().name());
    }

    private static ImportResult file(ImportMode mode, String header, String... lines) {
        Map<String, Integer> positions = new HashMap<>();
        for (String name : header.split(";")) {
            positions.put(name, positions.size());
        }
        List<ImportRow> rows = new ArrayList<>();
        Arrays.stream(lines).forEach(
            line -> rows.add(new ImportRow("test.csv", rows.size() + 2L, positions, line.split(";", -1))));
        return new LocationLimitsImport(world.service(UnitOfWork.class), world.service(PremisesIndex.class),
            locations, world.service(Items.class), world.service(Units.class)).run(rows, mode, Progress.NONE);
    }

    @Test
    void partsTakeTemperatureAndHazardsFromTheNearestPlaceAndSizesFromNone() {
        BinLimit bin = new BinLimit(id("A2"), Optional.of(new BigDecimal("250.50")), Optional.of(BigDecimal.ONE),
            Optional.of(BigDecimal.TEN), false, true, "frozen", Set.of(), Optional.of(bolt));

        assertThat(limits.saveAll(List.of(zone("COLD", "Chilled", "3", "2.1"), zone("RACK", "", "8"), bin)))
            .isEqualTo(Outcome.done(3));

        Map<LocationId, BinLimit> found = limits.of(List.of(id("A1"), id("A2"), id("RACK"), id("B1")));
        assertThat(found.get(id("A1"))).isEqualTo(new BinLimit(id("A1"), Optional.empty(), Optional.empty(),
            Optional.empty(), false, false, "CHILLED", Set.of("8"), Optional.empty()));
        assertThat(found.get(id("A2"))).isEqualTo(new BinLimit(id("A2"), Optional.of(new BigDecimal("250.5")),
            Optional.of(BigDecimal.ONE), Optional.of(BigDecimal.TEN), false, true, "FROZEN", Set.of("8"),
            Optional.of(bolt)));
        assertThat(found.get(id("RACK"))).isEqualTo(zone("RACK", "CHILLED", "8"));
        assertThat(found.get(id("B1"))).isEqualTo(BinLimit.none(id("B1")));
        assertThat(limits.own(List.of(id("A1"), id("COLD")))).containsOnly(
            Map.entry(id("A1"), BinLimit.none(id("A1"))), Map.entry(id("COLD"), zone("COLD", "CHILLED", "2.1", "3")));
        assertThat(limits.saveAll(List.of(bin))).as("it says so already").isEqualTo(Outcome.done(0));
        LocationId nowhere = new LocationId(1);
        assertThat(limits.of(List.of(nowhere))).containsOnly(Map.entry(nowhere, BinLimit.none(nowhere)));
        world.service(UnitOfWork.class).read(tx -> {
            LocationLimitEntity entity = tx.entities()
                .createQuery("SELECT l FROM LocationLimit l WHERE l.location.code = 'A2'", LocationLimitEntity.class)
                .getSingleResult();
            assertThat(entity.isOneLotOnly()).isTrue();
            assertThat(entity.getFixedItem().getCode()).isEqualTo("BOLT");
            assertThat(entity.getHazardClasses()).isEmpty();
            return null;
        });
        world.reopen();
        limits = world.service(BinLimits.class);
        locations = world.service(Locations.class);
        assertThat(limits.of(List.of(id("A1"), id("A2"), id("RACK"), id("B1")))).isEqualTo(found);
        assertThat(limits.saveAll(List.of(BinLimit.none(id("A2"))))).isEqualTo(Outcome.done(1));
        assertThat(limits.own(List.of(id("A2")))).containsValue(BinLimit.none(id("A2")));
    }

    @Test
    void allThatIsWrongIsSaidAndNothingIsStored() {
        BinLimit bad = new BinLimit(id("B2"), Optional.of(new BigDecimal("-1")), Optional.of(BigDecimal.ZERO),
            Optional.of(new BigDecimal("1E+99999999")), false, false, "x".repeat(25), Set.of("3|8"),
            Optional.of(new ItemId(1)));

        Outcome<Integer> outcome = limits.saveAll(List.of(zone("B2", "COLD"), bad, BinLimit.none(id("SUPPLIER")),
            BinLimit.none(new LocationId(1))));

        assertThat(told(outcome.refusals())).containsExactly("2 location BAD_LOCATION", "2 max_weight_kg OUT_OF_RANGE",
            "2 max_volume_l OUT_OF_RANGE", "2 max_count OUT_OF_RANGE", "2 temperature_class TOO_LONG",
            "2 hazard_classes BAD_TEXT", "2 fixed_item UNKNOWN_ITEM", "3 location BAD_LOCATION",
            "4 location UNKNOWN_LOCATION");
        assertThat(outcome.refusals()).allMatch(refusal -> !refusal.hint().isEmpty());
        assertThat(limits.own(List.of(id("B2")))).containsValue(BinLimit.none(id("B2")));
        Set<String> many = Set.of("a".repeat(24), "b".repeat(24), "c".repeat(24), "d".repeat(24), "e".repeat(24),
            "f".repeat(24), "g".repeat(24), "h".repeat(24), "i".repeat(24), "j".repeat(24), "k".repeat(24),
            "l".repeat(24), "m".repeat(24), "n".repeat(24), "o".repeat(24), "p".repeat(24), "q".repeat(24));
        assertThat(told(limits.saveAll(List.of(zone("B2", "", many.toArray(String[]::new)))).refusals()))
            .containsExactly("1 hazard_classes TOO_LONG");
    }

    @Test
    void aFileChangesWhatItsCellsSay() {
        String header = "location;max_weight_kg;max_volume_l;max_count;one_item_only;one_lot_only;temperature_class;"
            + "hazard_classes;fixed_item";
        String[] lines = { "B3;500;1200,5;100;yes;no;ambient;3| 2.1;BOLT", "B4;;;;N;1;;;" };
        ImportResult first = file(ImportMode.ALL_OR_NOTHING, header, lines);
        assertThat(first.refusals()).isEmpty();
        assertThat(first.stored()).isEqualTo(2);
        ImportResult second = file(ImportMode.ALL_OR_NOTHING, header, lines);
        assertThat(List.of(second.stored(), second.unchanged())).containsExactly(0L, 2L);
        assertThat(file(ImportMode.ALL_OR_NOTHING, header, "B3;600;;;;;;;").stored()).isEqualTo(1);
        assertThat(limits.of(List.of(id("B3")))).containsValue(new BinLimit(id("B3"),
            Optional.of(new BigDecimal("600")), Optional.of(new BigDecimal("1200.5")),
            Optional.of(new BigDecimal("100")), true, false, "AMBIENT", Set.of("2.1", "3"), Optional.of(bolt)));
    }

    @Test
    void aBadFileIsRefusedWithTheNearestCodesAndItsGoodRowsMayBeKept() {
        String[] lines = { "B11;1;;;", ";1;;;", "B1;heavy;perhaps;BOLTS;", "CUSTOMER;1;;;", "B1;-1;;;", "B1;77;;;",
            "A3;1;;;", "A3;2;;;" };
        String header = "location;max_weight_kg;one_item_only;fixed_item;max_count";

        ImportResult refused = file(ImportMode.ALL_OR_NOTHING, header, lines);

        assertThat(told(refused.refusals())).containsExactly("2 location UNKNOWN_LOCATION", "3 location MISSING",
            "4 max_weight_kg NOT_A_NUMBER", "4 one_item_only UNKNOWN_VALUE", "4 fixed_item UNKNOWN_ITEM",
            "5 location BAD_LOCATION", "6 max_weight_kg OUT_OF_RANGE", "7 location BAD_LOCATION",
            "9 location BAD_LOCATION");
        assertThat(refused.refusals().getFirst().hint()).startsWith("Did you mean 'B1'");
        assertThat(refused.refusals().get(4).hint()).contains("BOLT");
        assertThat(refused.stored()).isZero();
        assertThat(limits.own(List.of(id("A3")))).containsValue(BinLimit.none(id("A3")));
        assertThat(file(ImportMode.DRY_RUN, header, lines).stored()).isEqualTo(1);
        assertThat(limits.own(List.of(id("A3")))).containsValue(BinLimit.none(id("A3")));
        assertThat(file(ImportMode.KEEP_GOOD, header, lines).stored()).isEqualTo(1);
        assertThat(limits.own(List.of(id("A3"))).get(id("A3")).maxWeight()).contains(BigDecimal.ONE);
    }

}
