package org.stockwright.service.ui.internal;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Lets only the answer to the last question through: what was asked before may come later. On the user interface's thread. */
public final class Latest {

    private int asked;

    /** Asks anew; tells whether nothing else was asked since. */
    public BooleanSupplier ask() {
        int mine = ++asked;
        return () -> mine == asked;
    }

    /** Asks anew: takes the answer, unless something else was asked meanwhile. */
    public <T> Consumer<T> only(Consumer<? super T> consumer) {
        BooleanSupplier newest = ask();
        return answer -> {
            if (newest.getAsBoolean()) {
                consumer.accept(answer);
            }
        };
    }

    /** Nobody waits for an answer any more. */
    public void forget() {
        asked++;
    }

}
