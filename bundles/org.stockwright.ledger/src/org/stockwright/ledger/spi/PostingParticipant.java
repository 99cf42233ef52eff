package org.stockwright.ledger.spi;

import java.util.List;
import java.util.SortedSet;

import org.osgi.annotation.versioning.ConsumerType;
import org.stockwright.base.ItemId;
import org.stockwright.base.Refusal;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.persistence.Transaction;

/**
 * Joins every posting: may refuse it before anything is written, and sees what was written before the commit. Register
 * it as an OSGi service. A participant that throws is named in a refusal; nothing is stored then.
 */
@ConsumerType
public interface PostingParticipant {

    /** A stable name, shown when it refuses or fails. */
    String name();

    /** Objections to a request, before anything is written or while it is only tried; empty for none. */
    default List<Refusal> check(Transaction transaction, PostingRequest request) {
        return List.of();
    }

    /**
     * Movements of these items are about to be appended; their stock was taken. The place to lock rows of one's own, in
     * rising order, so that whoever posts the same items waits here and not later.
     */
    default void moving(Transaction transaction, SortedSet<ItemId> items) {
        // most have nothing to lock
    }

    /**
     * Sees the movements of one or more postings, written but not committed; objections undo them. What it writes by the
     * transaction is committed with them. It does not touch balances, postings or movements: that is checked, and undoes
     * everything.
     */
    default List<Refusal> posted(PostedBatch batch) {
        return List.of();
    }

}
