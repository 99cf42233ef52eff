package org.stockwright.catalog;

/** What happens when an issue would take more than there is. */
public enum NegativePolicy {
    /** It is refused. */
    BLOCK,
    /** It is posted with a warning. */
    WARN,
    /** It is posted. */
    ALLOW
}
