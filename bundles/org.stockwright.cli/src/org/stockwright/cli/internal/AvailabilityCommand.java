package org.stockwright.cli.internal;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.ItemId;
import org.stockwright.base.Quantity;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemRow;
import org.stockwright.catalog.Items;
import org.stockwright.exchange.RowWriter;
import org.stockwright.fulfilment.Availability;
import org.stockwright.fulfilment.Availability.Day;
import org.stockwright.fulfilment.Availability.Promise;
import org.stockwright.fulfilment.Availability.View;
import org.stockwright.fulfilment.Availability.Want;
import org.stockwright.fulfilment.BackOrders;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows what there is, what comes, what is wanted, and what can be promised. */
@Command(name = "availability", description = {
    "Shows what there is, what comes, what is wanted, and what can be promised, all of one moment." }, footer = { "",
        "Example:", "  stockwright availability --item BOLT --db ./acme",
        "  stockwright availability --item BOLT --days --db ./acme",
        "  stockwright availability --item BOLT --quantity 500 --due 2026-03-01 --db ./acme",
        "  stockwright availability --line BOLT=500 --line NUT=2:BOX --db ./acme",
        "  stockwright availability --file wanted.csv --location MAIN --db ./acme" })
final class AvailabilityCommand extends BookCommand {

    @Option(names = "--item", paramLabel = "I", description = "only this item: its code, alias or barcode")
    String item;

    @Option(names = "--location", paramLabel = "L", description = "only this location and its parts, orders from it and goods that come to it")
    String location;

    @Option(names = "--days", description = "what can be promised from which day on")
    boolean days;

    @Option(names = "--explain", description = "the rows that the figures are the sums of")
    boolean explain;

    @Option(names = "--back-orders", description = "the lines of orders that wait, as they will be served")
    boolean backOrders;

    @Option(names = "--quantity", paramLabel = "N", description = "the first day on which so much, in the item's base unit, can be promised")
    String quantity;

    @Option(names = "--due", paramLabel = "D", description = "not before this day; default: as soon as can be")
    String due;

    /** Lines that are promised one behind the other, as if they were an order. */
    @Mixin
    LineOptions lines = new LineOptions();

    @Spec
    CommandSpec spec;

    AvailabilityCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    public Integer call() throws IOException {
        int ways = (days ? 1 : 0) + (explain ? 1 : 0) + (backOrders ? 1 : 0) + (quantity == null ? 0 : 1);
        if (ways > 1) {
            throw new ParameterException(spec.commandLine(),
                "Only one of --days, --explain, --back-orders and --quantity.");
        }
        if (item == null && (explain || quantity != null)) {
            throw new ParameterException(spec.commandLine(), "--explain and --quantity need --item.");
        }
        boolean many = lines.file != null || !lines.lines.isEmpty();
        if (many && (ways > 0 || item != null)) {
            throw new ParameterException(spec.commandLine(), "--line and --file need no item, and nothing else.");
        }
        if (due != null && quantity == null && !many) {
            throw new ParameterException(spec.commandLine(), "--due belongs to --quantity, --line and --file.");
        }
        return super.call();
    }

    @Override
    int run(Session session) throws IOException {
        Optional<ItemId> asked = session.item(item);
        if (lines.file != null || !lines.lines.isEmpty()) {
            promise(session, lines.read(session));
        } else if (backOrders) {
            waiting(session, asked);
        } else if (quantity != null) {
            promise(session, List.of(new LineOptions.Typed(asked.orElseThrow(), Session.number(quantity),
                Optional.empty(), Optional.empty(), Optional.empty(), "")));
        } else {
            figures(session, asked);
        }
        return DONE;
    }

    private void figures(Session session, Optional<ItemId> asked) throws IOException {
        List<ItemId> items = asked.map(List::of)
            .orElseGet(() -> session.service(Items.class).list().stream().map(ItemRow::id).toList());
        List<View> views = session.service(Availability.class).of(items, session.location(location));
        session.progress().clear();
        if (days) {
            try (RowWriter rows = invocation().data(options, "availability",
                List.of("item", "from", "projected", "promisable", "unit"))) {
                for (View view : views) {
                    for (Day day : view.days()) {
                        rows.write(view.item(), day.day(), day.projected().amount(), day.promisable().amount(),
                            day.projected().unit().code());
                    }
                }
            }
        } else if (explain) {
            explain(views);
        } else {
            try (RowWriter rows = invocation().data(options, "availability", List.of("item", "on_hand", "reserved",
                "available", "incoming", "demand", "unallocated", "back_ordered", "net", "promisable", "unit"))) {
                for (View view : views) {
                    rows.write(view.item(), view.onHand().amount(), view.reserved().amount(),
                        view.available().amount(), view.incoming().amount(), view.demand().amount(),
                        view.unallocated().amount(), view.backOrdered().amount(), view.net().amount(),
                        view.days().getFirst().promisable().amount(), view.onHand().unit().code());
                }
            }
        }
    }

    private void explain(List<View> views) throws IOException {
        try (RowWriter rows = invocation().data(options, "availability",
            List.of("item", "figure", "document", "line", "location", "lot", "day", "quantity", "held", "unit"))) {
            for (View view : views) {
                String unit = view.onHand().unit().code();
                for (Availability.Lying row : view.lying()) {
                    rows.write(view.item(), "on-hand", "", null, row.location(), row.lot(), null,
                        row.onHand().amount(), row.reserved().amount(), unit);
                    rows.write(view.item(), "available", "", null, row.location(), row.lot(), null,
                        row.available().amount(), null, unit);
                }
                for (Availability.Coming row : view.coming()) {
                    rows.write(view.item(), "incoming", row.document(), row.line(), "", "", row.day().orElse(null),
                        row.quantity().amount(), null, unit);
                }
                for (Availability.Wanting row : view.wanting()) {
                    rows.write(view.item(), "demand", row.order(), row.line(), "", "", row.day().orElse(null),
                        row.open().amount(), row.held().amount(), unit);
                }
                for (Availability.Component row : view.components()) {
                    rows.write(row.item(), "component", "", null, "", "", null, row.net().amount(),
                        row.each(), row.net().unit().code());
                }
            }
        }
    }

    private void promise(Session session, List<LineOptions.Typed> typed) throws IOException {
        Optional<LocalDate> usual = Optional.ofNullable(due).map(Moments::day);
        List<Want> wants = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        for (LineOptions.Typed line : typed) {
            Item wanted = session.service(Items.class).get(line.item()).orElseThrow();
            codes.add(wanted.code());
            wants.add(new Want(wanted.id(), line.in(session, wanted),
                line.due().or(() -> usual)));
        }
        List<Promise> promises = RefusedException.orRefuse(session.service(Availability.class).promise(wants,
            session.location(location)));
        session.progress().clear();
        try (RowWriter rows = invocation().result(options, "promise",
            List.of("item", "quantity", "unit", "day", "on_wanted_day"))) {
            for (int i = 0; i < promises.size(); i++) {
                Quantity wanted = wants.get(i).quantity();
                rows.write(codes.get(i), wanted.amount(), wanted.unit().code(), promises.get(i).day().orElse(null),
                    promises.get(i).onDay().amount());
            }
        }
    }

    private void waiting(Session session, Optional<ItemId> asked) throws IOException {
        List<BackOrders.BackOrder> found = session.service(BackOrders.class)
            .list(asked.map(Set::of).orElseGet(Set::of));
        session.progress().clear();
        try (RowWriter rows = invocation().data(options, "back-orders",
            List.of("order", "line", "item", "quantity", "unit", "priority", "due", "promised", "expected"))) {
            for (BackOrders.BackOrder one : found) {
                rows.write(one.order(), one.line(), one.item(), one.quantity().amount(),
                    one.quantity().unit().code(), one.priority(), one.due().orElse(null),
                    one.promised().orElse(null), one.expected().orElse(null));
            }
        }
    }

}
