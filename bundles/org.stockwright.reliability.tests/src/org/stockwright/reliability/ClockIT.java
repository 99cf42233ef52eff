package org.stockwright.reliability;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.Reservations;
import org.stockwright.testkit.Warehouse;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;

/** The clock goes back, over a change to summer time, to another zone: the order is that of the numbers. */
class ClockIT {

    @TempDir
    private Path folder;

    private Book book;
    private final TimeZone zone = TimeZone.getDefault();

    @BeforeEach
    void make() {
        book = Book.make(folder.resolve("store"));
    }

    @AfterEach
    void close() {
        book.close();
        TimeZone.setDefault(zone);
    }

    @Test
    void recordedInstantsNeverGoBackHoweverTheClockDoes() {
        Instant before = Instant.MIN;
        long seq = 0;
        Duration[] jumps = { Duration.ofMinutes(5), Duration.ofHours(-1), Duration.ofMinutes(1), Duration.ofDays(-1),
            Duration.ofSeconds(1), Duration.ofDays(2), Duration.ofDays(-400) };
        for (int i = 0; i < jumps.length; i++) {
            book.world().clock().advance(jumps[i]);
            PostingReceipt receipt = post("J" + i);
            assertThat(receipt.recorded()).isAfterOrEqualTo(before);
            assertThat(receipt.firstSeq()).isGreaterThan(seq);
            before = receipt.recorded();
            seq = receipt.firstSeq();
        }
        book.world().reopen();
        assertThat(post("REOPENED").recorded()).as("after a restart too").isAfterOrEqualTo(before);
        assertThat(post("LATER").firstSeq()).isGreaterThan(seq);
        book.assertClean();
        book.assertChained();
    }

    @Test
    void aPostingThatIsDatedBeforeTheLastOneIsPostedWithAWarning() {
        assertThat(post("FIRST").warnings()).isEmpty();
        book.world().clock().advance(Duration.ofHours(-1));
        assertThat(post("BACK").warnings()).singleElement()
            .satisfies(warning -> assertThat(warning.sentence()).isEqualTo(
                "2026-01-15T07:00:00Z is before the last posting, which took effect at 2026-01-15T08:00:00Z"));
        book.world().reopen();
        assertThat(post("AFTER-RESTART").warnings()).hasSize(1);
        book.world().clock().advance(Duration.ofHours(3));
        assertThat(post("AHEAD").warnings()).isEmpty();
    }

    @Test
    void aChangeToSummerTimeAndAnotherZoneChangeNoInstant() {
        // in Berlin the clocks jump from 2:00 to 3:00 on 29 March 2026, and back on 25 October
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        for (String instant : List.of("2026-03-29T00:59:59Z", "2026-03-29T01:00:00Z", "2026-10-25T00:30:00Z",
            "2026-10-25T01:30:00Z")) {
            book.world().clock().set(Instant.parse(instant));
            assertThat(post(instant).recorded()).isEqualTo(Instant.parse(instant));
        }
        List<String> rows = book.rows("SELECT seq, recorded_at, effective_at FROM movement ORDER BY seq");
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        book.world().reopen();
        assertThat(book.rows("SELECT seq, recorded_at, effective_at FROM movement ORDER BY seq")).isEqualTo(rows)
            .hasSize(4);
        assertThat(book.rows("SELECT recorded_at FROM movement ORDER BY seq")).isSorted();
        book.assertClean();
        book.assertChained();
    }

    @Test
    void aReservationThatHasEndedStaysEndedWhenTheClockGoesBack() {
        Warehouse warehouse = book.warehouse();
        warehouse.ledger().post(warehouse.request("IN", warehouse.line("SUPPLIER", Book.HERE, "I0", 10))).value();
        hold("SOON", World.START.plus(Duration.ofHours(1)));
        book.world().clock().set(World.START.plus(Duration.ofHours(2)));
        // something is recorded at that time: the store has seen it
        post("SEEN");
        book.world().clock().set(World.START);
        assertThat(warehouse.reservations().expire()).isEqualTo(1);
        assertThat(warehouse.reservations().list()).isEmpty();
        assertThat(warehouse.reserved(Book.HERE, "I0")).isEqualByComparingTo("0");
        book.assertClean();
    }

    private void hold(String key, Instant expires) {
        book.warehouse().reservations()
            .hold(new Reservations.Request(key, book.warehouse().itemOf("I0"), book.warehouse().place(Book.HERE).id(),
                "", PartnerId.SELF, MovementLine.AVAILABLE, Quantity.of(4, Warehouse.PCS), "order",
                Optional.of(expires)))
            .value();
    }

    private PostingReceipt post(String key) {
        return book.warehouse().ledger()
            .post(book.warehouse().request(key, book.warehouse().line("SUPPLIER", Book.HERE, "I1", 1))).value();
    }

}
