package org.stockwright.ledger.spi;

import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;
import org.stockwright.base.Refusal;
import org.stockwright.ledger.MovementView;
import org.stockwright.ledger.PostingRequest;

/**
 * Joins every posting: may refuse it before anything is written, and sees what was written before the commit. Register
 * it as an OSGi service. A participant that throws is named in a refusal; nothing is stored then.
 */
@ConsumerType
public interface PostingParticipant {

    /** A stable name, shown when it refuses or fails. */
    String name();

    /** Objections to a request, before anything is written; empty for none. */
    List<Refusal> check(PostingRequest request);

    /**
     * Sees the movements of one posting, written but not committed; objections undo them.
     *
     * @param movements in the order of their lines
     */
    default List<Refusal> posted(List<MovementView> movements) {
        return List.of();
    }

}
