package org.stockwright.persistence.internal;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The side file of a store: the schema that was written last, readable without starting the database (which would write
 * already), and the time of the last backup.
 *
 * @param product the version of the program that migrated last
 * @param schema the newest migration of each module
 * @param lastBackup when the newest backup was complete
 */
record StoreMark(String product, Map<String, Integer> schema, Optional<Instant> lastBackup) {

    private static final String SCHEMA = "schema.";

    /** Nothing known. */
    static final StoreMark NONE = new StoreMark("", Map.of(), Optional.empty());

    /** Reads the file; {@link #NONE} when it is missing. */
    static StoreMark read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return NONE;
        }
        Properties lines = new Properties();
        lines.load(new StringReader(Files.readString(file)));
        Map<String, Integer> schema = new HashMap<>();
        try {
            for (String name : lines.stringPropertyNames()) {
                if (name.startsWith(SCHEMA)) {
                    schema.put(name.substring(SCHEMA.length()), Integer.valueOf(lines.getProperty(name)));
                }
            }
            Optional<Instant> backup = Optional.ofNullable(lines.getProperty("backup.last")).map(Instant::parse);
            return new StoreMark(lines.getProperty("product", ""), Map.copyOf(schema), backup);
        } catch (NumberFormatException | DateTimeParseException e) {
            throw new IOException(file + " is damaged: " + e.getMessage(), e);
        }
    }

    /** Replaces the file in one step. */
    void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder("# Written by Stockwright. Do not edit.\nproduct=").append(product);
        new TreeMap<>(schema).forEach((module, number) -> text.append('\n').append(SCHEMA).append(module).append('=')
            .append(number));
        lastBackup.ifPresent(instant -> text.append("\nbackup.last=").append(instant.toString().replace(":", "\\:")));
        Folders.replace(file, text.append('\n').toString());
    }

    /** The same with another time of the last backup. */
    StoreMark backedUp(Instant when) {
        return new StoreMark(product, schema, Optional.of(when));
    }

}
