package org.stockwright.cli.internal;

import java.io.IOException;
import java.util.List;

import org.stockwright.base.Refusal;
import org.stockwright.exchange.RowWriter;
import org.stockwright.ledger.MovementView;
import org.stockwright.ledger.Stock;
import org.stockwright.ledger.Stock.Contribution;
import org.stockwright.ledger.StockQuery.Grouping;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the rows that a number comes from. */
@Command(name = "explain", description = "Lists the movements that a figure comes from, with a running sum.", footer = {
    "", "Example:", "  stockwright explain on-hand --item BOLT --location A1 --db ./acme" })
final class ExplainCommand extends BookCommand {

    private static final String ON_HAND = "on-hand";
    private static final List<String> COLUMNS = List.of("seq", "key", "effective", "recorded", "type", "item",
        "quantity", "unit", "from", "to", "lot", "delta", "running", "reference", "user");

    @Parameters(index = "0", paramLabel = "FIGURE", description = "on-hand")
    String figure;

    @Mixin
    OnHandCommand.StockOptions stock = new OnHandCommand.StockOptions();

    @Spec
    CommandSpec spec;

    ExplainCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    public Integer call() throws IOException {
        if (!ON_HAND.equals(figure)) {
            throw new RefusedException(Refusal.of(CliRefusal.NOT_IN_THIS_RELEASE, "explain " + figure)
                .hint("Only on-hand can be explained."));
        }
        if (stock.item == null) {
            throw new ParameterException(spec.commandLine(), "--item is needed.");
        }
        return super.call();
    }

    @Override
    int run(Session session) throws IOException {
        List<Contribution> parts = session.service(Stock.class).explain(stock.query(session, Grouping.ITEM));
        session.progress().clear();
        try (RowWriter rows = invocation().data(options, "explain", COLUMNS)) {
            for (Contribution part : parts) {
                MovementView movement = part.movement();
                rows.write(movement.seq(), movement.key(), movement.effective(), movement.recorded(),
                    movement.kind().word(), movement.item(), movement.quantity().amount(),
                    movement.quantity().unit().code(), movement.from(), movement.to(), movement.lot(),
                    part.delta().amount(), part.running().amount(), movement.reference(), movement.user());
            }
        }
        return DONE;
    }

}
