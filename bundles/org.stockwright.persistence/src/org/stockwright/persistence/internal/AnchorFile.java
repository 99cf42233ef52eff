package org.stockwright.persistence.internal;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

import org.stockwright.base.Sha256;
import org.stockwright.persistence.ChainAnchor;

/** The head of the chain as a small text file that carries a check of its own. */
final class AnchorFile implements ChainAnchor {

    private static final int CHECK_DIGITS = 8;

    private final Path path;

    /** The file need not be there. */
    AnchorFile(Path path) {
        this.path = path;
    }

    @Override
    public synchronized Optional<Head> read() throws IOException {
        String text;
        try {
            text = Files.readString(path);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        Properties lines = new Properties();
        try {
            lines.load(new StringReader(text));
            Head head = new Head(Long.parseLong(lines.getProperty("block", "")),
                Long.parseLong(lines.getProperty("movement", "")), lines.getProperty("hash", ""),
                Instant.parse(lines.getProperty("sealed", "")));
            if (check(head).equals(lines.getProperty("check"))) {
                return Optional.of(head);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw damaged(e);
        }
        throw damaged(null);
    }

    @Override
    public synchronized void keep(Head head) throws IOException {
        Optional<Head> kept = read();
        if (kept.isPresent()) {
            Head before = kept.get();
            if (before.block() > head.block()
                || before.block() == head.block() && !before.hash().equals(head.hash())) {
                throw new IllegalArgumentException(path + " keeps block " + before.block() + " with the hash "
                    + before.hash() + " and takes no earlier or other one");
            }
            if (before.block() == head.block()) {
                return;
            }
        }
        Folders.replace(path, "# The end of the chain of seals. Written by Stockwright. Do not edit.\nblock="
            + head.block() + "\nmovement=" + head.lastSeq() + "\nhash=" + head.hash() + "\nsealed="
            + head.sealed().toString().replace(":", "\\:") + "\ncheck=" + check(head) + '\n');
    }

    /** Tells a torn or carelessly edited file; no protection against somebody who means it. */
    private static String check(Head head) {
        return Sha256.of(head.block() + " " + head.lastSeq() + ' ' + head.hash() + ' ' + head.sealed()).substring(0,
            CHECK_DIGITS);
    }

    private IOException damaged(Exception cause) {
        return new IOException(path + " is damaged", cause);
    }

}
