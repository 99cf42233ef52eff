package org.stockwright.documents.spi;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.ItemId;
import org.stockwright.base.PartnerId;

/**
 * Which lines of documents are asked for. Every part that is left empty does not narrow.
 *
 * @param kinds of documents of these kinds
 * @param states of documents in these states
 * @param openOnly only of documents with work left to be done
 * @param items only of these items
 * @param partner only of documents of this partner
 */
public record LineQuery(Set<String> kinds, Set<String> states, boolean openOnly, Set<ItemId> items,
    Optional<PartnerId> partner) {

    /** Takes copies. */
    public LineQuery {
        kinds = Set.copyOf(kinds);
        states = Set.copyOf(states);
        items = Set.copyOf(items);
    }

    /** The lines of open documents of a kind. */
    public static LineQuery open(String kind) {
        return new LineQuery(Set.of(kind), Set.of(), true, Set.of(), Optional.empty());
    }

    /** The same, only of these items. */
    public LineQuery of(Collection<ItemId> some) {
        return new LineQuery(kinds, states, openOnly, Set.copyOf(some), partner);
    }

    /** The same, only of documents in these states. */
    public LineQuery in(Set<String> some) {
        return new LineQuery(kinds, some, openOnly, items, partner);
    }

}
