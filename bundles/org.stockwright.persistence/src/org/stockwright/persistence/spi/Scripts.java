package org.stockwright.persistence.spi;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;

/** The migrations of a module that lie in the folder {@code migrations} of its bundle. */
public final class Scripts {

    private Scripts() {
        // only functions
    }

    /**
     * The scripts with these names.
     *
     * @param module a class of the bundle
     * @param names in the order in which they run; a script that was released is never edited, a new one is added at the end
     * @throws IllegalStateException when one is not in the bundle
     */
    public static List<URL> of(Class<?> module, List<String> names) {
        List<URL> scripts = new ArrayList<>();
        for (String name : names) {
            URL script = module.getResource("/migrations/" + name);
            if (script == null) {
                throw new IllegalStateException("The migration " + name + " is not in the bundle");
            }
            scripts.add(script);
        }
        return scripts;
    }

}
