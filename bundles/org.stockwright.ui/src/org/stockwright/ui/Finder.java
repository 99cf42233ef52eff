package org.stockwright.ui;

import java.util.List;

/**
 * Finds things of an area for Ctrl+3, such as items by code, name or barcode. Register it as an OSGi service; it is
 * there while a book is open.
 */
public interface Finder {

    /** The most hits that are shown of one finder. */
    int MOST = 8;

    /**
     * A thing that was found.
     *
     * @param id stable and unique within the finder, so that the workbench remembers what was chosen
     * @param label what the user sees: code and name
     * @param open opens it; run on the user interface's thread
     */
    record Hit(String id, String label, Runnable open) {
    }

    /** What it finds, for example {@code Item}. */
    String kind();

    /** At most {@value #MOST} things that fit the text, best first. In a job, never on the user interface's thread. */
    List<Hit> find(String text);

}
