package org.stockwright.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What a full disk, a power cut or a failing disk does to files. */
enum Damage {
    /** The file ends somewhere. */
    TRUNCATED {

        @Override
        byte[] done(byte[] bytes, Random random) {
            return Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }

    },
    /** Some bytes are others. */
    GARBLED {

        @Override
        byte[] done(byte[] bytes, Random random) {
            for (int i = 0; i < Math.max(FEWEST, bytes.length / ONE_OF); i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            return bytes;
        }

    };

    private static final int FEWEST = 8;
    private static final int ONE_OF = 500;

    abstract byte[] done(byte[] bytes, Random random);

    /** Does it to a file, unless it is empty. */
    void to(Path file, Random random) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length > 0) {
            Files.write(file, done(bytes, random));
        }
    }

    /** All files in folders, in the order of their names. */
    static List<Path> files(List<Path> folders) throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(Files::isRegularFile).sorted().forEach(all::add);
                }
            }
        }
        return all;
    }

}
