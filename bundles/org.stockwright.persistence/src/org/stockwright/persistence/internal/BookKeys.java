package org.stockwright.persistence.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.Password;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.persistence.StoreRefusal;
import org.stockwright.persistence.Stores;
import org.stockwright.persistence.spi.PasswordSource;

/** Finds the key of the book that is being opened, or makes the key of one that is being made. */
final class BookKeys {

    private static final String ENCRYPTED = "dataEncryption=true";

    private final List<PasswordSource> sources;

    /** Asks these for passwords. */
    BookKeys(List<PasswordSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** What a password for a new book lacks, if anything. */
    static Optional<Refusal> weakness(Password password) {
        char[] characters = password.characters();
        boolean weak = characters.length < Stores.LEAST_BOOK_PASSWORD || new String(characters).isBlank();
        Arrays.fill(characters, '\0');
        return weak
            ? Optional.of(Refusal.of(StoreRefusal.WEAK_BOOK_PASSWORD, Integer.valueOf(Stores.LEAST_BOOK_PASSWORD))
                .hint("Several words that do not belong together are easy to remember."))
            : Optional.empty();
    }

    /** The key of a book that is to be made with this password; none without one. */
    static Optional<BookKey> make(StoreFolder folder, Optional<Password> password) throws IOException {
        if (password.isEmpty()) {
            // of a making that did not come to an end
            Files.deleteIfExists(folder.key());
            return Optional.empty();
        }
        BookKey key = BookKey.make();
        char[] characters = password.get().characters();
        key.write(folder.key(), characters);
        Arrays.fill(characters, '\0');
        return Optional.of(key);
    }

    /** The key of a book that is there; none when it is not encrypted. */
    Outcome<Optional<BookKey>> find(StoreLocation.Folder location, StoreFolder folder) throws IOException {
        if (!Files.exists(folder.key())) {
            return isEncrypted(folder)
                ? Outcome.refused(Refusal.of(StoreRefusal.BOOK_KEY_MISSING, location, folder.key().getFileName())
                    .hint("Put this file back from a backup of this book."))
                : Outcome.done(Optional.empty());
        }
        Optional<char[]> password = password(location);
        if (password.isEmpty()) {
            return Outcome.refused(Refusal.of(StoreRefusal.NO_BOOK_PASSWORD, location)
                .hint(
                    "Give it in the environment variable STOCKWRIGHT_BOOK_PASSWORD, or open the book in the workbench."));
        }
        Optional<BookKey> key = BookKey.read(folder.key(), password.get());
        Arrays.fill(password.get(), '\0');
        return key.isPresent() ? Outcome.done(key)
            : Outcome.refused(Refusal.of(StoreRefusal.WRONG_BOOK_PASSWORD, location).hint("Try again."));
    }

    private Optional<char[]> password(StoreLocation.Folder location) {
        for (PasswordSource source : sources) {
            Optional<char[]> found = source.bookPassword(location.toString());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean isEncrypted(StoreFolder folder) throws IOException {
        Path properties = folder.database().resolve("service.properties");
        return Files.exists(properties)
            && Files.readString(properties, StandardCharsets.ISO_8859_1).contains(ENCRYPTED);
    }

}
