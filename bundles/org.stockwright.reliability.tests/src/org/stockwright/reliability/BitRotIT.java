package org.stockwright.reliability;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Contributions;
import org.stockwright.persistence.StoreException;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;

/** One bit of a database file is flipped: an error, a finding or the right figures; never wrong figures shown as right. */
class BitRotIT {

    private static final int ROUNDS = Book.NIGHTLY ? 300 : 8;
    private static final int DOCUMENTS = 40;

    @TempDir
    private Path folder;

    @BeforeAll
    static void onlyEmbedded() {
        World.assumeDerby("the files are the server's");
    }

    @Test
    void aFlippedBitNeverShowsAWrongFigureAsRight() throws IOException {
        long seed = Long.getLong("stockwright.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Path store = folder.resolve("store");
        List<String> figures;
        try (Book book = Book.make(store)) {
            for (int i = 0; i < DOCUMENTS; i++) {
                book.receive("R" + i, 1 + i % Book.ITEMS);
            }
            book.assertChained();
            figures = book.trialBalance();
        }
        int refused = 0;
        int right = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Path copy = Copies.copy(store, folder.resolve("round" + round));
            String flipped = flip(copy.resolve("derby").resolve("seg0"), random);
            try (Book book = Book.open(copy)) {
                if (book.findings().isEmpty()) {
                    assertThat(book.trialBalance()).as(flipped).isEqualTo(figures);
                    right++;
                } else {
                    refused++;
                }
            } catch (StoreException | IllegalStateException e) {
                refused++;
            } finally {
                FreeWorld.stores().close();
                Copies.delete(copy);
            }
        }
        try (Book book = Book.open(store)) {
            assertThat(book.world().service(Contributions.class).faulty()).as("blamed for a damaged file").isEmpty();
        }
        System.out.printf("bit rot: of %d flipped bits %d were refused or found, %d changed no figure%n", ROUNDS,
            refused, right);
    }

    private static String flip(Path files, Random random) throws IOException {
        List<Path> all;
        try (Stream<Path> list = Files.list(files)) {
            all = list.filter(file -> file.getFileName().toString().endsWith(".dat")).sorted().toList();
        }
        Path file = all.get(random.nextInt(all.size()));
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            long place = (long) (random.nextDouble() * bytes.length());
            int bit = random.nextInt(8);
            bytes.seek(place);
            int old = bytes.read();
            bytes.seek(place);
            bytes.write(old ^ 1 << bit);
            return "bit " + bit + " of byte " + place + " of " + file.getFileName();
        }
    }

}
