package org.stockwright.persistence.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.stockwright.base.Sha256;

/**
 * One numbered script of a module.
 *
 * @param module who brings it
 * @param number its number; scripts run in the order of their numbers
 * @param name its file's name without number and ending
 * @param text what it says, with line feeds only, so that a checkout's line ends do not change the checksum
 */
record Migration(String module, int number, String name, String text) {

    private static final Pattern FILE = Pattern.compile("(\\d{4})-([A-Za-z0-9-]+)(?:\\.(derby|postgresql))?\\.sql");

    private static final List<String> ENGINES = List.of(DerbyEngine.SCRIPTS, PostgresEngine.SCRIPTS);

    /** SHA-256 of the text. */
    String checksum() {
        return Sha256.of(text);
    }

    /** The scripts of a module for one engine, in order. */
    static List<Migration> of(String module, List<URL> scripts, String engine) throws IOException {
        return of(module, scripts).getOrDefault(engine, List.of());
    }

    /** The scripts of a module by engine, in order. */
    static Map<String, List<Migration>> of(String module, List<URL> scripts) throws IOException {
        Map<String, List<Migration>> found = new TreeMap<>();
        for (URL script : scripts) {
            read(module, script, found);
        }
        for (List<Migration> some : found.values()) {
            some.sort(Comparator.comparingInt(Migration::number));
            for (int i = 1; i < some.size(); i++) {
                if (some.get(i).number == some.get(i - 1).number) {
                    throw new IOException("The module " + module + " has two migrations " + some.get(i).number);
                }
            }
        }
        return found;
    }

    private static void read(String module, URL script, Map<String, List<Migration>> found) throws IOException {
        String path = script.getPath();
        Matcher matcher = FILE.matcher(path.substring(path.lastIndexOf('/') + 1));
        if (!matcher.matches()) {
            throw new IOException("The module " + module + " names a migration wrongly: " + path);
        }
        try (InputStream in = script.openStream()) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            Migration read = new Migration(module, Integer.parseInt(matcher.group(1)), matcher.group(2), text);
            for (String engine : ENGINES) {
                if (matcher.group(3) == null || matcher.group(3).equals(engine)) {
                    found.computeIfAbsent(engine, one -> new ArrayList<>()).add(read);
                }
            }
        }
    }

}
