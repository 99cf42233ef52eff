package org.stockwright.cli.internal;

import java.io.IOException;
import java.util.List;

import org.stockwright.exchange.RowWriter;
import org.stockwright.valuation.ProductionOrders;
import org.stockwright.valuation.ProductionOrders.Holding;

import picocli.CommandLine.Command;

/** Lists production orders. */
@Command(name = "orders", description = {
    "Lists the production orders that have used up more than they gave to what they made, or the other way round." }, footer = {
        "", "Example:", "  stockwright orders --db ./acme" })
final class OrdersCommand extends BookCommand {

    /** What is shown of an order. */
    static final List<String> COLUMNS = List.of("order", "holds");

    OrdersCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Session session) throws IOException {
        List<Holding> open = session.service(ProductionOrders.class).open();
        session.progress().clear();
        try (RowWriter rows = invocation().data(options, "orders", COLUMNS)) {
            for (Holding order : open) {
                rows.write(order.order(), session.amount(order.holds()));
            }
        }
        return DONE;
    }

}
