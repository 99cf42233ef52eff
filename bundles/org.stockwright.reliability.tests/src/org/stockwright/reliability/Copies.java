package org.stockwright.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Folders copied and compared behind the product's back. */
final class Copies {

    private Copies() {
    }

    /** Copies a folder with all that is in it to a place where nothing is. */
    static Path copy(Path folder, Path target) throws IOException {
        for (Path source : all(folder)) {
            Path copy = target.resolve(folder.relativize(source).toString());
            if (Files.isDirectory(source)) {
                Files.createDirectories(copy);
            } else {
                Files.copy(source, copy);
            }
        }
        return target;
    }

    /** Deletes a folder with all that is in it. */
    static void delete(Path folder) throws IOException {
        for (Path path : all(folder).reversed()) {
            Files.delete(path);
        }
    }

    /** The name and SHA-256 of each file. */
    static Map<String, String> hashes(Path folder) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        for (Path file : all(folder)) {
            if (Files.isRegularFile(file)) {
                hashes.put(folder.relativize(file).toString(), hash(Files.readAllBytes(file)));
            }
        }
        return hashes;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted().toList();
        }
    }

}
