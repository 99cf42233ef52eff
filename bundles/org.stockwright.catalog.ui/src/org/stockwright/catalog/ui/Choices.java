package org.stockwright.catalog.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partner.Role;
import org.stockwright.catalog.Partners;
import org.stockwright.ui.CodeField.Choice;
import org.stockwright.ui.Services;

/** What fields for items, partners and categories offer. Called in jobs. */
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

    /** Active partners of a role whose code or name has the text in it. */
    public static List<Choice<String>> partners(String text, Role role) {
        return Services.find(Choices.class, Partners.class)
            .map(partners -> partners(partners, text, role, MOST).stream()
                .map(one -> new Choice<>(one.code(), one.code(), one.name())).toList())
            .orElse(List.of());
    }

    /** Active partners of a role whose code or name has the text in it, best first and at most so many. */
    public static List<Partner> partners(Partners partners, String text, Role role, int most) {
        String wanted = lower(text.strip());
        return partners.list().stream().filter(Partner::active).filter(one -> one.roles().contains(role))
            .filter(one -> lower(one.code()).contains(wanted) || lower(one.name()).contains(wanted))
            .sorted(Comparator.comparing((Partner one) -> !lower(one.code()).equals(wanted))
                .thenComparing(one -> !lower(one.code()).startsWith(wanted)).thenComparing(Partner::code))
            .limit(most).toList();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static void withParents(String path, TreeSet<String> paths) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            paths.add(path.substring(0, end));
        }
    }

}
