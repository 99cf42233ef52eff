package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.catalog.NegativePolicy;
import org.stockwright.catalog.Tracking;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.MovementLine;
import org.stockwright.testkit.Warehouse;
import org.stockwright.testkit.World;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.CostScope;
import org.stockwright.valuation.CostSettings;
import org.stockwright.valuation.LateCosts;
import org.stockwright.valuation.LotGroups;
import org.stockwright.valuation.ProductionOrders;
import org.stockwright.valuation.TieOutRow;
import org.stockwright.valuation.TransitTerms;
import org.stockwright.valuation.Valuation;

import static org.assertj.core.api.Assertions.assertThat;

/** Years with everything in them: the order of entry does not matter, and the books agree with the stock at any instant. */
class MixedYearTest extends ValueWorld {

    private static final int DEEDS = Integer.getInteger("stockwright.valuation.deeds", 120);
    private static final int INSTANTS = 50;

    private final long seed = Long.getLong("stockwright.seed", 20260101);

    private List<MixedYear.Deed> begin(CostMethod method, CostScope scope) {
        for (LocationKind kind : LocationKind.values()) {
            if (kind.isKept()) {
                warehouse.places().setPolicy(kind, NegativePolicy.ALLOW).value();
            }
        }
        warehouse.bins("A1");
        warehouse.places().saveAll(List.of(Locations.Draft.of("SHOP", "SHOP", "", LocationKind.SITE))).value();
        transit("SEA", TransitTerms.Direction.INBOUND, TransitTerms.Incoterm.DAP);
        transit("LORRY", TransitTerms.Direction.OUTBOUND, TransitTerms.Incoterm.FOB);
        warehouse.items("BOLT", "BOX", "SET");
        warehouse.item("WINE", Warehouse.PCS, Tracking.LOT, "");
        warehouse.setItem("BOLT", "standard_cost", new BigDecimal("3.25"));
        warehouse.setItem("BOX", "standard_cost", new BigDecimal("7.5"));
        warehouse.setItem("SET", "standard_cost", new BigDecimal("9"));
        warehouse.setItem("WINE", "standard_cost", new BigDecimal("4.4"));
        world.service(CostSettings.class).setScope(scope).value();
        world.service(LotGroups.class).assign(List.of(
            new LotGroups.Member(warehouse.itemOf("WINE"), "L1", "harvest 2026"),
            new LotGroups.Member(warehouse.itemOf("WINE"), "L3", "harvest 2026"))).value();
        method(method);
        return new MixedYear(warehouse, new Random(seed)).think(DEEDS);
    }

    private void enter(List<MixedYear.Deed> deeds) {
        for (MixedYear.Deed deed : deeds) {
            Outcome<?> outcome = switch (deed) {
                case MixedYear.Move move -> post(move.key(), move.effective(), move.reference(), move.line());
                case MixedYear.Make make -> post(make.key(), make.effective(), make.order(),
                    make.lines().toArray(MovementLine[]::new));
                case MixedYear.OnOrder one when one.labour() == null -> world.service(ProductionOrders.class)
                    .close(one.key(), one.order(), one.effective(), "");
                case MixedYear.OnOrder one -> world.service(ProductionOrders.class)
                    .charge(new ProductionOrders.Charge(one.key(), one.order(), one.effective(),
                        new Cost(BigDecimal.ZERO, BigDecimal.ZERO, one.labour(), BigDecimal.ZERO), ""));
                case MixedYear.Reverse reverse -> warehouse.ledger().reverse(reverse.after(), reverse.key(),
                    Optional.of(reverse.effective()), "wrong");
                case MixedYear.Late late -> world.service(LateCosts.class).post(new LateCosts.Request(late.key(),
                    late.effective(), List.of(new LateCosts.Target(late.after(), Optional.empty(), Optional.empty())),
                    new Cost(BigDecimal.ZERO, late.amount(), BigDecimal.ZERO, BigDecimal.ZERO),
                    LateCosts.Basis.QUANTITY, "", ""));
                case MixedYear.Terms terms -> world.service(TransitTerms.class)
                    .set(List.of(new TransitTerms.Terms(terms.place(), terms.direction(), Optional.of(terms.rule()),
                        Optional.empty(), Optional.of(terms.effective()))), Progress.NONE);
                case MixedYear.Standard standard -> world.service(CostSettings.class).setStandards(
                    List.of(new CostSettings.Standard(warehouse.itemOf(standard.item()),
                        Optional.of(standard.effective()), Cost.of(standard.cost()))),
                    Progress.NONE);
            };
            assertThat(outcome.refusals()).as(deed + ", seed " + seed).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({ "FIFO, SITE", "LIFO, COMPANY", "AVERAGE, SITE", "AVERAGE, LOT", "AVERAGE, LOT_GROUP",
        "FIFO, LOT_GROUP", "STANDARD, SITE", "SPECIFIC, COMPANY",
        "SPECIFIC, SITE" })
    void theOrderOfEntryDoesNotMatterAndTheBooksAgreeAtAnyInstant(CostMethod method, CostScope scope) {
        List<MixedYear.Deed> deeds = begin(method, scope);
        enter(deeds);
        agreesAtManyInstants(deeds);
        Map<String, BigDecimal> inOrder = journal();
        world.close();
        Path other = folder.resolveSibling(folder.getFileName() + "-other");
        world = World.open(other);
        warehouse = new Warehouse(world);
        enter(MixedYear.shuffled(begin(method, scope), new Random(seed + 1)));
        agreesAtManyInstants(deeds);
        assertThat(differences(inOrder, journal())).as("seed " + seed).isEmpty();
    }

    private void agreesAtManyInstants(List<MixedYear.Deed> deeds) {
        Valuation valuation = world.service(Valuation.class);
        Random random = new Random(seed);
        List<String> apart = new ArrayList<>();
        for (int i = 0; i <= INSTANTS; i++) {
            Optional<Instant> at = i == INSTANTS ? Optional.empty()
                : Optional.of(deeds.get(random.nextInt(deeds.size())).effective());
            for (TieOutRow row : valuation.tieOut(at, Progress.NONE)) {
                if (!row.agrees()) {
                    apart.add(at + " " + row);
                }
            }
        }
        assertThat(apart).as("seed " + seed).isEmpty();
    }

    private static Map<String, String> differences(Map<String, BigDecimal> one, Map<String, BigDecimal> other) {
        Map<String, String> result = new TreeMap<>();
        one.forEach((key, amount) -> result.put(key, amount + " / " + other.getOrDefault(key, BigDecimal.ZERO)));
        other.forEach((key, amount) -> result.putIfAbsent(key, "0 / " + amount));
        result.keySet().removeIf(key -> one.containsKey(key) && other.containsKey(key)
            && one.get(key).compareTo(other.get(key)) == 0);
        return result;
    }

}
