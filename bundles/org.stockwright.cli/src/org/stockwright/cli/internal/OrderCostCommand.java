package org.stockwright.cli.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.stream.Stream;

import org.stockwright.exchange.RowWriter;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.ProductionOrders;
import org.stockwright.valuation.ProductionOrders.Charge;
import org.stockwright.valuation.ProductionOrders.Holding;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Charges work and overhead to a production order. */
@Command(name = "order-cost", description = {
    "Charges work and overhead to a production order, and shows what it holds then. What it makes from that date on",
    "takes it." }, footer = { "", "Example:",
        "  stockwright order-cost --key T-17 --order PO-4711 --labour 96.00 --overhead 24.00 --effective 2026-02-03",
        "    --db ./acme" })
final class OrderCostCommand extends BookCommand {

    @Option(names = "--key", paramLabel = "K", required = true, description = "made by you, unique: sending the same again, with its date, is harmless")
    String key;

    @Option(names = "--order", paramLabel = "O", required = true, description = "the reference under which goods are used up and made")
    String order;

    @Option(names = "--labour", paramLabel = "A", description = "work")
    String labour;

    @Option(names = "--overhead", paramLabel = "A", description = "overhead")
    String overhead;

    @Option(names = "--material", paramLabel = "A", description = "what was used up without stock of it")
    String material;

    @Option(names = "--freight", paramLabel = "A", description = "work of others and its freight")
    String freight;

    @Option(names = "--effective", paramLabel = "T", description = "when it counts; a date means its start; default: now")
    String effective;

    @Option(names = "--reason", paramLabel = "R", description = "why", defaultValue = "")
    String reason;

    @Spec
    CommandSpec spec;

    OrderCostCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    public Integer call() throws IOException {
        if (Stream.of(material, freight, labour, overhead).allMatch(amount -> amount == null)) {
            throw new ParameterException(spec.commandLine(),
                "An amount is missing: --labour, --overhead, --material or --freight.");
        }
        return super.call();
    }

    @Override
    int run(Session session) throws IOException {
        Cost amount = new Cost(number(material), number(freight), number(labour), number(overhead));
        Holding holding = RefusedException.orRefuse(session.service(ProductionOrders.class).charge(new Charge(key,
            order, session.moments().startOf(effective).orElseGet(session::now), amount, reason)));
        session.progress().clear();
        try (RowWriter rows = invocation().result(options, "order-cost", OrdersCommand.COLUMNS)) {
            rows.write(holding.order(), session.amount(holding.holds()));
        }
        return DONE;
    }

    private static BigDecimal number(String text) {
        return text == null ? BigDecimal.ZERO : Session.number(text);
    }

}
