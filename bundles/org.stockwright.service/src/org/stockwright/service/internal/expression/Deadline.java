package org.stockwright.service.internal.expression;

import java.util.function.LongSupplier;

/**
 * Until when the expression of the calling thread may run. What it has worked counts: time in which the machine does something else
 * is not its fault. That is asked for only when the time is over by the clock on the wall, which costs less.
 */
final class Deadline {

    private final LongSupplier nanos;
    private final LongSupplier worked;
    private final ThreadLocal<End> end = new ThreadLocal<>();

    /**
     * @param nanos a clock that only goes on, such as {@link System#nanoTime}
     * @param worked how many nanoseconds the calling thread has worked
     */
    Deadline(LongSupplier nanos, LongSupplier worked) {
        this.nanos = nanos;
        this.worked = worked;
    }

    private record End(long nanos, long worked) {
    }

    /** Time is over. */
    static final class Passed extends RuntimeException {

        private static final long serialVersionUID = 1;

        Passed() {
            super("time is over", null, false, false);
        }

    }

    /** From now on the calling thread has so many nanoseconds. */
    void begin(long most) {
        end.set(new End(nanos.getAsLong() + most, worked.getAsLong() + most));
    }

    /** Nothing of the calling thread runs any more. */
    void end() {
        end.remove();
    }

    /** Goes on, or throws {@link Passed}. */
    void check() {
        End last = end.get();
        if (last != null && nanos.getAsLong() - last.nanos() > 0 && worked.getAsLong() - last.worked() > 0) {
            throw new Passed();
        }
    }

}
