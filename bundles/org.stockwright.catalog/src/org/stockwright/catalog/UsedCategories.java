package org.stockwright.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** The categories that items are in, found as people write them: case does not matter. Immutable. */
public final class UsedCategories {

    private static final int MOST_HINTS = 6;

    private final List<String> paths;

    private UsedCategories(List<String> paths) {
        this.paths = paths;
    }

    /** Those of these items. */
    public static UsedCategories of(Collection<ItemRow> items) {
        TreeSet<String> paths = new TreeSet<>();
        items.stream().map(ItemRow::category).filter(path -> !path.isEmpty()).forEach(paths::add);
        return new UsedCategories(List.copyOf(paths));
    }

    /**
     * The category as the catalog spells it: one that an item is in, or one that such a category is a part of.
     *
     * @param text its path in any case
     */
    public Optional<String> find(String text) {
        int names = text.split("/", -1).length;
        return paths.stream().filter(path -> within(path, text))
            .map(path -> String.join("/", List.of(path.split("/", -1)).subList(0, names))).findFirst();
    }

    /** Which categories there are, in a sentence for whoever wrote one that is not there. */
    public String hint() {
        return paths.isEmpty() ? "No item has a category."
            : "Items have categories such as " + String.join(", ", paths.stream().limit(MOST_HINTS).toList()) + ".";
    }

    /** Whether a category is another one or a part of it, whatever their case. */
    public static boolean within(String path, String category) {
        String inner = path.toLowerCase(Locale.ROOT);
        String outer = category.toLowerCase(Locale.ROOT);
        return inner.equals(outer) || inner.startsWith(outer + "/");
    }

}
