package org.stockwright.catalog.internal;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Outcome;
import org.stockwright.base.Rational;
import org.stockwright.base.Refusal;
import org.stockwright.base.RefusalCode;
import org.stockwright.base.Unit;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Pack;
import org.stockwright.catalog.Tracking;
import org.stockwright.catalog.UnitView;
import org.stockwright.catalog.Units;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;

/** What the ledger relies on stays as it is once there are movements. */
class InUseTest {

    private static final Unit KG = Unit.of("KG", "mass", Rational.ONE, 3);
    private static final Unit G = Unit.of("G", "mass", Rational.of(1, 1000), 0);
    private static final Unit T = Unit.of("T", "mass", Rational.of(1000, 1), 3);
    private static final Currency EUR = Currency.getInstance("EUR");

    @TempDir
    static Path folder;

    private static World world;
    private static Items items;
    private static Units units;
    private static CompanyProfiles profiles;
    private static Item moved;

    @BeforeAll
    static void open() {
        world = World.open(folder.resolve("in-use"));
        items = world.service(Items.class);
        units = world.service(Units.class);
        profiles = world.service(CompanyProfiles.class);
        for (Unit unit : List.of(Unit.EACH, KG, G, T)) {
            units.save(new UnitView("Unit " + unit, unit)).value();
        }
        profiles.save(new CompanyProfile("Test", EUR, ZoneId.of("UTC"), false)).value();
        moved = items.save(ItemDraft.of("MOVED", "Flour", "KG")).value();
        world.service(UnitOfWork.class).write(tx -> move(tx, moved)).value();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    /** A movement as the ledger writes it, entered in grams; the rows are enough for what is asked here. */
    private static Outcome<Long> move(Transaction tx, Item item) throws SQLException {
        long place = tx.nextIds("catalog_seq", 2);
        long balance = tx.nextIds("balance_seq", 2);
        long posting = tx.nextId("posting_seq");
        long seq = tx.nextId("movement_seq");
        try (Statement sql = tx.connection().createStatement()) {
            for (int i = 0; i < 2; i++) {
                sql.executeUpdate("INSERT INTO location (id, code, name, path, kind, partner_id, active, version) "
                    + "VALUES (" + (place + i) + ", 'L" + i + "', 'Place', 'L" + i + "', 'BIN', 0, 1, 0)");
                sql.executeUpdate("INSERT INTO balance (id, item_id, location_id, lot_id, owner_id, status, "
                    + "handling_unit_id, kept, negative_allowed, on_hand, reserved) VALUES (" + (balance + i) + ", "
                    + item.id() + ", " + (place + i) + ", 0, 0, 'AVAILABLE', 0, 1, 1, " + (i == 0 ? -2 : 2) + ", 0)");
            }
            sql.executeUpdate("INSERT INTO posting (id, posting_key, content_hash, user_name, recorded_at) VALUES ("
                + posting + ", 'K', '" + "0".repeat(64) + "', 'tester', 1)");
            sql.executeUpdate("INSERT INTO movement (seq, posting_id, line, kind, item_id, from_balance_id, "
                + "to_balance_id, quantity, entered_quantity, entered_unit, effective_at, recorded_at) VALUES (" + seq
                + ", " + posting + ", 1, 'TRANSFER', " + item.id() + ", " + balance + ", " + (balance + 1)
                + ", 2, 2000, 'G', 1, 1)");
        }
        return Outcome.done(seq);
    }

    private static List<RefusalCode> codes(Outcome<?> outcome) {
        return outcome.refusals().stream().map(Refusal::code).toList();
    }

    private static ItemDraft changed(String unit, Tracking tracking, List<Pack> packs) {
        return new ItemDraft(Optional.of(moved.id()), "MOVED", "Flour", "", "", unit, Set.of(), tracking,
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true, packs,
            List.of(), List.of(), -1);
    }

    @Test
    void theBaseUnitOfAnItemThatMovedStays() {
        Outcome<Item> outcome = items.save(changed("G", Tracking.NONE, List.of()));

        assertThat(codes(outcome)).containsExactly(CatalogRefusal.IN_USE);
        assertThat(outcome.refusals().getFirst().place().column()).isEqualTo("unit");
        assertThat(outcome.refusals().getFirst().hint()).contains("KG");
    }

    @Test
    void theTrackingOfAnItemInStockStays() {
        assertThat(codes(items.save(changed("KG", Tracking.LOT, List.of())))).containsExactly(CatalogRefusal.IN_USE);
    }

    @Test
    void whatTheLedgerDoesNotRelyOnMayChange() {
        assertThat(items.save(changed("KG", Tracking.NONE, List.of(new Pack("SACK", "Sack", Rational.of(25, 2), 1))))
            .isDone()).isTrue();
        assertThat(units.save(new UnitView("Kilo", KG)).isDone()).isTrue();
    }

    @Test
    void aUnitThatMovementsSpeakOfKeepsItsMeaning() {
        assertThat(codes(units.save(new UnitView("K", Unit.of("KG", "mass", Rational.of(2, 1), 3)))))
            .containsExactly(CatalogRefusal.IN_USE);
        assertThat(codes(units.save(new UnitView("K", Unit.of("KG", "weight", Rational.ONE, 3)))))
            .containsExactly(CatalogRefusal.IN_USE);
        assertThat(codes(units.save(new UnitView("K", Unit.of("KG", "mass", Rational.ONE, 2)))))
            .containsExactly(CatalogRefusal.IN_USE);
        assertThat(codes(units.save(new UnitView("K", new Unit("KG", "mass", Rational.ONE, 3, new BigDecimal("0.5"))))))
            .containsExactly(CatalogRefusal.IN_USE);
        assertThat(codes(units.save(new UnitView("G", Unit.of("G", "mass", Rational.of(1, 100), 0)))))
            .as("movements were entered in grams").containsExactly(CatalogRefusal.IN_USE);
        assertThat(units.byCode("KG")).contains(KG);
        assertThat(ImportFile.of("unit;scale\nKG;5").store("units").refusals()).singleElement()
            .satisfies(refusal -> assertThat(refusal.place().column()).isEqualTo("scale"));
    }

    @Test
    void aUnitThatNobodyPostedInMayChange() {
        assertThat(units.save(new UnitView("Tonne", Unit.of("T", "mass", Rational.of(1000, 1), 6))).isDone()).isTrue();
    }

    @Test
    void theCurrencyOfBooksWithPostingsStays() {
        Outcome<CompanyProfile> other = profiles
            .save(new CompanyProfile("Test", Currency.getInstance("USD"), ZoneId.of("UTC"), false));

        assertThat(codes(other)).containsExactly(CatalogRefusal.IN_USE);
        assertThat(profiles.save(new CompanyProfile("Renamed", EUR, ZoneId.of("Europe/Berlin"), false)).isDone())
            .isTrue();
        assertThat(profiles.current().orElseThrow().name()).isEqualTo("Renamed");
        assertThat(codes(profiles.save(new CompanyProfile(" ", EUR, ZoneId.of("UTC"), false))))
            .containsExactly(CatalogRefusal.MISSING);
    }

    @Test
    void anItemIsEnteredInItsPacksAndInUnitsOfItsDimension() {
        Item item = items.save(changed("KG", Tracking.NONE, List.of(new Pack("SACK", "Sack", Rational.of(25, 2), 1))))
            .value();

        assertThat(units.unitFor(item, "KG").value()).isEqualTo(KG);
        assertThat(units.unitFor(item, "G").value()).isEqualTo(G);
        assertThat(units.unitFor(item, "SACK").value().factor()).isEqualTo(Rational.of(25, 2));
        assertThat(codes(units.unitFor(item, "EA"))).containsExactly(CatalogRefusal.UNIT_DOES_NOT_FIT);
        assertThat(codes(units.unitFor(item, "SAK"))).containsExactly(CatalogRefusal.UNKNOWN_UNIT);
        assertThat(units.unitFor(item, "SAK").refusals().getFirst().hint()).isEqualTo("Did you mean SACK?");
        assertThat(units.unitFor(item, "EA").refusals().getFirst().hint()).contains("KG, SACK, G, T");
    }

}
