package org.stockwright.cli.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import org.stockwright.base.Refusal;
import org.stockwright.exchange.ExportTable;
import org.stockwright.exchange.Exports;
import org.stockwright.exchange.RowWriter;
import org.stockwright.exchange.spi.Nearest;
import org.stockwright.valuation.Accounts;
import org.stockwright.valuation.Accounts.Account;
import org.stockwright.valuation.Journal;
import org.stockwright.valuation.Journal.Balance;
import org.stockwright.valuation.Journal.Export;
import org.stockwright.valuation.JournalLine;
import org.stockwright.valuation.ValuationRefusal;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the stock journal; its commands export it and sum it up. */
@Command(name = "journal", description = "Prints the stock journal: each row is a debit and a credit of the same amount.", footer = {
    "", "Examples:", "  stockwright journal --item BOLT --from 2026-01-01 --to 2026-01-31 --db ./acme",
    "  stockwright journal balances --as-of 2026-01-31 --db ./acme",
    "  stockwright journal export --key 2026-01 --output january.csv --db ./acme" })
final class JournalCommand extends BookCommand {

    private static final List<String> COLUMNS = List.of("id", "effective", "recorded", "kind", "item", "debit",
        "debit_name", "credit", "credit_name", "cost_centre", "amount", "movement", "document", "reference", "repriced",
        "user");

    @Option(names = "--from", paramLabel = "T", description = "effective then or later; a date means its start")
    String from;

    @Option(names = "--to", paramLabel = "T", description = "effective then or earlier; a date means its end")
    String to;

    @Option(names = "--item", paramLabel = "I", description = "only of this item: its code, alias or barcode")
    String item;

    @Option(names = "--account", paramLabel = "A", description = "only with this account, by its code")
    String account;

    @Option(names = "--movement", paramLabel = "SEQ", description = "only about this movement, by its number in 'movements'")
    Long movement;

    @Option(names = "--known-at", paramLabel = "T", description = "only what was recorded until then; a date means the end of that day")
    String knownAt;

    @Option(names = "--sub-ledger", description = "everything that moved value, whatever inventory system the books follow")
    boolean subLedger;

    JournalCommand(Invocation invocation) {
        super(invocation);
    }

    /** The command with its own commands. */
    static CommandLine with(Invocation invocation) {
        CommandLine group = new CommandLine(new JournalCommand(invocation));
        group.addSubcommand(new ExportJournal(invocation));
        group.addSubcommand(new Balances(invocation));
        return group;
    }

    @Override
    int run(Session session) throws IOException {
        Journal.Query query = new Journal.Query(session.moments().startOf(from), session.moments().endOf(to),
            session.item(item), account(session), Optional.ofNullable(movement), session.moments().endOf(knownAt));
        try (RowWriter rows = invocation().data(options, "journal", COLUMNS)) {
            Journal journal = session.service(Journal.class);
            Consumer<JournalLine> writing = line -> write(session, rows, line);
            if (subLedger) {
                journal.eachOfSubLedger(query, writing);
            } else {
                journal.each(query, writing);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return DONE;
    }

    private Optional<String> account(Session session) {
        if (account == null) {
            return Optional.empty();
        }
        List<String> codes = session.service(Accounts.class).accounts().stream().map(Account::code).toList();
        if (!codes.contains(account)) {
            throw new RefusedException(Refusal.of(ValuationRefusal.UNKNOWN_ACCOUNT, account)
                .hint(new Nearest().hint(account, codes, "There are " + String.join(", ", codes) + ".")));
        }
        return Optional.of(account);
    }

    private static void write(Session session, RowWriter rows, JournalLine line) {
        try {
            rows.write(line.id(), line.effective(), line.recorded(), line.kind(), line.item(), line.debit(),
                line.debitName(), line.credit(), line.creditName(), line.costCentre(), session.amount(line.amount()),
                line.movement() == 0 ? null : line.movement(), line.document(), line.reference(), line.repriced(),
                line.user());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands over to the general ledger what was booked since the last export. */
    @Command(name = "export", description = {
        "Writes what was booked since the last export, for the general ledger: one line per day, account and cost",
        "centre. The same key yields the same lines again." }, footer = { "", "Example:",
            "  stockwright journal export --key 2026-01 --output january.csv --db ./acme" })
    static final class ExportJournal extends BookCommand {

        @Option(names = "--key", paramLabel = "K", required = true, description = "of the export, made by you, unique")
        String key;

        @Option(names = "--output", paramLabel = "FILE", description = "a file, CSV unless it ends with .xlsx or .json; default: standard output")
        Path output;

        ExportJournal(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            List<Object[]> lines = RefusedException.orRefuse(session.service(Journal.class).export(key)).stream()
                .map(Export::cells).toList();
            session.progress().clear();
            if (output != null) {
                session.service(Exports.class).write(new ExportTable("journal-export", Export.COLUMNS, lines), output,
                    session.progress());
                session.progress().clear();
                console().remark(lines.size() + (lines.size() == 1 ? " line" : " lines") + " in " + output + ".");
                return DONE;
            }
            try (RowWriter rows = invocation().data(options, "journal-export", Export.COLUMNS)) {
                for (Object[] line : lines) {
                    rows.write(line);
                }
            }
            return DONE;
        }

    }

    /** Sums the journal up. */
    @Command(name = "balances", description = "Shows the balance of each account that was ever booked to.", footer = {
        "", "Example:", "  stockwright journal balances --as-of 2026-01-31 --db ./acme" })
    static final class Balances extends BookCommand {

        @Option(names = "--as-of", paramLabel = "T", description = "as they were then; a date means the end of that day")
        String asOf;

        Balances(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            List<Balance> balances = session.service(Journal.class)
                .balances(Journal.Query.all().between(Optional.empty(), session.moments().endOf(asOf)));
            try (RowWriter rows = invocation().data(options, "balances",
                List.of("account", "name", "type", "debit", "credit", "balance"))) {
                for (Balance row : balances) {
                    rows.write(row.account(), row.name(), row.kind().name().toLowerCase(Locale.ROOT),
                        session.amount(row.debit()), session.amount(row.credit()), session.amount(row.balance()));
                }
            }
            return DONE;
        }

    }

}
