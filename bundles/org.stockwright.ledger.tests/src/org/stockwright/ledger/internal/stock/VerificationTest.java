package org.stockwright.ledger.internal.stock;

import java.sql.Statement;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.Verification.Result;
import org.stockwright.persistence.AcknowledgementJournal;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VerificationTest extends StockWorld {

    /** What no product code would do, and how it is undone. */
    private record Damage(String todo, String undo) {
    }

    private void sql(String statement) {
        warehouse.work().write(transaction -> {
            try (Statement sql = transaction.connection().createStatement()) {
                return Outcome.done(sql.executeUpdate(statement));
            }
        }).value();
    }

    private List<String> failed() {
        return verification.verify(Progress.NONE).stream().filter(result -> !result.passed()).map(Result::check)
            .toList();
    }

    @AfterEach
    void theBookIsMendedAgain() {
        assertThat(failed()).isEmpty();
    }

    private void breaks(String check, Damage damage) {
        sql(damage.todo());
        try {
            assertThat(failed()).contains(check);
        } finally {
            sql(damage.undo());
        }
    }

    @Test
    void aChangedBalanceIsFoundAndRebuilt() {
        warehouse.items("V1");
        post("v1", warehouse.line("SUPPLIER", "A1", "V1", 5));
        sql("UPDATE balance SET on_hand = 6 WHERE kept = 1 AND item_id = " + warehouse.itemOf("V1"));
        assertThat(verification.verify(Progress.NONE)).anySatisfy(result -> {
            assertThat(result.check()).isEqualTo("balances-equal-movements");
            assertThat(result.passed()).isFalse();
            assertThat(result.detail()).contains("V1 at A1: stored 6, the movements say 5");
        });
        List<Result> rebuilt = verification.rebuild(Progress.NONE);
        assertThat(rebuilt.getFirst().check()).isEqualTo("rebuild-identical");
        assertThat(rebuilt.getFirst().passed()).isFalse();
        assertThat(rebuilt.subList(1, rebuilt.size())).allMatch(Result::passed);
        assertThat(warehouse.onHand("A1", "V1")).isEqualByComparingTo("5");
        assertThat(verification.rebuild(Progress.NONE)).allMatch(Result::passed);
    }

    @Test
    void whatIsReservedWithoutAnEventIsFound() {
        warehouse.items("V2");
        post("v2", warehouse.line("SUPPLIER", "A1", "V2", 5));
        String of = " WHERE kept = 1 AND item_id = " + warehouse.itemOf("V2");
        breaks("reserved-equals-events", new Damage("UPDATE balance SET reserved = 1" + of,
            "UPDATE balance SET reserved = 0" + of));
    }

    @Test
    void aWrongMarkOfABalanceIsFound() {
        warehouse.items("V3");
        post("v3", warehouse.line("SUPPLIER", "A1", "V3", 5));
        String of = " WHERE on_hand = 0 AND item_id = " + warehouse.itemOf("V3");
        breaks("balances-kept-by-kind", new Damage("UPDATE balance SET kept = 1" + of,
            "UPDATE balance SET kept = 0" + of));
    }

    @Test
    void aMissingDocumentNumberIsFound() {
        warehouse.items("V4");
        warehouse.ledger().post(new PostingRequest("v4", world.clock().instant(),
            List.of(warehouse.line("SUPPLIER", "A1", "V4", 5)), "", "", "GR")).value();
        breaks("document-numbers-without-gaps",
            new Damage("UPDATE number_series SET next_number = next_number + 1 WHERE code = 'GR'",
                "UPDATE number_series SET next_number = next_number - 1 WHERE code = 'GR'"));
    }

    @Test
    void aMovementInAnotherItemsBalanceIsFound() {
        warehouse.items("V5", "V6");
        post("v5", warehouse.line("SUPPLIER", "A1", "V5", 5));
        post("v6", warehouse.line("SUPPLIER", "A1", "V6", 5));
        String of = " WHERE id = (SELECT MIN(id) FROM balance WHERE item_id = %s)";
        breaks("movement-balances-same-item", new Damage(
            "UPDATE balance SET item_id = " + warehouse.itemOf("V5") + ", handling_unit_id = 0, status = 'REJECTED'"
                + of.formatted(warehouse.itemOf("V6")),
            "UPDATE balance SET item_id = " + warehouse.itemOf("V6") + ", status = 'AVAILABLE'"
                + " WHERE status = 'REJECTED'"));
    }

    @Test
    void anAcknowledgedPostingThatVanishedIsFound() {
        warehouse.items("V7");
        post("v7", warehouse.line("SUPPLIER", "A1", "V7", 5));
        warehouse.work().attempt(transaction -> {
            try (Statement sql = transaction.connection().createStatement()) {
                for (String table : List.of("movement", "posting")) {
                    if (World.isPostgres()) {
                        sql.execute("SET LOCAL ROLE NONE");
                        sql.execute("DROP TRIGGER " + table + "_append_only ON " + table);
                    } else {
                        sql.execute("DROP TRIGGER " + table + "_no_delete");
                    }
                }
                sql.execute(
                    "DELETE FROM movement WHERE posting_id = (SELECT id FROM posting WHERE posting_key = 'v7')");
                sql.execute("DELETE FROM posting WHERE posting_key = 'v7'");
            }
            Findings findings = new Findings("acknowledged-in-database", Progress.NONE);
            JournalCheck.run(world.service(AcknowledgementJournal.class),
                transaction.connection(), findings);
            assertThat(findings.result().passed()).isFalse();
            assertThat(findings.result().detail()).contains("was acknowledged and is not there");
            return Outcome.done(true);
        });
    }

    @Test
    void aCancelledVerificationStops() {
        Progress cancelled = new Progress() {

            @Override
            public void begin(String task, long total) {
                // not shown
            }

            @Override
            public void worked(long amount) {
                // not shown
            }

            @Override
            public boolean isCancelled() {
                return true;
            }

        };
        assertThatThrownBy(() -> verification.verify(cancelled)).isInstanceOf(Progress.Cancelled.class);
    }

}
