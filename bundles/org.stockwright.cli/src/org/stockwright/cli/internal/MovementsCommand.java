package org.stockwright.cli.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

import org.stockwright.exchange.RowWriter;
import org.stockwright.ledger.MovementQuery;
import org.stockwright.ledger.MovementView;
import org.stockwright.ledger.Stock;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the ledger. */
@Command(name = "movements", description = "Prints the ledger, with the cost of each movement.", footer = { "",
    "Example:", "  stockwright movements --item BOLT --from 2026-01-01 --to 2026-01-31 --db ./acme" })
final class MovementsCommand extends BookCommand {

    private static final List<String> COLUMNS = List.of("seq", "key", "effective", "recorded", "type", "item",
        "quantity", "unit", "from", "to", "lot", "unit_cost", "value", "reference", "user");

    @Option(names = "--item", paramLabel = "I", description = "only this item: its code, alias or barcode")
    String item;

    @Option(names = "--location", paramLabel = "L", description = "only from or to this location and its parts")
    String location;

    @Option(names = "--from", paramLabel = "T", description = "effective then or later; a date means its start")
    String from;

    @Option(names = "--to", paramLabel = "T", description = "effective then or earlier; a date means its end")
    String to;

    MovementsCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Session session) throws IOException {
        MovementQuery query = new MovementQuery(session.item(item), session.location(location), Optional.empty(),
            session.moments().startOf(from), session.moments().endOf(to), Optional.empty(), "", Optional.empty(),
            false);
        MovementCosts costs = MovementCosts.read(session, query.item(), query.from());
        try (RowWriter rows = invocation().data(options, "movements", COLUMNS)) {
            session.service(Stock.class).stream(query, movement -> write(session, rows, movement, costs),
                session.progress());
            session.progress().clear();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return DONE;
    }

    private static void write(Session session, RowWriter rows, MovementView movement, MovementCosts costs) {
        try {
            rows.write(movement.seq(), movement.key(), movement.effective(), movement.recorded(),
                movement.kind().word(), movement.item(), movement.quantity().amount(),
                movement.quantity().unit().code(), movement.from(), movement.to(), movement.lot(),
                costs.unitCost(movement).orElse(null), costs.value(movement).map(session::amount).orElse(null),
                movement.reference(), movement.user());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

}
