package org.stockwright.persistence.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.stockwright.base.Sha256;

/**
 * The list of contents of a backup file, an entry of its own in it: one line for each file, and a last line with the
 * hash of all lines before it.
 *
 * @param product the version of the program that wrote it
 * @param created when it was begun
 * @param schema the newest migration of each module
 * @param entries the files by their names
 */
record BackupManifest(String product, Instant created, Map<String, Integer> schema, Map<String, Entry> entries) {

    /** The manifest's own name in the file. */
    static final String NAME = "stockwright-backup.txt";

    private static final String FORMAT = "format 1";
    private static final Pattern FILE = Pattern.compile("file ([0-9a-f]{64}) (\\d{1,18}) (.+)");
    /** Only names that we write: relative, without a way up, of the things that a store consists of. */
    private static final Pattern SAFE = Pattern.compile(
        "stockwright\\.(properties|key)|acknowledged\\.log|chain\\.head|derby(/[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*)+");

    /**
     * One file.
     *
     * @param hash SHA-256 of its bytes
     * @param size how many
     */
    record Entry(String hash, long size) {
    }

    /** All files' sizes together. */
    long bytes() {
        return entries.values().stream().mapToLong(Entry::size).sum();
    }

    /** As text. */
    String text() {
        StringBuilder text = new StringBuilder(FORMAT).append('\n');
        text.append("product ").append(product).append('\n');
        text.append("created ").append(created).append('\n');
        new TreeMap<>(schema).forEach((module, number) -> text.append("schema ").append(number).append(' ')
            .append(module).append('\n'));
        entries.forEach((name, entry) -> text.append("file ").append(entry.hash).append(' ').append(entry.size)
            .append(' ').append(name).append('\n'));
        String lines = text.toString();
        return lines + "end " + Sha256.of(lines) + '\n';
    }

    /** From text; nothing when it is not a whole and well-formed manifest of a format that this program knows. */
    static Optional<BackupManifest> parse(String text) {
        int end = text.lastIndexOf("end ");
        if (!text.startsWith(FORMAT + '\n') || end < 1
            || !text.substring(end).equals("end " + Sha256.of(text.substring(0, end)) + '\n')) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>(text.substring(0, end).lines().toList());
        String product = "";
        Instant created = Instant.EPOCH;
        Map<String, Integer> schema = new LinkedHashMap<>();
        Map<String, Entry> entries = new LinkedHashMap<>();
        try {
            for (String line : lines.subList(1, lines.size())) {
                Matcher file = FILE.matcher(line);
                String[] words = line.split(" ", 3);
                if (file.matches()) {
                    if (!SAFE.matcher(file.group(3)).matches() || entries.put(file.group(3),
                        new Entry(file.group(1), Long.parseLong(file.group(2)))) != null) {
                        return Optional.empty();
                    }
                } else if (line.startsWith("product ")) {
                    product = line.substring("product ".length());
                } else if (words[0].equals("created")) {
                    created = Instant.parse(words[1]);
                } else if (words[0].equals("schema") && words.length == 3) {
                    schema.put(words[2], Integer.valueOf(words[1]));
                } else {
                    return Optional.empty();
                }
            }
        } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
        return Optional.of(new BackupManifest(product, created, schema, entries));
    }

}
