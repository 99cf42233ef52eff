package org.stockwright.ledger.internal.posting;

import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.NegativePolicy;
import org.stockwright.catalog.Tracking;
import org.stockwright.ledger.BulkResult;
import org.stockwright.ledger.Ledger.BulkMode;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.testkit.Warehouse;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BulkPostingTest extends LedgerWorld {

    private List<PostingRequest> mixed(String item) {
        return List.of(warehouse.request(item + 1, warehouse.line("MAIN", "CUSTOMER", item, 1)),
            warehouse.request(item + 2, warehouse.line("SUPPLIER", "MAIN", item, 5)),
            warehouse.request(item + 3, warehouse.line("MAIN", "CUSTOMER", item, 3)),
            warehouse.request(item + 4, warehouse.line("MAIN", "CUSTOMER", item, 3)),
            warehouse.request(item + 2, warehouse.line("SUPPLIER", "MAIN", item, 5)),
            warehouse.request(item + 2, warehouse.line("SUPPLIER", "MAIN", item, 6)));
    }

    @Test
    void documentsAreCheckedAsIfThoseBeforeThemWerePosted() {
        warehouse.items("BA");
        BulkResult dry = run(mixed("BA"), BulkMode.DRY_RUN);
        assertThat(dry.posted()).isEqualTo(2);
        assertThat(dry.repeated()).isEqualTo(1);
        assertThat(dry.refusals()).extracting(refusal -> refusal.place().line() + " " + refusal.code().name())
            .containsExactly("1 WOULD_GO_NEGATIVE", "4 WOULD_GO_NEGATIVE", "6 KEY_REUSED_WITH_OTHER_CONTENT");
        assertThat(dry.refusals().get(1).hint()).isEqualTo("The largest quantity that fits is 2 PCS.");
        assertThat(warehouse.ledger().search("BA", 9)).isEmpty();
        BulkResult nothing = run(mixed("BA"), BulkMode.ALL_OR_NOTHING);
        assertThat(nothing.posted()).isZero();
        assertThat(warehouse.ledger().search("BA", 9)).isEmpty();
        BulkResult good = run(mixed("BA"), BulkMode.KEEP_GOOD);
        assertThat(good.posted()).isEqualTo(2);
        assertThat(good.refusals()).isEqualTo(dry.refusals());
        assertThat(warehouse.onHand("MAIN", "BA")).isEqualByComparingTo("2");
    }

    @Test
    void lotsThatComeInEarlierInTheFileMayBeNamedLater() {
        warehouse.item("BL", Warehouse.PCS, Tracking.LOT, "");
        BulkResult result = run(List.of(
            warehouse.request("BL0", warehouse.line("MAIN", "CUSTOMER", "BL", 1).withLot("A")),
            warehouse.request("BL1", warehouse.line("SUPPLIER", "MAIN", "BL", 4).withLot("A")),
            warehouse.request("BL2", warehouse.line("MAIN", "CUSTOMER", "BL", 1).withLot("A")),
            warehouse.request("BL3", warehouse.line("SUPPLIER", "MAIN", "BL", 1).withLot("B")
                .withStatus("NO SUCH", "")),
            warehouse.request("BL4", warehouse.line("MAIN", "CUSTOMER", "BL", 1).withLot("B"))), BulkMode.KEEP_GOOD);
        assertThat(result.refusals()).extracting(refusal -> refusal.place().line() + " " + refusal.code().name())
            .containsExactly("1 UNKNOWN_LOT", "4 UNKNOWN_STATUS", "5 UNKNOWN_LOT");
        assertThat(warehouse.onHand("MAIN", "BL")).isEqualByComparingTo("3");
    }

    @Test
    void whatSomebodyElseTookMeanwhileIsRefusedAndTheRestIsPosted() {
        warehouse.items("RACE");
        warehouse.ledger().post(warehouse.request("RACE", warehouse.line("SUPPLIER", "MAIN", "RACE", 10))).value();
        List<PostingRequest> ten = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ten.add(warehouse.request("RACE" + i, warehouse.line("MAIN", "CUSTOMER", "RACE", 1)));
        }
        BulkResult result = warehouse.ledger().postAll(ten, BulkMode.KEEP_GOOD, thief("Posting", "RACE"));
        assertThat(result.posted()).isEqualTo(6);
        assertThat(result.refusals()).extracting(refusal -> refusal.place().line()).containsExactly(7L, 8L, 9L, 10L);
    }

    /** Takes four away when a task begins. */
    private Progress thief(String moment, String item) {
        return new Progress() {

            @Override
            public void begin(String task, long total) {
                if (task.equals(moment)) {
                    warehouse.ledger()
                        .post(warehouse.request("THIEF" + item, warehouse.line("MAIN", "CUSTOMER", item, 4))).value();
                }
            }

            @Override
            public void worked(long amount) {
                // not of interest
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
    }

    @Test
    void aPreviewStoresNothingAndNamesWhatIsRefusedOnlyWhenItIsPosted() {
        warehouse.item("PREV", Warehouse.PCS, Tracking.LOT, "");
        List<PostingRequest> file = List.of(
            warehouse.request("PREV1", warehouse.line("SUPPLIER", "MAIN", "PREV", 4).withLot("A")),
            warehouse.request("PREV2", warehouse.line("MAIN", "CUSTOMER", "PREV", 3).withLot("A")));
        BulkResult preview = run(file, BulkMode.PREVIEW);
        assertThat(preview.refusals()).isEmpty();
        assertThat(preview.posted()).isEqualTo(2);
        assertThat(warehouse.ledger().search("PREV", 9)).isEmpty();
        assertThat(run(file, BulkMode.ALL_OR_NOTHING).posted()).as("nothing of it was remembered").isEqualTo(2);
        assertThat(run(file, BulkMode.PREVIEW).repeated()).isEqualTo(2);
        warehouse.items("LATE");
        warehouse.ledger().post(warehouse.request("LATE", warehouse.line("SUPPLIER", "MAIN", "LATE", 6))).value();
        List<PostingRequest> six = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            six.add(warehouse.request("LATE" + i, warehouse.line("MAIN", "CUSTOMER", "LATE", 1)));
        }
        Progress once = thief("Posting for the preview", "LATE");
        BulkResult result = warehouse.ledger().postAll(six, BulkMode.PREVIEW, once);
        assertThat(result.posted()).isZero();
        assertThat(result.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.code().name()).isEqualTo("WOULD_GO_NEGATIVE");
            assertThat(refusal.place().line()).isEqualTo(3);
        });
        assertThat(warehouse.onHand("MAIN", "LATE")).isEqualByComparingTo("2");
    }

    @Test
    void policiesOfPlaceCategoryAndKindDecideWhatMayGoNegative() {
        warehouse.item("NEG", Warehouse.PCS, Tracking.NONE, "Goods/Toys");
        warehouse.bins("NB", "NC");
        Locations places = warehouse.places();
        assertThat(code(issue("N1", "NB"))).isEqualTo("WOULD_GO_NEGATIVE");
        places.setCategoryPolicy("Goods", allowing("WARN")).value();
        Outcome<?> warned = issue("N1", "NB");
        assertThat(warned.isDone()).isTrue();
        assertThat(warehouse.ledger().preview(warehouse.request("N0", warehouse.line("NB", "CUSTOMER", "NEG", 1)))
            .value().warnings()).extracting(Refusal::toString)
            .containsExactly("line 1: WENT_NEGATIVE: NEG at NB is negative now: -2 PCS Receive or adjust what is "
                + "missing.");
        BulkResult bulk = run(List.of(warehouse.request("N2", warehouse.line("NB", "CUSTOMER", "NEG", 1))),
            BulkMode.ALL_OR_NOTHING);
        assertThat(bulk.warnings()).extracting(refusal -> refusal.code().name()).containsExactly("WENT_NEGATIVE");
        Outcome<String> strict = places.setCategoryPolicy("Goods", Optional.empty());
        assertThat(code(strict)).isEqualTo("POLICY_VIOLATED");
        // a bin's own policy comes before the category's
        Locations.Draft own = new Locations.Draft("NC", "NC", "MAIN", LocationKind.BIN,
            PartnerId.SELF, Optional.empty(),
            Optional.of(NegativePolicy.BLOCK), true);
        places.saveAll(List.of(own)).value();
        assertThat(code(issue("N3", "NC"))).isEqualTo("WOULD_GO_NEGATIVE");
        warehouse.ledger().post(warehouse.request("N4", warehouse.line("SUPPLIER", "NB", "NEG", 2))).value();
        assertThat(places.setCategoryPolicy("Goods", Optional.empty()).isDone()).isTrue();
        assertThat(code(issue("N5", "NB"))).isEqualTo("WOULD_GO_NEGATIVE");
    }

    @Test
    void anItemThatMovesToAnotherCategoryFollowsItsPolicy() {
        warehouse.item("MOVES", Warehouse.PCS, Tracking.NONE, "Strict");
        warehouse.item("LOOSE", Warehouse.PCS, Tracking.NONE, "Loose");
        warehouse.bins("MV");
        warehouse.places().setCategoryPolicy("Loose", allowing("ALLOW")).value();
        warehouse.ledger().post(warehouse.request("MV0", warehouse.line("SUPPLIER", "MV", "MOVES", 1))).value();
        warehouse.setItem("MOVES", "category_id", warehouse.categoryOf("LOOSE"));
        warehouse.ledger().post(warehouse.request("MV1", warehouse.line("MV", "CUSTOMER", "MOVES", 3))).value();
        assertThat(warehouse.onHand("MV", "MOVES")).isEqualByComparingTo("-2");
    }

    @Test
    void derbyUnderstandsTheHintThatNamesAConstraint() {
        World.assumeDerby("its hints for the optimizer");
        assertThatThrownBy(() -> warehouse.work().read(transaction -> {
            new BulkSelect(transaction)
                .each("SELECT id FROM posting " + BulkSelect.by("no_such_constraint")
                    + "WHERE posting_key IN ", List.of("K"), "", row -> row.getLong(1));
            return true;
        })).hasStackTraceContaining("NO_SUCH_CONSTRAINT");
    }

    private static Optional<NegativePolicy> allowing(String policy) {
        return Optional.of(NegativePolicy.valueOf(policy));
    }

    private Outcome<?> issue(String key, String place) {
        return warehouse.ledger().post(warehouse.request(key, warehouse.line(place, "CUSTOMER", "NEG", 1)));
    }

    private static String code(Outcome<?> outcome) {
        return outcome.refusals().stream().findFirst().map(refusal -> refusal.code().name()).orElse("");
    }

    @Test
    void aPlanWaitsForNobodyAndBelievesInNoShortageThatIsNotCommitted() throws Exception {
        World.assumeDerby("readers of PostgreSQL lock nothing");
        warehouse.items("BU");
        warehouse.ledger().post(warehouse.request("BU0", warehouse.line("SUPPLIER", "MAIN", "BU", 10))).value();
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService others = Executors.newFixedThreadPool(2)) {
            Future<Outcome<Integer>> undone = others.submit(() -> warehouse.work().attempt(transaction -> {
                try (Statement update = transaction.connection().createStatement()) {
                    int rows = update.executeUpdate("UPDATE balance SET on_hand = 1 WHERE kept = 1 AND item_id = "
                        + warehouse.itemOf("BU").value());
                    taken.countDown();
                    go.await(30, TimeUnit.SECONDS);
                    return Outcome.done(rows);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
            taken.await();
            assertThat(run(List.of(warehouse.request("BU1", warehouse.line("SUPPLIER", "MAIN", "BU", 1))),
                BulkMode.DRY_RUN).posted()).as("while the other transaction is open").isEqualTo(1);
            Future<BulkResult> issue = others.submit(() -> run(
                List.of(warehouse.request("BU2", warehouse.line("MAIN", "CUSTOMER", "BU", 5))), BulkMode.DRY_RUN));
            Thread.sleep(300);
            assertThat(issue.isDone()).as("waits for what becomes of the stock").isFalse();
            go.countDown();
            assertThat(undone.get().value()).isEqualTo(1);
            assertThat(issue.get().refusals()).isEmpty();
        }
    }

    private PostingRequest dated(String key, Instant effective) {
        return new PostingRequest(key, effective, List.of(warehouse.line("SUPPLIER", "MAIN", "BD", 1)), "", "", "");
    }

    @Test
    void oneWarningTellsHowManyAreDatedBeforeTheLastPostingAndWhichIsTheEarliest() {
        warehouse.items("BD");
        Instant now = world.clock().instant();
        warehouse.ledger().post(dated("BD0", now)).value();
        List<PostingRequest> late = List.of(dated("BD1", now), dated("BD2", now.minus(Duration.ofDays(3))),
            dated("BD3", now.minus(Duration.ofDays(9))), dated("BD4", now.plus(Duration.ofDays(1))),
            new PostingRequest("BD5", now.minus(Duration.ofDays(20)),
                List.of(warehouse.line("MAIN", "CUSTOMER", "BD", 1_000)), "", "", ""));
        String two = "line 3: SOME_BEFORE_LAST_POSTING: Dated before the last posting of " + now
            + ": 2, the earliest of " + now.minus(Duration.ofDays(9))
            + " Reports of that time change. Check the dates if that is not what you want.";
        assertThat(run(late, BulkMode.DRY_RUN).warnings()).extracting(Refusal::toString).containsExactly(two);
        assertThat(run(late, BulkMode.ALL_OR_NOTHING).warnings()).as("nothing is posted").isEmpty();
        assertThat(run(late, BulkMode.KEEP_GOOD).warnings()).extracting(Refusal::toString).containsExactly(two);

        world.clock().advance(Duration.ofMinutes(1));
        BulkResult again = run(late, BulkMode.KEEP_GOOD);
        assertThat(again.repeated()).isEqualTo(4);
        assertThat(again.warnings()).as("nothing new is posted").isEmpty();
        List<PostingRequest> more = new ArrayList<>(late.subList(0, 3));
        more.add(dated("BD6", now.minus(Duration.ofDays(1))));
        assertThat(run(more, BulkMode.ALL_OR_NOTHING).warnings()).extracting(Refusal::toString).singleElement()
            .asString().startsWith("line 4: SOME_BEFORE_LAST_POSTING").contains(": 1, the earliest of ");
        assertThat(run(List.of(dated("BD7", world.clock().instant())), BulkMode.ALL_OR_NOTHING).warnings()).isEmpty();
        assertThat(warehouse.ledger().post(dated("BD8", now)).value().warnings())
            .as("a single posting is compared with what many brought").hasSize(1);
    }

    private BulkResult run(List<PostingRequest> requests, BulkMode mode) {
        return warehouse.ledger().postAll(requests, mode, Progress.NONE);
    }

}
