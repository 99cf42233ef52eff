package org.stockwright.ui.grid;

import java.util.List;
import java.util.Optional;

import org.stockwright.base.Outcome;

/**
 * Keeps how the user arranged grids, in the company's book and not in the workspace. A service that is there while a
 * book is open. Called in jobs, never on the user interface's thread.
 */
public interface SavedViews {

    /** The name under which a grid remembers how it was left. */
    String LAST = ""; //$NON-NLS-1$

    /** The names of the views that the user saved for a grid, in alphabetical order, without {@link #LAST}. */
    List<String> names(String grid);

    /** What was saved under a name. */
    Optional<String> load(String grid, String name);

    /** Saves or replaces. */
    Outcome<String> save(String grid, String name, String content);

    /** Forgets; nothing happens when there is none of that name. */
    Outcome<String> delete(String grid, String name);

}
