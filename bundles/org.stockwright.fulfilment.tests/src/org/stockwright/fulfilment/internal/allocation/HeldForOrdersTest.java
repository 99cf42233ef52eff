package org.stockwright.fulfilment.internal.allocation;

import java.sql.PreparedStatement;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.documents.Document;
import org.stockwright.fulfilment.internal.OrderWorld;
import org.stockwright.ledger.spi.BookCheck.Findings;

import static org.assertj.core.api.Assertions.assertThat;

class HeldForOrdersTest extends OrderWorld {

    @Test
    void aLineThatHoldsMoreThanIsOpenOrForAnotherNumberIsFound() {
        warehouse.items("BOLT");
        receive("B1", "BOLT", 9);
        Document order = place(line("BOLT", 6));
        allocate(order);
        assertThat(check()).isEqualTo(new Findings(1, java.util.List.of()));
        write("UPDATE document_line SET quantity = 4");
        assertThat(check().wrong()).containsExactly("SO-000001 line 1 holds 6, but only 4 are open");
        write("UPDATE document_line SET quantity = 6");
        write("UPDATE reservation SET holder = 'somebody'");
        assertThat(check().wrong())
            .containsExactly("SO-000001 line 1 holds stock of another item or under another number");
    }

    private Findings check() {
        return warehouse.work().read(transaction -> new HeldForOrders().run(transaction.connection()));
    }

    private void write(String sql) {
        warehouse.work().write(transaction -> {
            try (PreparedStatement update = transaction.connection().prepareStatement(sql)) {
                return Outcome.done(update.executeUpdate());
            }
        }).value();
    }

}
