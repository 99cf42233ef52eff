package org.stockwright.base;

import java.util.function.BooleanSupplier;

/**
 * How far a long piece of work has come, and whether the user wants it to go on. Implementations may be called from
 * any one thread at a time and return at once.
 */
public interface Progress {

    /** Nobody watches and nobody cancels. */
    Progress NONE = silent(() -> false);

    /** Nobody watches; whether to stop is asked of whoever began the work. */
    static Progress silent(BooleanSupplier cancelled) {
        return new Progress() {

            @Override
            public void begin(String task, long total) {
                // nobody watches
            }

            @Override
            public void worked(long amount) {
                // nobody watches
            }

            @Override
            public boolean isCancelled() {
                return cancelled.getAsBoolean();
            }

        };
    }

    /**
     * A new phase begins.
     *
     * @param task what is being done, to be shown to the user
     * @param total the number of units that will be reported by {@link #worked}, or -1 when nobody knows
     */
    void begin(String task, long total);

    /** So many more units are done. */
    void worked(long amount);

    /** Whether the user asked to stop. */
    boolean isCancelled();

    /**
     * Goes on, or leaves the work when the user asked to stop.
     *
     * @throws Cancelled when the user asked to stop; it unwinds the work, which undoes what it had begun
     */
    default void check() throws Cancelled {
        if (isCancelled()) {
            throw new Cancelled();
        }
    }

    /** Thrown by {@link #check()}; it is no error and is not logged. */
    final class Cancelled extends RuntimeException implements NoFault {

        private static final long serialVersionUID = 1;

        /** Cancelled by the user. */
        public Cancelled() {
            super("cancelled", null, false, false);
        }

    }

}
