package org.stockwright.documents;

import java.util.Optional;
import java.util.Set;

import org.stockwright.base.ItemId;
import org.stockwright.base.PartnerId;

/**
 * Which documents are asked for. Every part that is left empty does not narrow.
 *
 * @param kinds only of these kinds
 * @param states only in these states
 * @param openOnly only those with work left to be done
 * @param partner only of this partner
 * @param item only with a line of this item
 * @param text only with a number, reference, department, partner's code or partner's name that has it in it, whatever the
 *            case
 */
public record DocumentQuery(Set<String> kinds, Set<String> states, boolean openOnly, Optional<PartnerId> partner,
    Optional<ItemId> item, String text) {

    /** Takes copies. */
    public DocumentQuery {
        kinds = Set.copyOf(kinds);
        states = Set.copyOf(states);
    }

    /** All documents of a kind. */
    public static DocumentQuery of(String kind) {
        return new DocumentQuery(Set.of(kind), Set.of(), false, Optional.empty(), Optional.empty(), "");
    }

    /** The same, only those with work left to be done. */
    public DocumentQuery open() {
        return new DocumentQuery(kinds, states, true, partner, item, text);
    }

    /** The same, only in these states. */
    public DocumentQuery in(Set<String> some) {
        return new DocumentQuery(kinds, some, openOnly, partner, item, text);
    }

    /** The same, only of this partner. */
    public DocumentQuery with(PartnerId somebody) {
        return new DocumentQuery(kinds, states, openOnly, Optional.of(somebody), item, text);
    }

    /** The same, only with this text. */
    public DocumentQuery having(String some) {
        return new DocumentQuery(kinds, states, openOnly, partner, item, some);
    }

}
