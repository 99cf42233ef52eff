package org.stockwright.valuation.ui.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

import org.stockwright.catalog.Items;
import org.stockwright.ui.CodeField.Choice;
import org.stockwright.ui.Services;

/** What fields for items and categories offer. Called in jobs. */
public final class Choices {

    private static final int MOST = 20;

    private Choices() {
    }

    private static Optional<Items> catalog() {
        return Services.find(Choices.class, Items.class);
    }

    /** Items whose code or name has the text in it. */
    public static List<Choice<String>> items(String text) {
        return catalog().map(items -> items.search(text, MOST).stream()
            .map(row -> new Choice<>(row.code(), row.code(), row.name())).toList()).orElse(List.of());
    }

    /** Categories whose path has the text in it: those that items are in, and those that these are parts of. */
    public static List<Choice<String>> categories(String text) {
        TreeSet<String> paths = new TreeSet<>();
        catalog().ifPresent(items -> items.list().forEach(row -> withParents(row.category(), paths)));
        String wanted = text.toLowerCase(Locale.ROOT);
        return paths.stream().filter(path -> path.toLowerCase(Locale.ROOT).contains(wanted)).limit(MOST)
            .map(path -> new Choice<>(path, path, "")).toList(); //$NON-NLS-1$
    }

    private static void withParents(String path, TreeSet<String> paths) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            paths.add(path.substring(0, end));
        }
    }

}
