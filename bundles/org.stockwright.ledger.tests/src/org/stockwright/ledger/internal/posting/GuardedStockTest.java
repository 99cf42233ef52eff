package org.stockwright.ledger.internal.posting;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.stockwright.base.Contributions;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.Tracking;
import org.stockwright.ledger.Ledger;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.spi.PostingParticipant;
import org.stockwright.persistence.InstalledModule.Guard;
import org.stockwright.persistence.InstalledModule.Subject;
import org.stockwright.persistence.Transaction;
import org.stockwright.testkit.GuestModule;
import org.stockwright.testkit.Warehouse;

import static org.assertj.core.api.Assertions.assertThat;

/** What a module guards that is missing, or whose checks are disabled, does not move; everything else does. */
class GuardedStockTest extends LedgerWorld {

    private static final String TABLES = """
        CREATE TABLE guest_item (item_id BIGINT NOT NULL PRIMARY KEY);
        CREATE TABLE guest_lot (lot_id BIGINT NOT NULL PRIMARY KEY);
        """;
    private static final List<Guard> GUARDS = List.of(new Guard(Subject.ITEM, "guest_item", "item_id"),
        new Guard(Subject.LOT, "guest_lot", "lot_id"));

    @TempDir
    private Path scripts;

    private Outcome<PostingReceipt> post(String key, MovementLine... lines) {
        return warehouse.ledger().post(warehouse.request(key, lines));
    }

    private void guard(String sql, Object what) {
        warehouse.work().write(transaction -> {
            try (PreparedStatement insert = transaction.connection().prepareStatement(sql)) {
                insert.setObject(1, what);
                return Outcome.done(insert.executeUpdate());
            }
        }).value();
    }

    private MovementLine in(String item) {
        return warehouse.line("SUPPLIER", "MAIN", item, 1);
    }

    private MovementLine inLot(String lot) {
        return in("G-LOTS").withLot(lot);
    }

    @Test
    void stockOfAMissingModuleDoesNotMoveUntilItIsThereAgain() {
        try (GuestModule guest = GuestModule.install(scripts, TABLES, List.of(), GUARDS)) {
            world.reopen();
            warehouse.items("G-GUARDED", "G-FREE");
            warehouse.item("G-LOTS", Warehouse.PCS, Tracking.LOT, "");
            assertThat(post("G1", in("G-GUARDED"), in("G-FREE"), inLot("L1"), inLot("L2")).isDone()).isTrue();
            guard("INSERT INTO guest_item VALUES (?)", warehouse.itemOf("G-GUARDED").value());
            guard("INSERT INTO guest_lot SELECT id FROM lot WHERE code = ?", "L1");
            assertThat(post("G2", in("G-GUARDED"), inLot("L1")).isDone()).as("it is there to check").isTrue();
        }
        world.reopen();
        Outcome<PostingReceipt> refused = post("G3", in("G-FREE"), in("G-GUARDED"), inLot("L2"), inLot("L1"));
        assertThat(refused.refusals()).extracting(Refusal::code).containsOnly(LedgerRefusal.GUARD_MISSING);
        assertThat(refused.refusals()).extracting(Refusal::sentence).containsExactlyInAnyOrder(
            "G-GUARDED is checked by Guest, and the feature test.guest.feature is not installed",
            "G-LOTS is checked by Guest, and the feature test.guest.feature is not installed");
        assertThat(refused.refusals().getFirst().hint()).contains("Install the feature test.guest.feature 1.0.0");
        assertThat(post("G4", in("G-FREE"), inLot("L2")).isDone()).as("nobody else has to wait").isTrue();
        List<PostingRequest> many = List.of(warehouse.request("G5", in("G-FREE")),
            warehouse.request("G6", in("G-GUARDED")));
        assertThat(warehouse.ledger().postAll(many, Ledger.BulkMode.DRY_RUN, Progress.NONE).refusals())
            .as("files are checked alike")
            .extracting(Refusal::code).containsExactly(LedgerRefusal.GUARD_MISSING);
        try (GuestModule again = GuestModule.install(scripts, TABLES, List.of(), GUARDS)) {
            world.reopen();
            assertThat(post("G7", in("G-GUARDED"), inLot("L1")).isDone()).isTrue();
        }
        world.reopen();
    }

    /** A module of the same bundle as the check's. */
    private static final class OwnModule extends GuestModule {

        OwnModule(Path folder) {
            super(folder, TABLES, List.of(), GUARDS);
        }

    }

    /** A check of the same bundle as the module's. */
    private static final class Failing implements PostingParticipant {

        @Override
        public String name() {
            return "Guest's check";
        }

        @Override
        public List<Refusal> check(Transaction transaction, PostingRequest request) {
            throw new IllegalStateException("never works");
        }

    }

    @Test
    void stockOfAModuleWhoseChecksAreDisabledDoesNotMoveEither() {
        Failing check = new Failing();
        Contributions contributions = world.service(Contributions.class);
        ServiceRegistration<PostingParticipant> registration = FrameworkUtil.getBundle(GuardedStockTest.class)
            .getBundleContext().registerService(PostingParticipant.class, check, null);
        try (GuestModule own = new OwnModule(scripts)) {
            world.reopen();
            warehouse.items("G-OURS", "G-ANY");
            guard("INSERT INTO guest_item VALUES (?)", warehouse.itemOf("G-OURS").value());
            for (int i = 0; i < Contributions.MOST_FAILURES; i++) {
                assertThat(post("F" + i, in("G-ANY")).refusals().getFirst().sentence())
                    .isEqualTo("Guest's check refuses: java.lang.IllegalStateException: never works");
            }
            assertThat(contributions.isDisabled(check)).isTrue();
            assertThat(post("F9", in("G-ANY")).isDone()).as("it guards nothing of this").isTrue();
            Refusal refusal = post("F10", in("G-OURS")).refusals().getFirst();
            assertThat(refusal.code()).isEqualTo(LedgerRefusal.GUARD_DISABLED);
            assertThat(refusal.sentence())
                .isEqualTo("G-OURS is checked by Guest, whose checks failed and are disabled");
        } finally {
            registration.unregister();
            contributions.enable(Failing.class.getName());
        }
        world.reopen();
    }

}
