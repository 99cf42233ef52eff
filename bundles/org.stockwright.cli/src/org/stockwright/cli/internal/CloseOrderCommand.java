package org.stockwright.cli.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

import org.stockwright.exchange.RowWriter;
import org.stockwright.valuation.ProductionOrders;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Closes a production order. */
@Command(name = "close-order", description = {
    "Closes a production order: what it still holds becomes a cost variance, and is shown." }, footer = { "",
        "Example:",
        "  stockwright close-order --key PO-4711-done --order PO-4711 --db ./acme" })
final class CloseOrderCommand extends BookCommand {

    @Option(names = "--key", paramLabel = "K", required = true, description = "made by you, unique: sending the same again, with its date, is harmless")
    String key;

    @Option(names = "--order", paramLabel = "O", required = true, description = "the reference under which goods are used up and made")
    String order;

    @Option(names = "--effective", paramLabel = "T", description = "when it is closed; a date means its start; default: now")
    String effective;

    @Option(names = "--reason", paramLabel = "R", description = "why", defaultValue = "")
    String reason;

    CloseOrderCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Session session) throws IOException {
        BigDecimal variance = RefusedException.orRefuse(session.service(ProductionOrders.class).close(key, order,
            session.moments().startOf(effective).orElseGet(session::now), reason));
        session.progress().clear();
        try (RowWriter rows = invocation().result(options, "close-order", List.of("order", "variance"))) {
            rows.write(order, session.amount(variance));
        }
        return DONE;
    }

}
