package org.stockwright.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.company.Companies;
import org.stockwright.company.Companies.Draft;
import org.stockwright.company.Company;
import org.stockwright.exchange.Exports;
import org.stockwright.exchange.Exports.Format;
import org.stockwright.exchange.RowWriter;
import org.stockwright.persistence.StoreRefusal;
import org.stockwright.security.SecurityRefusal;
import org.stockwright.security.Sessions;

/** What a command works with: services, console, and the book that its options name. */
final class Invocation {

    private final Services services;
    private final Console console;
    private final Interrupt interrupt;
    private final Passwords passwords;

    Invocation(Services services, Console console, Interrupt interrupt, Passwords passwords) {
        this.services = services;
        this.console = console;
        this.interrupt = interrupt;
        this.passwords = passwords;
    }

    Services services() {
        return services;
    }

    Console console() {
        return console;
    }

    ConsoleProgress progress(CommonOptions options) {
        Boolean wanted = options.progress;
        return new ConsoleProgress(console, wanted == null ? console.messageIsTerminal() : wanted.booleanValue(),
            interrupt);
    }

    /** Where the book is that the options name. */
    String location(CommonOptions options) {
        return options.db == null ? services.get(Companies.class).defaultLocation() : options.db;
    }

    /** Opens the book that the options name; one that does not exist yet is made, which is said. */
    Session open(CommonOptions options) {
        String location = location(options);
        Companies companies = services.get(Companies.class);
        ConsoleProgress progress = progress(options);
        Outcome<Company> opened = companies.open(location, options.userOrSystems(), progress);
        if (opened.refusals().stream().anyMatch(refusal -> refusal.code() == StoreRefusal.NO_STORE)) {
            opened = companies.create(location, options.userOrSystems(), defaults(), progress);
            progress.clear();
            opened.map(Company::profile).map(made -> "Made a new company in " + location + ": " + made.currency()
                + ", time zone " + made.zone() + ". Use init to choose them.").map(this::remark);
        }
        Company company = RefusedException.orRefuse(opened);
        boolean signedIn = false;
        try {
            progress.clear();
            signIn(options);
            signedIn = true;
            return new Session(services, companies, company, progress);
        } finally {
            if (!signedIn) {
                companies.close();
            }
        }
    }

    /** Signs in whoever the options name, where the book has users. */
    private void signIn(CommonOptions options) {
        Sessions sessions = services.get(Sessions.class);
        if (!sessions.hasUsers()) {
            return;
        }
        if (options.user == null) {
            throw new RefusedException(Refusal.of(SecurityRefusal.NOT_SIGNED_IN)
                .hint("This book has users: say who acts by --user NAME."));
        }
        RefusedException.orRefuse(sessions.signIn(options.user, passwords.own(options.user)));
    }

    Passwords passwords() {
        return passwords;
    }

    private String remark(String text) {
        console.remark(text);
        return text;
    }

    /** A book in a folder of its own that is deleted afterwards. */
    Session openTemporary(CommonOptions options) throws IOException {
        Path folder = Files.createTempDirectory("stockwright");
        Companies companies = services.get(Companies.class);
        ConsoleProgress progress = progress(options);
        Runnable delete = () -> deleteAll(folder);
        try {
            Company company = RefusedException.orRefuse(companies.create(folder.resolve("book").toString(),
                options.userOrSystems(), defaults(), progress));
            return new Session(services, companies, company, progress, delete);
        } catch (RuntimeException e) {
            delete.run();
            throw e;
        }
    }

    private void deleteAll(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            console.remark("The temporary folder " + folder + " could not be deleted: " + e.getMessage());
        }
    }

    static Draft defaults() {
        return new Draft("Company", Currency.getInstance("EUR"), ZoneId.systemDefault(), false);
    }

    /** Begins to write data of the book in the format that the options name; a file of it is an export. */
    RowWriter data(CommonOptions options, String name, List<String> columns) throws IOException {
        return switch (format(options)) {
            case CSV -> services.get(Exports.class).open(name, columns, Format.CSV, console.out());
            case JSON -> services.get(Exports.class).open(name, columns, Format.JSON, console.out());
            case TABLE -> new TableRowWriter(columns, console.out());
        };
    }

    /** Begins what a command says of itself, in the format that the options name. */
    RowWriter result(CommonOptions options, String name, List<String> columns) throws IOException {
        return switch (format(options)) {
            case CSV -> services.get(Exports.class).answer(name, columns, Format.CSV, console.out());
            case JSON -> services.get(Exports.class).answer(name, columns, Format.JSON, console.out());
            case TABLE -> new TableRowWriter(columns, console.out());
        };
    }

    private OutputFormat format(CommonOptions options) {
        if (options.format != null) {
            return options.format;
        }
        return console.resultIsTerminal() ? OutputFormat.TABLE : OutputFormat.CSV;
    }

}
