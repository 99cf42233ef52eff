package org.stockwright.fulfilment.internal.availability;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.spi.ItemFacts;
import org.stockwright.fulfilment.Availability.Want;
import org.stockwright.fulfilment.internal.OrderWorld;
import org.stockwright.fulfilment.spi.IncomingSupply.Supply;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.spi.PlaceTree;

import static org.assertj.core.api.Assertions.assertThat;

/** Promises from places and from any place never take the same goods. */
class PlacePromisesTest extends OrderWorld {

    private static final int DAYS = 6;

    @BeforeEach
    void places() {
        warehouse.items("A");
        warehouse.places().saveAll(List.of(Locations.Draft.of("EAST", "East", "", LocationKind.WAREHOUSE),
            Locations.Draft.of("E1", "E1", "EAST", LocationKind.BIN),
            Locations.Draft.of("E2", "E2", "EAST", LocationKind.BIN),
            Locations.Draft.of("WEST", "West", "", LocationKind.WAREHOUSE))).value();
    }

    private Optional<LocationId> at(String code) {
        return code.isEmpty() ? Optional.empty() : Optional.of(warehouse.place(code).id());
    }

    private Document order(String place, long pieces, int days) {
        return orders().place(request(line("A", pieces)).from(at(place))
            .wanted(days == 0 ? Optional.empty() : Optional.of(TODAY.plusDays(days)), 0)).value();
    }

    private static Optional<LocalDate> promised(Document order) {
        return order.lines().stream().map(DocumentLine::promised).findFirst().orElseThrow();
    }

    /** What would be promised; nothing is ordered. */
    private Optional<LocalDate> asked(String place, long pieces) {
        return availability()
            .promise(List.of(new Want(warehouse.itemOf("A"), pcs(pieces), Optional.empty())), at(place))
            .value().getFirst().day();
    }

    @Test
    void anOrderWithoutAPlaceIsFilledFromElsewhereFirstAndKeepsTheRestHere() {
        receive("E1", "A", 10);
        receive("B1", "A", 4);
        assertThat(promised(order("", 6, 0))).hasValue(TODAY);
        // 4 of the 6 come from elsewhere, 2 are kept in the east
        assertThat(availability().of(List.of(warehouse.itemOf("A")), at("EAST")).getFirst().days().getFirst()
            .promisable()).isEqualTo(pcs(8));
        assertThat(asked("EAST", 9)).isEmpty();
        assertThat(promised(order("EAST", 8, 0))).hasValue(TODAY);
        assertThat(promised(order("", 1, 0))).isEmpty();
    }

    @Test
    void whatAPlacePromisedLaterIsNotGivenToThoseWhoNameNone() {
        receive("E1", "A", 10);
        assertThat(promised(order("EAST", 10, 5))).hasValue(TODAY.plusDays(5));
        receive("B1", "A", 3);
        assertThat(asked("", 4)).isEmpty();
        assertThat(promised(order("", 3, 0))).hasValue(TODAY);
    }

    /** So many pieces that are somewhere from a day on, or wanted by one. */
    private record Pieces(String place, int day, int many) {
    }

    @Test
    void whatCanBePromisedIsExactlyWhatLeavesEveryPromiseKept() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        PlaceTree tree = new PlaceTree(warehouse.places());
        ItemId item = warehouse.itemOf("A");
        ItemFacts facts = warehouse.work().read(transaction -> ItemFacts.read(transaction, List.of(item)).get(item));
        List<String> places = List.of("", "EAST", "E1", "E2", "WEST", "MAIN", "B1");
        Set<LocationId> named = new HashSet<>();
        places.forEach(place -> at(place).ifPresent(named::add));
        for (int round = 0; round < 150; round++) {
            List<Pieces> supplies = new ArrayList<>();
            List<ItemFigures.Lying> lying = new ArrayList<>();
            List<Supply> coming = new ArrayList<>();
            for (int i = 1 + random.nextInt(5); i > 0; i--) {
                Pieces one = new Pieces(places.get(random.nextInt(places.size())), random.nextInt(DAYS),
                    1 + random.nextInt(5));
                supplies.add(one);
                BigDecimal many = BigDecimal.valueOf(one.many());
                if (one.day() == 0 && !one.place().isEmpty()) {
                    lying.add(new ItemFigures.Lying(at(one.place()).orElseThrow(), "", many, BigDecimal.ZERO, many));
                } else {
                    coming.add(new Supply(item, many, Optional.of(TODAY.plusDays(one.day())), at(one.place()), "PO",
                        1));
                }
            }
            PlacePromises promises = PlacePromises.of(TODAY,
                Map.of(item, new ItemFigures(facts, lying, coming, List.of())), tree, named);
            List<Pieces> wanted = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                String place = places.get(random.nextInt(places.size()));
                int day = random.nextInt(DAYS);
                int most = promises.of(item, at(place)).promisable(TODAY.plusDays(day)).intValueExact();
                String what = "round " + round + ": " + supplies + ", promised " + wanted + ", then " + place + " by "
                    + day;
                assertThat(isPossible(tree, supplies, wanted, new Pieces(place, day, most))).as(what).isTrue();
                assertThat(isPossible(tree, supplies, wanted, new Pieces(place, day, most + 1))).as(what).isFalse();
                if (most > 0) {
                    int some = 1 + random.nextInt(most);
                    wanted.add(new Pieces(place, day, some));
                    promises.take(Map.of(item, BigDecimal.valueOf(some)), at(place), TODAY.plusDays(day));
                }
            }
        }
    }

    /** Whether each wanted piece can have a piece of its own, by trying (a matching with augmenting paths). */
    private boolean isPossible(PlaceTree tree, List<Pieces> supplies, List<Pieces> wanted, Pieces more) {
        List<Pieces> have = new ArrayList<>();
        supplies.forEach(one -> have.addAll(java.util.Collections.nCopies(one.many(), one)));
        List<Pieces> want = new ArrayList<>(java.util.Collections.nCopies(more.many(), more));
        wanted.forEach(one -> want.addAll(java.util.Collections.nCopies(one.many(), one)));
        int[] taker = new int[have.size()];
        Arrays.fill(taker, -1);
        for (int i = 0; i < want.size(); i++) {
            if (!finds(tree, i, want, have, taker, new boolean[have.size()])) {
                return false;
            }
        }
        return true;
    }

    private boolean finds(PlaceTree tree, int who, List<Pieces> want, List<Pieces> have, int[] taker,
        boolean[] asked) {
        for (int i = 0; i < have.size(); i++) {
            if (!asked[i] && fits(tree, want.get(who), have.get(i))) {
                asked[i] = true;
                if (taker[i] < 0 || finds(tree, taker[i], want, have, taker, asked)) {
                    taker[i] = who;
                    return true;
                }
            }
        }
        return false;
    }

    private boolean fits(PlaceTree tree, Pieces want, Pieces have) {
        // goods without a place that come today are here tomorrow at the earliest, as all that is late; none are made so
        return have.day() <= want.day() && (want.place().isEmpty() || !have.place().isEmpty()
            && tree.isWithin(at(have.place()).orElseThrow(), Set.of(at(want.place()).orElseThrow())));
    }

}
