package org.stockwright.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.exchange.RowWriter;
import org.stockwright.valuation.InventorySystem;
import org.stockwright.valuation.PeriodicAmounts;
import org.stockwright.valuation.PeriodicCalculation;
import org.stockwright.valuation.PeriodicInventory;
import org.stockwright.valuation.PeriodicInventory.Choice;
import org.stockwright.valuation.PeriodicInventory.Decision;
import org.stockwright.valuation.PeriodicQuantities;
import org.stockwright.valuation.PeriodicRow;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The inventory system of the books, and the closings of the periodic one. */
@Command(name = "periodic", description = {
    "The inventory system that the books follow. With the periodic one, purchases are booked and, when a period is",
    "closed, cost of sales = opening + net purchases - closing." }, footer = { "", "Examples:",
        "  stockwright periodic status --db ./acme",
        "  stockwright periodic set periodic --from 2026-01-01 --db ./acme",
        "  stockwright periodic count 2026-01-31 counted.csv --db ./acme",
        "  stockwright periodic reconcile 2026-01-31 --db ./acme",
        "  stockwright periodic close 2026-01-31 --post-differences --db ./acme" })
final class PeriodicCommand extends CommandGroup {

    /** The command with its own commands. */
    static CommandLine with(Invocation invocation) {
        CommandLine group = new CommandLine(new PeriodicCommand());
        group.addSubcommand(new Status(invocation));
        group.addSubcommand(new Choose(invocation));
        group.addSubcommand(new CountSheet(invocation));
        group.addSubcommand(new Reconcile(invocation));
        group.addSubcommand(new Close(invocation));
        group.addSubcommand(new Reopen(invocation));
        return group;
    }

    /** Which system is in force, and what was closed. */
    @Command(name = "status", description = "Lists which inventory system was chosen from when, and which periods the periodic one closed.", footer = {
        "", "Example:", "  stockwright periodic status --db ./acme" })
    static final class Status extends BookCommand {

        private static final List<String> COLUMNS = List.of("what", "system", "from", "period", "reason", "items",
            "closing", "cost_of_sales", "hash", "recorded", "user");

        Status(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            PeriodicInventory inventory = session.service(PeriodicInventory.class);
            InventorySystem now = inventory.systemAt(session.now());
            try (RowWriter rows = invocation().data(options, "periodic", COLUMNS)) {
                for (Choice choice : inventory.choices()) {
                    rows.write("system", choice.system().word(), choice.from().orElse(null), null, "", null, null, null,
                        "", choice.recorded().orElse(null), choice.user());
                }
                for (Decision decision : inventory.decisions()) {
                    rows.write(cells(session, decision));
                }
            }
            console().remark("Now the books follow the " + now.word() + " inventory system.");
            return DONE;
        }

        static Object[] cells(Session session, Decision decision) {
            boolean closed = !decision.hash().isEmpty();
            return new Object[] { decision.what(), InventorySystem.PERIODIC.word(), null, decision.lastDay(),
                decision.reason(), closed ? decision.items() : null, closed ? session.amount(decision.closing()) : null,
                closed ? session.amount(decision.costOfSales()) : null, decision.hash(), decision.at(),
                decision.user() };
        }

    }

    /** Chooses the system. */
    @Command(name = "set", description = {
        "Chooses the inventory system that the books follow from the beginning of a day on. Refused in closed periods and",
        "where rows of the journal were exported." }, footer = { "", "Examples:",
            "  stockwright periodic set periodic --from 2026-01-01 --dry-run --db ./acme",
            "  stockwright periodic set perpetual --from 2027-01-01 --db ./acme" })
    static final class Choose extends BookCommand {

        @Parameters(index = "0", paramLabel = "SYSTEM", description = "perpetual or periodic")
        InventorySystem system;

        @Option(names = "--from", paramLabel = "DATE", description = "the first day of a period; default: always")
        String from;

        @Option(names = "--dry-run", description = "only whether it can be done")
        boolean dryRun;

        Choose(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            PeriodicInventory inventory = session.service(PeriodicInventory.class);
            Optional<LocalDate> firstDay = Optional.ofNullable(from).map(Moments::day);
            Choice choice = RefusedException.orRefuse(dryRun ? inventory.rehearseSet(system, firstDay)
                : inventory.set(system, firstDay));
            session.progress().clear();
            try (RowWriter rows = invocation().result(options, "inventory-system", List.of("system", "from", "user"))) {
                rows.write(choice.system().word(), choice.from().orElse(null), choice.user());
            }
            return DONE;
        }

    }

    /** Takes what was counted. */
    @Command(name = "count", description = {
        "Takes what was counted for the end of a period from a CSV or XLSX file with the columns item, quantity and, if",
        "needed, lot, location and unit. Goods that are not in it have the quantity of the ledger." }, footer = { "",
            "Example:", "  stockwright periodic count 2026-01-31 counted.csv --dry-run --db ./acme" })
    static final class CountSheet extends BookCommand {

        private static final String KIND = "period-counts";

        @Parameters(index = "0", paramLabel = "DATE", description = "the last day of the period")
        String day;

        @Parameters(index = "1", paramLabel = "FILE", description = "CSV or XLSX with a header row")
        Path file;

        @Option(names = "--map", paramLabel = "column=field,…", description = "the file's column and the field that it is; an empty field ignores the column")
        List<String> map = new ArrayList<>();

        @Mixin
        StoringOptions storing = new StoringOptions();

        @Spec
        CommandSpec spec;

        CountSheet(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            Map<String, String> mapping = FileImport.mapping(map).orElseThrow(() -> new ParameterException(
                spec.commandLine(), "--map takes column=field pairs, not '" + String.join(",", map) + "'."));
            LocalDate lastDay = Moments.day(day);
            return new FileImport(console(), session, "stored", "unchanged").run(KIND, file, mapping, storing.mode(),
                table -> table.with("period", lastDay.toString()));
        }

    }

    /** Shows what a closing is made of. */
    @Command(name = "reconcile", description = {
        "Shows of each item what has to be there by purchases and sales, what was counted, and the difference in quantity",
        "and value; with --totals the calculation of cost of sales." }, footer = { "", "Examples:",
            "  stockwright periodic reconcile 2026-01-31 --db ./acme",
            "  stockwright periodic reconcile 2026-01-31 --totals --format json --db ./acme" })
    static final class Reconcile extends BookCommand {

        private static final List<String> COLUMNS = List.of("item", "unit", "method", "opening", "entered", "purchased",
            "returned", "transferred", "sold", "scrapped", "expected", "counted", "basis", "difference", "ledger",
            "unposted", "opening_value", "net_purchases", "revalued", "closing_value", "cost_of_sales", "shrinkage",
            "ledger_value");

        @Parameters(index = "0", paramLabel = "DATE", description = "the last day of the period")
        String day;

        @Option(names = "--totals", description = "the calculation for all items together, a line per part")
        boolean totals;

        @Option(names = "--differences", description = "only items that are not as expected, or that nobody counted")
        boolean differences;

        Reconcile(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            PeriodicCalculation calculation = RefusedException.orRefuse(session.service(PeriodicInventory.class)
                .calculate(Moments.day(day), session.progress()));
            session.progress().clear();
            if (totals) {
                totals(session, calculation);
                return DONE;
            }
            try (RowWriter rows = invocation().data(options, "reconciliation", COLUMNS)) {
                for (PeriodicRow row : calculation.rows()) {
                    if (!differences || row.quantities().difference().signum() != 0
                        || row.basis() != PeriodicRow.Basis.COUNTED) {
                        rows.write(cells(session, row));
                    }
                }
            }
            console().remark("Cost of sales " + session.money(calculation.total().costOfSales()) + ", of which "
                + session.money(calculation.total().shrinkage()) + " is not explained by sales.");
            return DONE;
        }

        private static Object[] cells(Session session, PeriodicRow row) {
            PeriodicQuantities quantity = row.quantities();
            PeriodicAmounts amount = row.amounts();
            return new Object[] { row.item(), row.unit().code(), row.method().word(), quantity.opening(),
                quantity.entered(), quantity.purchased(), quantity.returned(), quantity.transferred(), quantity.sold(),
                quantity.scrapped(), quantity.expected(), quantity.closing(), row.basis().word(), quantity.difference(),
                quantity.ledger(), quantity.unposted(), session.amount(amount.opening().add(amount.entered())),
                session.amount(amount.netPurchases()), session.amount(amount.revalued()),
                session.amount(amount.closingStock()), session.amount(amount.costOfSales()),
                session.amount(amount.shrinkage()), session.amount(amount.ledger()) };
        }

        private void totals(Session session, PeriodicCalculation calculation) throws IOException {
            PeriodicAmounts total = calculation.total();
            try (RowWriter rows = invocation().data(options, "cost-of-sales", List.of("part", "amount"))) {
                rows.write("opening", session.amount(total.opening()));
                rows.write("entered", session.amount(total.entered()));
                rows.write("purchases", session.amount(total.purchases()));
                rows.write("returns", session.amount(total.returns().negate()));
                rows.write("late_costs", session.amount(total.late()));
                rows.write("revalued", session.amount(total.revalued()));
                rows.write("available", session.amount(total.available()));
                rows.write("closing", session.amount(total.closingStock().negate()));
                rows.write("cost_of_sales", session.amount(total.costOfSales()));
                rows.write("of_which_shrinkage", session.amount(total.shrinkage()));
            }
        }

    }

    /** Closes a period. */
    @Command(name = "close", description = {
        "Closes a period: stock goes from opening to closing, purchases to zero, the difference to cost of sales. Nothing",
        "can be dated there any more." }, footer = { "", "Examples:",
            "  stockwright periodic close 2026-01-31 --dry-run --db ./acme",
            "  stockwright periodic close 2026-01-31 --post-differences --reason \"January is done\" --db ./acme" })
    static final class Close extends BookCommand {

        @Parameters(index = "0", paramLabel = "DATE", description = "the last day of the period")
        String day;

        @Option(names = "--reason", paramLabel = "R", description = "why", defaultValue = "")
        String reason;

        @Option(names = "--post-differences", description = "first posts the differences between count and ledger, so that both agree")
        boolean post;

        @Option(names = "--dry-run", description = "only what closing would give; nothing is stored")
        boolean dryRun;

        Close(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            PeriodicInventory inventory = session.service(PeriodicInventory.class);
            LocalDate lastDay = Moments.day(day);
            // a closing that is refused must not leave differences posted
            Decision decision = RefusedException.orRefuse(inventory.rehearse(lastDay, session.progress()));
            int lines = RefusedException.orRefuse(post && !dryRun ? inventory.postDifferences(lastDay)
                : inventory.rehearseDifferences(lastDay));
            if (!dryRun) {
                decision = RefusedException.orRefuse(inventory.close(lastDay, reason, session.progress()));
            }
            session.progress().clear();
            try (RowWriter rows = invocation().data(options, "periodic", Status.COLUMNS)) {
                rows.write(Status.cells(session, decision));
            }
            if (lines > 0) {
                console().remark(lines + (lines == 1 ? " difference" : " differences") + " between count and ledger "
                    + (post && !dryRun ? "posted." : "not posted."));
            }
            return DONE;
        }

    }

    /** Opens a closed period again. */
    @Command(name = "reopen", description = "Opens the last period that the periodic system closed again; its rows are taken back by opposite ones.", footer = {
        "", "Example:", "  stockwright periodic reopen 2026-01-31 --reason \"a count was wrong\" --db ./acme" })
    static final class Reopen extends BookCommand {

        @Parameters(index = "0", paramLabel = "DATE", description = "the last day of the period")
        String day;

        @Option(names = "--reason", paramLabel = "R", required = true, description = "why, for the auditors")
        String reason;

        Reopen(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            Outcome<Decision> outcome = session.service(PeriodicInventory.class).reopen(Moments.day(day), reason);
            Decision decision = RefusedException.orRefuse(outcome);
            session.progress().clear();
            try (RowWriter rows = invocation().data(options, "periodic", Status.COLUMNS)) {
                rows.write(Status.cells(session, decision));
            }
            return DONE;
        }

    }

}
