package org.stockwright.documents;

import java.util.List;

/**
 * A kind of document, as lists and filters show it.
 *
 * @param id its stable id, for example {@code purchase-order}
 * @param title what people call one, for example {@code Purchase order}
 * @param states its states, in the order in which a document goes through them
 */
public record KindView(String id, String title, List<State> states) {

    /** Takes a copy. */
    public KindView {
        states = List.copyOf(states);
    }

    /**
     * Where a document can stand.
     *
     * @param id its stable id, in capitals, for example {@code PARTLY_RECEIVED}
     * @param title what people call it
     * @param isOpen whether work is left to be done
     */
    public record State(String id, String title, boolean isOpen) {
    }

    /** What people call a state; its id when the kind does not know it. */
    public String titleOf(String state) {
        return states.stream().filter(one -> one.id().equals(state)).map(State::title).findFirst().orElse(state);
    }

}
