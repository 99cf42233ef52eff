package org.stockwright.cli.internal;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.company.Companies;
import org.stockwright.company.Companies.Draft;
import org.stockwright.company.Company;
import org.stockwright.exchange.RowWriter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a company's book. */
@Command(name = "init", description = "Makes a company's book with its standard units and locations.", footer = { "",
    "Example:",
    "  stockwright init --db ./acme --company \"Acme Tools\" --currency EUR --zone Europe/Berlin" })
final class InitCommand implements Callable<Integer> {

    @Mixin
    CommonOptions options = new CommonOptions();

    @Option(names = "--company", paramLabel = "NAME", description = "what the company is called; default: Company")
    String company = "Company";

    @Option(names = "--currency", paramLabel = "CODE", description = "of its books (ISO 4217); default: EUR")
    String currency = "EUR";

    @Option(names = "--zone", paramLabel = "ZONE", description = "in which a date becomes an instant, for example Europe/Berlin; default: the system's")
    String zone = ZoneId.systemDefault().getId();

    @Option(names = "--encrypt", description = "encrypts the book and its backups with AES-256; the password comes from STOCKWRIGHT_BOOK_PASSWORD or a prompt, and without it nobody can read the book again")
    boolean encrypt;

    @Option(names = "--demo", description = "fills it with the demo company")
    boolean demo;

    private final Invocation invocation;

    InitCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        Companies companies = invocation.services().get(Companies.class);
        ConsoleProgress progress = invocation.progress(options);
        try {
            Company made = RefusedException.orRefuse(make(companies, progress));
            progress.clear();
            try (RowWriter rows = invocation.result(options, "company",
                List.of("company", "currency", "zone", "location"))) {
                rows.write(made.profile().name(), made.profile().currency().getCurrencyCode(),
                    made.profile().zone().getId(), made.location());
            }
            return BookCommand.DONE;
        } finally {
            progress.clear();
            companies.close();
        }
    }

    private Outcome<Company> make(Companies companies, ConsoleProgress progress) {
        String location = invocation.location(options);
        Draft draft = new Draft(company, currency(), zone(), demo);
        if (!encrypt) {
            return companies.create(location, options.userOrSystems(), draft, progress);
        }
        char[] password = invocation.passwords().freshBook(location);
        try {
            return companies.createEncrypted(location, options.userOrSystems(), draft, password, progress);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private Currency currency() {
        try {
            return Currency.getInstance(currency.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Refusal.of(CliRefusal.UNKNOWN_CURRENCY, currency)
                .hint("Use a code of three letters such as EUR, USD or GBP."));
        }
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new RefusedException(Refusal.of(CliRefusal.UNKNOWN_ZONE, zone)
                .hint("Use a name such as Europe/Berlin or America/New_York."));
        }
    }

}
