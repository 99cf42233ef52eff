package org.stockwright.persistence.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.stockwright.base.Sha256;

/** The hashes of all files below a folder, to see that nothing was touched. */
final class FileHashes {

    private FileHashes() {
        // only a function
    }

    /** Hash and time of the last change of each file, by path. */
    static Map<String, String> of(Path folder) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                hashes.put(folder.relativize(file).toString(), Files.getLastModifiedTime(file) + " "
                    + Sha256.hex(Sha256.digest().digest(Files.readAllBytes(file))));
            }
        }
        return hashes;
    }

}
