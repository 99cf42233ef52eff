package org.stockwright.ledger.internal.posting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.Locations.Draft;

import static org.assertj.core.api.Assertions.assertThat;

class PlacesTest extends LedgerWorld {

    private Locations places() {
        return warehouse.places();
    }

    @Test
    void parentsMayStandAnywhereInTheList() {
        List<LocationId> ids = places().saveAll(List.of(bin("T-BIN", "T-AISLE"),
            Draft.of("T-AISLE", "", "T-ZONE", LocationKind.AISLE), Draft.of("T-ZONE", "Zone", "MAIN",
                LocationKind.ZONE)))
            .value();
        assertThat(places().get(ids.getFirst()).orElseThrow().parent()).contains(ids.get(1));
        assertThat(places().byCode("T-AISLE").orElseThrow().name()).isEqualTo("T-AISLE");
        List<String> order = places().list().stream().map(Location::code).toList();
        assertThat(order.indexOf("T-ZONE")).isGreaterThan(order.indexOf("MAIN")).isLessThan(order.indexOf("T-AISLE"));
        assertThat(path("T-BIN")).isEqualTo(path("T-AISLE") + ids.getFirst() + "/");
        // the aisle moves with all that is in it
        places().saveAll(List.of(Draft.of("T-AISLE", "", "", LocationKind.AISLE))).value();
        assertThat(path("T-BIN")).isEqualTo("/" + ids.get(1) + "/" + ids.getFirst() + "/");
        world.reopen();
        assertThat(places().byCode("T-BIN").orElseThrow().parent()).contains(ids.get(1));
    }

    private String path(String code) {
        return warehouse.work().read(transaction -> {
            try (var select = transaction.connection().prepareStatement("SELECT path FROM location WHERE code = ?")) {
                select.setString(1, code);
                try (var row = select.executeQuery()) {
                    row.next();
                    return row.getString(1);
                }
            }
        });
    }

    @Test
    void whatIsWrongIsToldAllAtOnceAndNothingIsStored() {
        Outcome<List<LocationId>> outcome = places().saveAll(List.of(bin("W1", "MAIN"), bin("W2", "NOWHERE"),
            bin("W3", "W4"), bin("W4", "W3"), bin("W1", "MAIN"), bin(" W5", "MAIN"), new Draft("W6", "", "MAIN",
                LocationKind.BIN, new PartnerId(99), Optional.empty(), Optional.empty(), true)));
        assertThat(outcome.refusals()).extracting(refusal -> refusal.place().line() + " " + refusal.code().name())
            .containsExactlyInAnyOrder("2 UNKNOWN_LOCATION", "3 LOCATION_CYCLE", "4 LOCATION_CYCLE",
                "5 BAD_LOCATION", "6 BAD_LOCATION", "7 BAD_LOCATION");
        assertThat(places().byCode("W1")).isEmpty();
    }

    @Test
    void theKindIsFixedOnceThereAreMovements() {
        warehouse.items("KIND");
        warehouse.bins("KB");
        places().saveAll(List.of(Draft.of("KB", "", "MAIN", LocationKind.ZONE))).value();
        places().saveAll(List.of(bin("KB", "MAIN"))).value();
        warehouse.ledger().post(warehouse.request("KB", warehouse.line("SUPPLIER", "KB", "KIND", 1))).value();
        assertThat(places().saveAll(List.of(Draft.of("KB", "", "MAIN", LocationKind.ZONE))).refusals())
            .extracting(refusal -> refusal.code().name()).containsExactly("LOCATION_IN_USE");
    }

    @Test
    void aPlaceThatIsNotActiveTakesNothing() {
        warehouse.items("OFF");
        places().saveAll(List.of(new Draft("OFF", "", "MAIN", LocationKind.BIN, PartnerId.SELF, Optional.empty(),
            Optional.empty(), false))).value();
        script("post  OFF  SUPPLIER  OFF  OFF  1 PCS  LOCATION_INACTIVE(OFF)");
    }

    @Test
    void tenThousandBinsAreStoredInSeconds() {
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            drafts.add(bin(String.format("MANY-%05d", i), "MAIN"));
        }
        long start = System.nanoTime();
        places().saveAll(drafts).value();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.out.printf("10,000 bins in %,d ms%n", took.toMillis());
        assertThat(places().byCode("MANY-09999")).isPresent();
        assertThat(took).isLessThan(Duration.ofSeconds(30));
    }

    private static Draft bin(String code, String parent) {
        return Draft.of(code, "", parent, LocationKind.BIN);
    }

}
