package org.stockwright.example.loans.internal;

import java.io.IOException;
import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.cli.spi.BookTask;
import org.stockwright.cli.spi.CommandContribution;
import org.stockwright.cli.spi.CommandEntry;
import org.stockwright.cli.spi.OpenBook;
import org.stockwright.example.loans.Loans;
import org.stockwright.example.loans.Loans.Loan;
import org.stockwright.exchange.RowWriter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands {@code loan lend}, {@code loan back} and {@code loan list}. */
@Component
public final class LoanCommands implements CommandContribution {

    private static final List<String> COLUMNS = List.of("item", "name", "borrower", "due");

    @Override
    public String title() {
        return "Loans";
    }

    @Override
    public List<CommandEntry> commands() {
        return List.of(CommandEntry.noun("loan", "Lends items and takes them back.",
            "stockwright loan lend DRILL --to 'Ann Lee' --until 2030-01-31 --db ./acme", new Lend(), new Back(),
            new ListLoans()));
    }

    private static void write(OpenBook book, String name, List<Loan> loans) throws IOException {
        try (RowWriter rows = book.result(name, COLUMNS)) {
            for (Loan loan : loans) {
                rows.write(loan.code(), loan.name(), loan.borrower(), loan.due());
            }
        }
    }

    @Command(name = "lend", description = "Lends an item of the inventory type LOANED; until it is back nothing of it moves.", footer = {
        "", "Example:", "  stockwright loan lend DRILL --to 'Ann Lee' --until 2030-01-31 --db ./acme" })
    static final class Lend implements BookTask {

        @Parameters(index = "0", paramLabel = "ITEM", description = "its code, alias or barcode")
        String item;

        @Option(names = "--to", paramLabel = "NAME", required = true, description = "who borrows it")
        String borrower;

        @Option(names = "--until", paramLabel = "DAY", required = true, description = "the day on which it is due back")
        String due;

        @Override
        public void run(OpenBook book) throws IOException {
            write(book, "loan", List.of(
                book.done(book.service(Loans.class).lend(book.item(item).orElseThrow(), borrower, book.day(due)))));
        }

    }

    @Command(name = "back", description = "Takes an item back.", footer = { "", "Example:",
        "  stockwright loan back DRILL --db ./acme" })
    static final class Back implements BookTask {

        @Parameters(index = "0", paramLabel = "ITEM", description = "its code, alias or barcode")
        String item;

        @Override
        public void run(OpenBook book) throws IOException {
            write(book, "returned",
                List.of(book.done(book.service(Loans.class).takeBack(book.item(item).orElseThrow()))));
        }

    }

    @Command(name = "list", description = "Shows what is lent, what is due first in front.", footer = { "", "Example:",
        "  stockwright loan list --db ./acme" })
    static final class ListLoans implements BookTask {

        @Override
        public void run(OpenBook book) throws IOException {
            write(book, "loans", book.service(Loans.class).list());
        }

    }

}
