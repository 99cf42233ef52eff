package org.stockwright.cli.internal;

import java.io.IOException;
import java.util.List;

import org.stockwright.exchange.RowWriter;
import org.stockwright.ledger.MovementView;
import org.stockwright.ledger.Stock;
import org.stockwright.ledger.Stock.Contribution;
import org.stockwright.ledger.StockQuery.Grouping;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the rows that a number comes from. */
@Command(name = "explain", description = {
    "Lists the rows that a figure comes from, with a running sum: the movements of on-hand, the journal's rows",
    "of a value, the goods and the journal's rows of a movement's cost." }, footer = { "", "Examples:",
        "  stockwright explain on-hand --item BOLT --location A1 --db ./acme",
        "  stockwright explain value --item BOLT --as-of 2026-01-31 --db ./acme",
        "  stockwright explain cost --movement 1007 --db ./acme" })
final class ExplainCommand extends BookCommand {

    private static final List<String> COLUMNS = List.of("seq", "key", "effective", "recorded", "type", "item",
        "quantity", "unit", "from", "to", "lot", "delta", "running", "reference", "user");
    private static final String ON_HAND = "on-hand";
    private static final String VALUE = "value";
    private static final String COST = "cost";

    @Parameters(index = "0", paramLabel = "FIGURE", description = "on-hand, value or cost")
    String figure;

    @Mixin
    OnHandCommand.StockOptions stock = new OnHandCommand.StockOptions();

    @Option(names = "--movement", paramLabel = "SEQ", description = "for cost: the movement, by its number in 'movements'")
    Long movement;

    @Spec
    CommandSpec spec;

    ExplainCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    public Integer call() throws IOException {
        if (!List.of(ON_HAND, VALUE, COST).contains(figure)) {
            throw new ParameterException(spec.commandLine(), "'" + figure
                + "' cannot be explained: on-hand, value or cost can.");
        }
        if (figure.equals(COST) ? movement == null : stock.item == null) {
            throw new ParameterException(spec.commandLine(),
                figure.equals(COST) ? "--movement is needed." : "--item is needed.");
        }
        if (figure.equals(VALUE) && stock.location != null) {
            throw new ParameterException(spec.commandLine(),
                "A value is an item's, not a location's: leave --location out.");
        }
        return super.call();
    }

    @Override
    int run(Session session) throws IOException {
        switch (figure) {
            case VALUE -> new ValueExplanation(session).write(session.item(stock.item).orElseThrow(),
                session.moments().endOf(stock.asOf), session.moments().endOf(stock.knownAt), invocation(), options);
            case COST -> new CostExplanation(session).write(movement, invocation(), options);
            default -> onHand(session);
        }
        return DONE;
    }

    private void onHand(Session session) throws IOException {
        List<Contribution> parts = session.service(Stock.class).explain(stock.query(session, Grouping.ITEM));
        session.progress().clear();
        try (RowWriter rows = invocation().data(options, "explain", COLUMNS)) {
            for (Contribution part : parts) {
                MovementView row = part.movement();
                rows.write(row.seq(), row.key(), row.effective(), row.recorded(), row.kind().word(), row.item(),
                    row.quantity().amount(), row.quantity().unit().code(), row.from(), row.to(), row.lot(),
                    part.delta().amount(), part.running().amount(), row.reference(), row.user());
            }
        }
    }

}
