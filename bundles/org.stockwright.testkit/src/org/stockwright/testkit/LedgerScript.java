package org.stockwright.testkit;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.ReservationId;
import org.stockwright.catalog.NegativePolicy;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.Reservations;

/**
 * Runs a ledger test that is written as a table. One step per line, columns two or more blanks apart; the last column
 * is what is expected: {@code posted}, {@code repeated}, {@code done}, a quantity, or a refusal's code with the text of
 * its first argument in parentheses where that matters.
 *
 * <pre>
 * post     KEY  FROM  TO  ITEM  QUANTITY  [name=value …]  EXPECTED   options: lot, status, to-status, series
 * reverse  KEY  NEWKEY  REASON  EXPECTED
 * hold     KEY  PLACE  ITEM  QUANTITY  HOLDER  EXPECTED
 * release  KEY  EXPECTED
 * pick     KEY  NEWKEY  TO  QUANTITY  EXPECTED                       posts from the reservation KEY
 * lock     PLACE  REASON                                             a reason of - unlocks
 * policy   KIND  POLICY  EXPECTED
 * onhand   PLACE  ITEM  QUANTITY
 * reserved PLACE  ITEM  QUANTITY
 * wait     DURATION                                                  ISO-8601, for example PT1H
 * </pre>
 */
public final class LedgerScript {

    private final World world;
    private final Warehouse warehouse;
    private final Map<String, ReservationId> held = new HashMap<>();
    private final Map<String, Reservations.Request> holds = new HashMap<>();

    /** A script in this world. */
    public LedgerScript(World world, Warehouse warehouse) {
        this.world = world;
        this.warehouse = warehouse;
    }

    /**
     * Runs the steps.
     *
     * @throws AssertionError naming every step that did not come out as expected
     */
    public void run(String script) {
        List<String> failures = new ArrayList<>();
        for (String line : script.split("\n")) {
            if (!line.isBlank() && !line.strip().startsWith("#")) {
                List<String> columns = List.of(line.strip().split(" {2,}"));
                String expected = columns.getLast();
                String actual = step(columns);
                if (!actual.equals(expected) && !actual.replaceFirst("\\(.*", "").equals(expected)) {
                    failures.add(line.strip() + "\n    but it was: " + actual);
                }
            }
        }
        if (!failures.isEmpty()) {
            throw new AssertionError(String.join("\n", failures));
        }
    }

    private String step(List<String> columns) {
        String first = columns.get(1);
        return switch (columns.get(0)) {
            case "post" -> text(warehouse.ledger().post(new PostingRequest(first,
                world.clock().instant(), List.of(line(columns)), "", "", option(columns, "series").orElse(""))),
                receipt -> receipt.repeated() ? "repeated" : "posted");
            case "reverse" -> text(warehouse.ledger().reverse(first, columns.get(2), Optional.empty(),
                columns.get(3).replace("-", "")), receipt -> receipt.repeated() ? "repeated" : "posted");
            case "hold" -> hold(columns);
            case "release" -> text(warehouse.reservations().release(held.get(first)), view -> "done");
            case "pick" -> pick(columns);
            case "lock" -> text(warehouse.places().lock(warehouse.place(first).id(), columns.get(2).replace("-", "")),
                place -> columns.getLast());
            case "policy" -> text(warehouse.places().setPolicy(LocationKind.valueOf(first),
                NegativePolicy.valueOf(columns.get(2))), kind -> "done");
            case "onhand" -> warehouse.onHand(first, columns.get(2)).toPlainString() + unit(columns);
            case "reserved" -> warehouse.reserved(first, columns.get(2)).toPlainString() + unit(columns);
            case "wait" -> {
                world.clock().advance(Duration.parse(first));
                yield first;
            }
            default -> throw new IllegalArgumentException("no step " + columns);
        };
    }

    private static String unit(List<String> columns) {
        return columns.getLast().substring(columns.getLast().indexOf(' '));
    }

    private MovementLine line(List<String> columns) {
        MovementLine line = warehouse.line(columns.get(2), columns.get(3), columns.get(4), quantity(columns.get(5)));
        line = line.withLot(option(columns, "lot").orElse(""));
        return line.withStatus(option(columns, "status").orElse(MovementLine.AVAILABLE),
            option(columns, "to-status").orElse(""));
    }

    private Quantity quantity(String text) {
        String[] parts = text.split(" ");
        return new Quantity(new BigDecimal(parts[0]), warehouse.unitOf(parts[1]));
    }

    private static Optional<String> option(List<String> columns, String name) {
        return columns.stream().filter(column -> column.startsWith(name + "="))
            .map(column -> column.substring(name.length() + 1)).findFirst();
    }

    private String hold(List<String> columns) {
        Reservations.Request request = new Reservations.Request(columns.get(1),
            warehouse.itemOf(columns.get(3)), warehouse.place(columns.get(2)).id(), option(columns, "lot").orElse(""),
            PartnerId.SELF, option(columns, "status").orElse(MovementLine.AVAILABLE), quantity(columns.get(4)),
            columns.get(5), option(columns, "for").map(Duration::parse).map(world.clock().instant()::plus));
        return text(warehouse.reservations().hold(request), view -> {
            held.put(columns.get(1), view.id());
            holds.put(columns.get(1), request);
            return "done";
        });
    }

    private String pick(List<String> columns) {
        Reservations.Request from = holds.get(columns.get(1));
        String place = warehouse.places().get(from.location()).orElseThrow().code();
        MovementLine line = MovementLine.of(
            Warehouse.kind(warehouse.place(place).kind(), warehouse.place(columns.get(3)).kind()), from.item(),
            quantity(columns.get(4)), Optional.of(from.location()),
            Optional.of(warehouse.place(columns.get(3)).id())).withLot(from.lot());
        return text(warehouse.reservations().post(held.get(columns.get(1)),
            warehouse.request(columns.get(2), line)), receipt -> receipt.repeated() ? "repeated" : "posted");
    }

    private static <T> String text(Outcome<T> outcome, Function<T, String> done) {
        if (outcome.isDone()) {
            return done.apply(outcome.value());
        }
        Refusal refusal = outcome.refusals().getFirst();
        return refusal.code().name()
            + (refusal.arguments().isEmpty() ? "" : "(" + refusal.arguments().getFirst() + ")");
    }

}
