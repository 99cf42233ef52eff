package org.stockwright.company.ui.internal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.ILog;
import org.stockwright.company.Companies;
import org.stockwright.company.Companies.Draft;

/** What is typed into the wizard for a new company, and what is wrong with it; no widgets. */
final class NewCompanyModel {

    private final Path home;
    private String name = ""; //$NON-NLS-1$
    private String currency;
    private String zone = ZoneId.systemDefault().getId();
    private String folder = ""; //$NON-NLS-1$
    private boolean folderTyped;
    private boolean encrypted;
    private char[] password = {};
    private char[] again = {};

    /** An empty form whose folders are suggested below this one. */
    NewCompanyModel(Path home, Locale locale) {
        this.home = home;
        this.currency = locale.getCountry().isEmpty() ? "EUR" //$NON-NLS-1$
            : Optional.ofNullable(Currency.getInstance(locale)).map(Currency::getCurrencyCode).orElse("EUR"); //$NON-NLS-1$
    }

    void name(String text) {
        name = text.strip();
        if (!folderTyped) {
            String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]+", "-") //$NON-NLS-1$ //$NON-NLS-2$
                .replaceAll("^-+|-+$", ""); //$NON-NLS-1$ //$NON-NLS-2$
            folder = plain.isEmpty() ? "" : home.resolve(plain).toString(); //$NON-NLS-1$
        }
    }

    void currency(String code) {
        currency = code.strip().toUpperCase(Locale.ROOT);
    }

    void zone(String id) {
        zone = id.strip();
    }

    void folder(String path) {
        folder = path.strip();
        folderTyped = !folder.isEmpty();
    }

    /** Whether the book is to be encrypted, with this password, which was typed twice. */
    void encryption(boolean wanted, char[] first, char[] second) {
        encrypted = wanted;
        Arrays.fill(password, '\0');
        Arrays.fill(again, '\0');
        password = first;
        again = second;
    }

    /** The password of the book, if it is to be encrypted; the caller overwrites it. */
    Optional<char[]> password() {
        return encrypted ? Optional.of(password.clone()) : Optional.empty();
    }

    String currency() {
        return currency;
    }

    String zone() {
        return zone;
    }

    String folder() {
        return folder;
    }

    /** The first thing that is missing or wrong, as a sentence that says what to do; empty when all is well. */
    Optional<String> problem() {
        if (name.isEmpty()) {
            return Optional.of(Messages.NewCompany_noName);
        }
        if (Currency.getAvailableCurrencies().stream().noneMatch(c -> c.getCurrencyCode().equals(currency))) {
            return Optional.of(Messages.bind(Messages.NewCompany_noCurrency, currency));
        }
        if (parsedZone().isEmpty()) {
            return Optional.of(Messages.bind(Messages.NewCompany_noZone, zone));
        }
        return folderProblem().or(this::passwordProblem);
    }

    private Optional<String> passwordProblem() {
        if (!encrypted) {
            return Optional.empty();
        }
        if (password.length < Companies.LEAST_BOOK_PASSWORD) {
            return Optional.of(Messages.bind(Messages.NewCompany_weak, Companies.LEAST_BOOK_PASSWORD));
        }
        return Arrays.equals(password, again) ? Optional.empty() : Optional.of(Messages.NewCompany_different);
    }

    private Optional<ZoneId> parsedZone() {
        try {
            return Optional.of(ZoneId.of(zone));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<String> folderProblem() {
        if (folder.isEmpty()) {
            return Optional.of(Messages.NewCompany_noFolder);
        }
        try {
            File file = Path.of(folder).toFile();
            if (!file.isAbsolute()) {
                return Optional.of(Messages.NewCompany_relative);
            }
            if (file.exists() && !isEmptyFolder(file.toPath())) {
                return Optional.of(Messages.bind(Messages.NewCompany_taken, folder));
            }
            return Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.of(Messages.bind(Messages.NewCompany_noPath, e.getReason()));
        }
    }

    private static boolean isEmptyFolder(Path path) {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> content = Files.list(path)) {
            return content.findAny().isEmpty();
        } catch (IOException e) {
            ILog.of(NewCompanyModel.class).info(e.toString());
            return false;
        }
    }

    /** The company to make, when there is no {@link #problem()}. */
    Draft draft() {
        return new Draft(name, Currency.getInstance(currency), ZoneId.of(zone), false);
    }

}
