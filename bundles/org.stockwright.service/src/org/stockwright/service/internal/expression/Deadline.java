package org.stockwright.service.internal.expression;

import java.util.function.LongSupplier;

/** Until when the expression of the calling thread may run. */
final class Deadline {

    private final LongSupplier nanos;
    private final ThreadLocal<Long> end = new ThreadLocal<>();

    /** @param nanos a clock that only goes on, such as the time that a thread had of a processor */
    Deadline(LongSupplier nanos) {
        this.nanos = nanos;
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
        end.set(nanos.getAsLong() + most);
    }

    /** Nothing of the calling thread runs any more. */
    void end() {
        end.remove();
    }

    /** Goes on, or throws {@link Passed}. */
    void check() {
        Long last = end.get();
        if (last != null && nanos.getAsLong() - last > 0) {
            throw new Passed();
        }
    }

}
