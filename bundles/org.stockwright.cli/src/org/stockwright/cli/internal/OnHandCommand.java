package org.stockwright.cli.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.stockwright.exchange.RowWriter;
import org.stockwright.ledger.Stock;
import org.stockwright.ledger.StockQuery;
import org.stockwright.ledger.StockQuery.Grouping;
import org.stockwright.ledger.StockRow;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows stock at an instant, as known at an instant. */
@Command(name = "on-hand", description = "Shows stock at an instant, as known at an instant.", footer = { "",
    "Example:", "  stockwright on-hand --item BOLT --as-of 2026-01-31 --by location --db ./acme" })
final class OnHandCommand extends BookCommand {

    private static final List<String> COLUMNS = List.of("item", "location", "lot", "owner", "status", "on_hand",
        "reserved", "available", "unit");

    /** What a row stands for. */
    enum By {
        /** An item. */
        ITEM(Grouping.ITEM),
        /** An item at a location. */
        LOCATION(Grouping.LOCATION),
        /** A lot at a location. */
        LOT(Grouping.LOT),
        /** A balance. */
        ALL(Grouping.BALANCE);

        private final Grouping grouping;

        By(Grouping grouping) {
            this.grouping = grouping;
        }
    }

    @Mixin
    StockOptions stock = new StockOptions();

    @Option(names = "--by", paramLabel = "PART", description = "item, location, lot or all: what a row stands for; default: all")
    By by = By.ALL;

    OnHandCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Session session) throws IOException {
        StockQuery query = stock.query(session, by.grouping);
        List<StockRow> found = session.service(Stock.class).onHand(query);
        session.progress().clear();
        try (RowWriter rows = invocation().data(options, "on-hand", COLUMNS)) {
            for (StockRow row : found) {
                rows.write(row.item(), row.location(), row.lot(), row.owner(), row.status(), row.onHand().amount(),
                    row.reserved().amount(), row.available().amount(), row.onHand().unit().code());
            }
        }
        return DONE;
    }

    /** Which stock is asked for. */
    static final class StockOptions {

        @Option(names = "--item", paramLabel = "I", description = "only this item: its code, alias or barcode")
        String item;

        @Option(names = "--location", paramLabel = "L", description = "only this location and its parts")
        String location;

        @Option(names = "--as-of", paramLabel = "T", description = "as it was in the warehouse then; a date means the end of that day")
        String asOf;

        @Option(names = "--known-at", paramLabel = "T", description = "as it was known then; a date means the end of that day")
        String knownAt;

        StockQuery query(Session session, Grouping grouping) {
            return new StockQuery(session.item(item), session.location(location), Optional.empty(), Optional.empty(),
                Optional.empty(), session.moments().endOf(asOf), session.moments().endOf(knownAt), grouping);
        }

    }

}
