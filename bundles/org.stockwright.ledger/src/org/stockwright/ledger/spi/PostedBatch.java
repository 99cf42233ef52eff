package org.stockwright.ledger.spi;

import java.util.List;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.ledger.MovementView;
import org.stockwright.persistence.Transaction;

/** What a transaction has just written to the ledger and not committed yet. */
@ProviderType
public interface PostedBatch {

    /** The transaction: what is written by it is committed with the movements, or undone with them. */
    Transaction transaction();

    /** The movements by rising {@code seq}, as they were handed to the database: nothing is read for it. */
    List<PostedMovement> movements();

    /** The same movements as people see them, read from the database when first asked for. */
    List<MovementView> views();

}
