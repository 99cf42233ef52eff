package org.stockwright.cli.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;
import org.stockwright.exchange.RowWriter;
import org.stockwright.valuation.CostLayer;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.Valuation;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the goods of which an item's stock consists, with what each cost. */
@Command(name = "layers", description = "Shows the goods of which an item's stock consists: when they came, by which document, and what they cost.", footer = {
    "", "Example:", "  stockwright layers --item BOLT --as-of 2026-01-31 --db ./acme" })
final class LayersCommand extends BookCommand {

    private static final List<String> COLUMNS = List.of("item", "pool", "place", "since", "document", "lot", "quantity",
        "unit", "unit_cost", "value", "material", "freight", "labour", "overhead");

    @Option(names = "--item", paramLabel = "I", required = true, description = "the item: its code, alias or barcode")
    String item;

    @Option(names = "--as-of", paramLabel = "T", description = "as they were then; a date means the end of that day")
    String asOf;

    @Option(names = "--known-at", paramLabel = "T", description = "as they were known then; a date means the end of that day")
    String knownAt;

    @Option(names = "--method", paramLabel = "METHOD", description = "fifo, lifo, average, standard or specific: as if cost had always flowed so; default: how it did")
    CostMethod method;

    LayersCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Session session) throws IOException {
        ItemId id = session.item(item).orElseThrow();
        List<CostLayer> layers = session.service(Valuation.class).layers(id, session.moments().endOf(asOf),
            session.moments().endOf(knownAt), Optional.ofNullable(method));
        String code = session.service(Items.class).get(id).map(Item::code).orElse(item);
        session.progress().clear();
        try (RowWriter rows = invocation().data(options, "layers", COLUMNS)) {
            for (CostLayer layer : layers) {
                rows.write(code, layer.pool(), layer.place(), layer.since(), layer.document(), layer.lot(),
                    layer.quantity().amount(), layer.quantity().unit().code(), layer.unitCost().orElse(null),
                    session.amount(layer.value().total()), session.amount(layer.value().material()),
                    session.amount(layer.value().freight()), session.amount(layer.value().labour()),
                    session.amount(layer.value().overhead()));
            }
        }
        return DONE;
    }

}
