package org.stockwright.ui.grid;

/** How a row stands out; never by colour alone, so give it a column that says why too. */
public enum Mark {
    /** As the others. */
    NONE,
    /** Of no more interest, such as a reversed movement. */
    DIMMED,
    /** Somebody should look, such as stock below its minimum. */
    WARNING,
    /** Wrong, such as negative stock. */
    BAD
}
