package org.stockwright.service.internal.cases;

import java.sql.Statement;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.ledger.spi.BookCheck;
import org.stockwright.service.Cases.Cancel;
import org.stockwright.service.ServiceCase;
import org.stockwright.service.internal.stock.BatchesAreLots;
import org.stockwright.service.internal.stock.WorkWorld;

import static org.assertj.core.api.Assertions.assertThat;

/** A sound book has no findings, and each kind of damage is found and named. */
class WorkChecksTest extends WorkWorld {

    private final BookCheck batches = new BatchesAreLots();
    private final BookCheck units = new CasesHaveTheirUnits();

    private List<String> wrong(BookCheck check) {
        return warehouse.work().read(transaction -> check.run(transaction.connection())).wrong();
    }

    private void damage(String sql) {
        warehouse.work().write(transaction -> {
            try (Statement statement = transaction.connection().createStatement()) {
                return Outcome.done(statement.executeUpdate(sql));
            }
        }).value();
    }

    /** What is found while rows are damaged; they are whole again afterwards. */
    private List<String> found(BookCheck check, String damage, String repair) {
        damage(damage);
        List<String> wrong = wrong(check);
        damage(repair);
        assertThat(wrong(check)).isEmpty();
        return wrong;
    }

    @Test
    void damageIsNamed() {
        receive("PAPER", 100, "1");
        receive("STAMP", 100, "1");
        approved(2, stages());
        prepared(5);
        ServiceCase delivered = ready();
        cases().deliver(key(), delivered.document(), now()).value();
        ServiceCase scrapped = opened();
        cases().cancel(new Cancel(key(), scrapped.document(), true, "torn", now())).value();
        ServiceCase open = opened();
        assertThat(warehouse.work().read(transaction -> units.run(transaction.connection())).rows()).isEqualTo(3);
        assertThat(wrong(batches)).isEmpty();
        assertThat(wrong(units)).isEmpty();
        assertThat(found(batches, "UPDATE service_batch SET made = 4", "UPDATE service_batch SET made = 5"))
            .containsExactly("SP-000001 says that it made 4, the ledger says 5",
                "SP-000001 is done with 4 units, but 5 did not fail");
        assertThat(found(batches, "UPDATE service_unit SET state = 'FAILED' WHERE unit = 5",
            "UPDATE service_unit SET state = 'FREE' WHERE unit = 5"))
            .containsExactly("SP-000001 is done with 5 units, but 4 did not fail");
        assertThat(found(batches, "DELETE FROM service_unit WHERE unit = 5",
            "INSERT INTO service_unit (batch_id, unit, state, reason) SELECT document_id, 5, 'FREE', '' FROM service_batch"))
            .contains("SP-000001 has 4 units of 5");
        assertThat(found(units, "UPDATE service_unit SET state = 'HELD' WHERE unit = 1",
            "UPDATE service_unit SET state = 'USED' WHERE unit = 1"))
            .containsExactly("SV-000001 is DELIVERED, but its unit is HELD");
        assertThat(found(units, "UPDATE service_unit SET state = 'FREE', case_id = NULL WHERE unit = 3",
            "UPDATE service_unit SET state = 'HELD', case_id = " + open.document().value() + " WHERE unit = 3"))
            .containsExactly("SV-000003 is IN_WORK, but its unit is FREE");
        assertThat(found(units, "UPDATE service_unit SET state = 'FREE', case_id = NULL WHERE unit = 2",
            "UPDATE service_unit SET state = 'SCRAPPED', case_id = " + scrapped.document().value() + " WHERE unit = 2"))
            .containsExactly("SV-000002 has 1 units scrapped");
        assertThat(found(units, "UPDATE document SET state = 'READY' WHERE number = 'SV-000001'",
            "UPDATE document SET state = 'DELIVERED' WHERE number = 'SV-000001'"))
            .containsExactly("SV-000001 has 1 units issued", "SV-000001 is READY, but its unit is USED");
        assertThat(found(units, "UPDATE document SET state = 'DELIVERED' WHERE number = 'SV-000003'",
            "UPDATE document SET state = 'IN_WORK' WHERE number = 'SV-000003'"))
            .containsExactly("SV-000003 has 0 units issued", "SV-000003 is DELIVERED and holds 1",
                "SV-000003 is DELIVERED, but its unit is HELD");
    }

}
