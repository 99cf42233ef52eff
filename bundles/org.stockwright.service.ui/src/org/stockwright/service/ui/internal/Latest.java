package org.stockwright.service.ui.internal;

import java.util.function.Consumer;

/** Lets only the answer to the last question through: what was asked before may come later. On the user interface's thread. */
public final class Latest {

    private int asked;

    /** Asks anew: takes the answer, unless something else was asked meanwhile. */
    public <T> Consumer<T> only(Consumer<? super T> consumer) {
        int mine = ++asked;
        return answer -> {
            if (mine == asked) {
                consumer.accept(answer);
            }
        };
    }

    /** Nobody waits for an answer any more. */
    public void forget() {
        asked++;
    }

}
