package org.stockwright.persistence;

import org.stockwright.base.NoFault;

/** The database or the disk failed: trouble of the outside world, not a refusal. */
public final class StoreException extends RuntimeException implements NoFault {

    private static final long serialVersionUID = 1;

    private final boolean outcomeUnknown;

    /** A failure with its cause. */
    public StoreException(String message, Throwable cause) {
        this(message, cause, false);
    }

    /** A failure after which nobody knows whether the commit took place: ask for the command's key. */
    public StoreException(String message, Throwable cause, boolean outcomeUnknown) {
        super(message, cause);
        this.outcomeUnknown = outcomeUnknown;
    }

    /** Whether the commit may have taken place: look the command's key up before doing it again. */
    public boolean isOutcomeUnknown() {
        return outcomeUnknown;
    }

}
