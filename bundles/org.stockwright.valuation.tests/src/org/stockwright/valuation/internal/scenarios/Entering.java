package org.stockwright.valuation.internal.scenarios;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.CostSettings;
import org.stockwright.valuation.InventorySystem;
import org.stockwright.valuation.LateCosts;
import org.stockwright.valuation.PeriodicInventory;
import org.stockwright.valuation.Periods;
import org.stockwright.valuation.ProductionOrders;
import org.stockwright.valuation.TransitTerms;

/** Enters steps into a book. */
final class Entering {

    private static final Pattern LATE = Pattern.compile("(-?[0-9.]+)(?: (freight))? by (\\w+) on ([^ ]+(?:, [^ ]+)*)");
    private static final Pattern CHARGE = Pattern.compile("(-?[0-9.]+) (labour|overhead) to ([^ ]+)");
    private static final Pattern TERMS = Pattern
        .compile("([^ ]+) (inbound|outbound|own)(?: ([A-Z]{3}))?(?: owned from (origin|destination))?");
    private static final Pattern METHOD = Pattern.compile("(\\w+)(?: of (item|category) ([^ ]+))?");

    private final ScenarioBook book;
    private final Map<String, String> units;

    /**
     * @param units the unit of each item
     */
    Entering(ScenarioBook book, Map<String, String> units) {
        this.book = book;
        this.units = units;
    }

    /**
     * Enters a step on its day, or on the latest day that anything happened so far; methods and standard costs are entered
     * in advance.
     */
    void enter(Step step, Differences differences) {
        Instant now = book.world().clock().instant();
        if (now.isBefore(step.effective()) && !step.verb().isPolicy()) {
            book.world().clock().set(step.effective());
        }
        Outcome<?> outcome = step.verb().movesGoods() ? post(step) : other(step);
        String refusal = outcome.refusals().isEmpty() ? "" : outcome.refusals().getFirst().code().name();
        if (!refusal.equals(step.refusal())) {
            differences.add(step.row(), step.row().text("What"), step.refusal().isEmpty() ? "that it is done"
                : "that it is refused " + step.refusal(),
                outcome.refusals().isEmpty() ? "that it is done"
                    : outcome.refusals().toString());
        }
    }

    private Outcome<?> other(Step step) {
        return switch (step.verb()) {
            case REVERSE -> reverse(step);
            case LATE_COST -> lateCost(step);
            case WRITE_DOWN -> book.world().service(LateCosts.class).writeDown(step.document(), item(step),
                Amounts.of(step.row(), "What", step.argument()), step.effective(), "by the scenario");
            case CHARGE -> charge(step);
            case CLOSE_ORDER -> book.world().service(ProductionOrders.class).close(step.document(), step.argument(),
                step.effective(), "by the scenario");
            case METHOD -> method(step);
            case STANDARD -> settings().setStandards(List.of(new CostSettings.Standard(item(step),
                Optional.of(step.effective()), Cost.of(Amounts.of(step.row(), "Unit cost")))), Progress.NONE);
            case TERMS -> terms(book, step.row(), step.argument(), Optional.of(step.effective()));
            case CATEGORY -> category(step);
            case CLOSE -> close(step);
            case REOPEN -> book.world().service(Periods.class).reopen(Days.dayOf(step.effective()), "by the scenario");
            case COUNTED -> periodic().saveCounts(Days.dayOf(step.effective()), List.of(new PeriodicInventory.Count(
                item(step), step.row().text("Lot"), Optional.empty(), Amounts.of(step.row(), "Quantity"))));
            case PERIODIC_CLOSE -> {
                over(step);
                yield periodic().close(Days.dayOf(step.effective()), "by the scenario", Progress.NONE);
            }
            case PERIODIC_REOPEN -> periodic().reopen(Days.dayOf(step.effective()), "by the scenario");
            case SYSTEM -> periodic().set(word(InventorySystem.values(), step.argument(), step),
                Optional.of(Days.dayOf(step.effective())));
            default -> throw step.row().wrong("nobody knows how to enter it");
        };
    }

    private CostSettings settings() {
        return book.world().service(CostSettings.class);
    }

    private org.stockwright.base.ItemId item(Step step) {
        return book.warehouse().itemOf(step.row().needed("Item"));
    }

    private Outcome<PostingReceipt> post(Step step) {
        List<MovementLine> lines = new ArrayList<>();
        List<String> items = new ArrayList<>();
        for (Table.Row row : step.rows()) {
            lines.add(line(Verb.of(row.text("What")).orElse(step.verb()), row));
            items.add(row.text("Item"));
        }
        Outcome<PostingReceipt> outcome = book.warehouse().ledger().post(new PostingRequest(step.document(),
            step.effective(), lines, step.row().text("Reference"), "", ""));
        if (outcome.isDone()) {
            book.posted(step.document(), outcome.value(), items);
        }
        return outcome;
    }

    private MovementLine line(Verb verb, Table.Row row) {
        BigDecimal quantity = Amounts.of(row, "Quantity");
        boolean less = quantity.signum() < 0;
        if (less && verb != Verb.COUNT) {
            throw row.wrong("only a count can find less");
        }
        String from = row.text("From").isEmpty() ? less ? verb.to() : verb.from() : row.text("From");
        String to = row.text("To").isEmpty() ? less ? verb.from() : verb.to() : row.text("To");
        if (from.isEmpty() || to.isEmpty()) {
            throw row.wrong("it says not from where or to where");
        }
        MovementLine line = book.warehouse().line(from, to, row.text("Item"),
            Quantity.of(quantity.abs().toPlainString(), book.warehouse().unitOf(units.get(row.text("Item")))));
        if (verb == Verb.OPENING) {
            line = MovementLine.of(MovementKind.OPENING, line.item(), line.quantity(), line.from(), line.to());
        }
        line = row.text("Lot").isEmpty() ? line : line.withLot(row.text("Lot"));
        return row.text("Unit cost").isEmpty() ? line : line.withUnitCost(Amounts.of(row, "Unit cost"));
    }

    private Outcome<PostingReceipt> reverse(Step step) {
        Outcome<PostingReceipt> outcome = book.warehouse().ledger().reverse(step.argument(), step.document(),
            Optional.of(step.effective()), "by the scenario");
        if (outcome.isDone()) {
            book.posted(step.document(), outcome.value(), book.itemsOf(step.argument()));
        }
        return outcome;
    }

    private Outcome<LateCosts.Receipt> lateCost(Step step) {
        Matcher matcher = matcher(LATE, step, "late cost 20.00 by value on R1, R2");
        BigDecimal amount = Amounts.of(step.row(), "What", matcher.group(1));
        LateCosts.Basis basis = word(LateCosts.Basis.values(), matcher.group(3), step);
        return book.world().service(LateCosts.class).post(new LateCosts.Request(step.document(), step.effective(),
            Arrays.stream(matcher.group(4).split(", "))
                .map(one -> new LateCosts.Target(one, Optional.empty(), Optional.empty())).toList(),
            matcher.group(2) == null ? Cost.of(amount)
                : new Cost(BigDecimal.ZERO, amount, BigDecimal.ZERO, BigDecimal.ZERO),
            basis, step.row().text("Reference"), ""));
    }

    private Outcome<ProductionOrders.Holding> charge(Step step) {
        Matcher matcher = matcher(CHARGE, step, "charge 12.00 labour to PO1");
        BigDecimal amount = Amounts.of(step.row(), "What", matcher.group(1));
        boolean labour = matcher.group(2).equals("labour");
        return book.world().service(ProductionOrders.class).charge(new ProductionOrders.Charge(step.document(),
            matcher.group(3), step.effective(), new Cost(BigDecimal.ZERO, BigDecimal.ZERO,
                labour ? amount : BigDecimal.ZERO, labour ? BigDecimal.ZERO : amount),
            ""));
    }

    private Outcome<Integer> method(Step step) {
        Matcher matcher = matcher(METHOD, step, "method fifo of item BOLT");
        CostSettings.Level level = matcher.group(2) == null ? CostSettings.Level.COMPANY
            : word(CostSettings.Level.values(), matcher.group(2), step);
        return settings().setPolicy(new CostSettings.Policy(level, matcher.group(3) == null ? "" : matcher.group(3),
            word(CostMethod.values(), matcher.group(1), step), Optional.of(step.effective())), Progress.NONE);
    }

    /** Decides the terms of a place of transit. */
    static Outcome<Integer> terms(ScenarioBook book, Table.Row row, String text, Optional<Instant> from) {
        Matcher matcher = TERMS.matcher(text);
        if (!matcher.matches()) {
            throw row.wrong("'" + text + "' is not written like 'SEA inbound FOB'");
        }
        return book.world().service(TransitTerms.class).set(List.of(new TransitTerms.Terms(matcher.group(1),
            TransitTerms.Direction.valueOf(matcher.group(2).toUpperCase(Locale.ROOT)),
            Optional.ofNullable(matcher.group(3)).map(TransitTerms.Incoterm::valueOf),
            Optional.ofNullable(matcher.group(4)).map(one -> TransitTerms.Point.valueOf(one.toUpperCase(Locale.ROOT))),
            from)), Progress.NONE);
    }

    /** The catalog knows no instants: an item is in another category from when somebody says so. */
    private Outcome<String> category(Step step) {
        book.world().clock().set(step.effective());
        book.warehouse().setItem(step.row().needed("Item"), "category_id", book.category(step.row(), step.argument()));
        book.catalogChanged();
        return Outcome.done(step.argument());
    }

    private PeriodicInventory periodic() {
        return book.world().service(PeriodicInventory.class);
    }

    /** Lets the day of a step be over. */
    private void over(Step step) {
        Instant over = step.effective().plus(java.time.Duration.ofDays(1));
        if (book.world().clock().instant().isBefore(over)) {
            book.world().clock().set(over);
        }
    }

    private Outcome<Periods.Period> close(Step step) {
        over(step);
        return book.world().service(Periods.class).close(Days.dayOf(step.effective()), Periods.State.CLOSED,
            "by the scenario", Progress.NONE);
    }

    private static Matcher matcher(Pattern pattern, Step step, String example) {
        Matcher matcher = pattern.matcher(step.argument());
        if (!matcher.matches()) {
            throw step.row().wrong("'" + step.row().text("What") + "' is not written like '" + example + "'");
        }
        return matcher;
    }

    private static <E extends Enum<E>> E word(E[] all, String word, Step step) {
        return Arrays.stream(all).filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word)).findFirst()
            .orElseThrow(() -> step.row().wrong("'" + word + "' is none of " + Arrays.toString(all)));
    }

}
