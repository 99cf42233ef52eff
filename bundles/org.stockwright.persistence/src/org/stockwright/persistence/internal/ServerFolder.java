package org.stockwright.persistence.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import org.stockwright.base.Sha256;
import org.stockwright.persistence.HomeFolder;
import org.stockwright.persistence.StoreLocation;

/**
 * Where this machine keeps what belongs to a server's database but must lie outside it, in the user's data folder.
 *
 * @param path the folder of one database
 */
record ServerFolder(Path path) {

    private static final String JOURNAL = "acknowledged";
    private static final String LOG = ".log";
    private static final int DIGITS = 16;

    /** The folder for a database; another database that was made later at the same address has another one. */
    static ServerFolder of(StoreLocation.Server location, String identity) {
        return new ServerFolder(HomeFolder.path().resolve("servers").resolve(Sha256.of(location.url() + ' ' + identity)
            .substring(0, DIGITS)));
    }

    /** Makes the folder if it is missing, for nobody but its owner; a file in it says what it is for. */
    void prepare(StoreLocation.Server location) throws IOException {
        Files.createDirectories(path);
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
        Path about = path.resolve("about.txt");
        if (!Files.exists(about)) {
            Files.writeString(about, "Stockwright keeps here what it has to know about " + location + '\n');
        }
    }

    /** The journal of the n-th process that works here at the same time, from 1. */
    Path journal(int number) {
        return path.resolve(number == 1 ? JOURNAL + LOG : JOURNAL + '-' + number + LOG);
    }

    /** All journals that were ever written here. */
    List<Path> journals() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().startsWith(JOURNAL))
                .filter(file -> file.getFileName().toString().endsWith(LOG)).sorted().toList();
        }
    }

    /** The head of the chain of seals. */
    Path anchor() {
        return path.resolve("chain.head");
    }

}
