package org.stockwright.catalog.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;

/** The path of a category: names with {@code /} between them, from the root. */
final class CategoryPath {

    private static final int MOST_CHARACTERS = 1000;
    /** A key of an index fits into half a page of the embedded database. */
    private static final int MOST_BYTES = 1_900;
    private static final int BYTES_OF_WIDE = 3;

    private CategoryPath() {
    }

    /** The same path without blanks around its names. */
    static String normalised(String path) {
        return path.isBlank() ? "" : String.join("/", names(path));
    }

    private static List<String> names(String path) {
        List<String> names = new ArrayList<>();
        for (String name : path.split("/", -1)) {
            names.add(name.strip());
        }
        return names;
    }

    /** The paths from the root to this one, which is the last. */
    static List<String> steps(String path) {
        List<String> steps = new ArrayList<>();
        StringBuilder step = new StringBuilder();
        for (String name : names(path)) {
            steps.add(step.append(step.isEmpty() ? "" : "/").append(name).toString());
        }
        return steps;
    }

    static void check(String path, Findings findings) {
        if (path.isEmpty()) {
            return;
        }
        boolean isWide = path.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
        findings.optional("category", path, isWide ? MOST_BYTES / BYTES_OF_WIDE : MOST_CHARACTERS);
        for (String name : names(path)) {
            if (name.isEmpty()) {
                findings.add("category", Refusal.of(CatalogRefusal.MISSING, "A name in the category " + path)
                    .hint("Write the names with one / between them, such as Tools/Spades."));
                return;
            }
            findings.code("category", name, 200);
        }
    }

}
