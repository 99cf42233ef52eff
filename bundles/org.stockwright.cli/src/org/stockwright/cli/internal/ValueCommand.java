package org.stockwright.cli.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.stockwright.base.Refusal;
import org.stockwright.catalog.ItemRow;
import org.stockwright.catalog.Items;
import org.stockwright.exchange.RowWriter;
import org.stockwright.exchange.spi.Nearest;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.ValuationRefusal;
import org.stockwright.valuation.ValueQuery;
import org.stockwright.valuation.ValueRow;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what stock is worth at an instant, as known at an instant. */
@Command(name = "value", description = "Shows what our own stock is worth at an instant, as known at an instant.", footer = {
    "", "Examples:", "  stockwright value --as-of 2026-01-31 --db ./acme",
    "  stockwright value --category Tools --by site --db ./acme", "  stockwright value --method fifo --db ./acme" })
final class ValueCommand extends BookCommand {

    /** What a row stands for. */
    enum By {
        /** An item. */
        ITEM,
        /** An item at a site. */
        SITE
    }

    @Option(names = "--item", paramLabel = "I", description = "only this item: its code, alias or barcode")
    String item;

    @Option(names = "--category", paramLabel = "PATH", description = "only items of this category and its parts")
    String category;

    @Option(names = "--as-of", paramLabel = "T", description = "as it was in the books then; a date means the end of that day")
    String asOf;

    @Option(names = "--known-at", paramLabel = "T", description = "as it was known then; a date means the end of that day")
    String knownAt;

    @Option(names = "--method", paramLabel = "METHOD", description = "fifo, lifo, average, standard or specific: as if cost had always flowed so; default: how it did")
    CostMethod method;

    @Option(names = "--by", paramLabel = "PART", description = "item or site: what a row stands for; default: item")
    By by = By.ITEM;

    ValueCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Session session) throws IOException {
        ValueQuery query = new ValueQuery(session.item(item), category(session), session.moments().endOf(asOf),
            session.moments().endOf(knownAt), Optional.ofNullable(method), by == By.SITE);
        List<ValueRow> found = session.service(Valuation.class).value(query, session.progress());
        session.progress().clear();
        List<String> columns = new ArrayList<>(List.of("item", "on_hand", "unit", "unit_cost", "value", "method"));
        if (by == By.SITE) {
            columns.add(1, "site");
            columns.add("whose");
        }
        try (RowWriter rows = invocation().data(options, "value", columns)) {
            for (ValueRow row : found) {
                List<Object> cells = new ArrayList<>();
                cells.add(row.item());
                if (by == By.SITE) {
                    cells.add(row.site());
                }
                cells.add(row.onHand().amount());
                cells.add(row.onHand().unit().code());
                cells.add(row.unitCost().orElse(null));
                cells.add(session.amount(row.value()));
                cells.add(row.method().word());
                if (by == By.SITE) {
                    cells.add(row.whose().word());
                }
                rows.write(cells.toArray());
            }
        }
        return DONE;
    }

    /** Of a category that is mistyped nothing is worth anything, which nobody wants to read. */
    private Optional<String> category(Session session) {
        if (category == null) {
            return Optional.empty();
        }
        Set<String> known = new TreeSet<>();
        for (ItemRow row : session.service(Items.class).list()) {
            for (String path = row.category(); !path.isEmpty() && known.add(path);) {
                path = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
            }
        }
        if (!known.contains(category)) {
            throw new RefusedException(Refusal.of(ValuationRefusal.UNKNOWN_CATEGORY, category)
                .hint(new Nearest().hint(category, known, "No item is in it.")));
        }
        return Optional.of(category);
    }

}
