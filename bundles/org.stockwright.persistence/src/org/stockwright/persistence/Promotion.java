package org.stockwright.persistence;

import java.util.List;

/**
 * What came of copying an embedded database to a server.
 *
 * @param target where the copy is
 * @param proofs one row for each table, and for the figures that follow from them
 */
public record Promotion(StoreLocation target, List<Proof> proofs) {

    /** Takes a copy of the list. */
    public Promotion {
        proofs = List.copyOf(proofs);
    }

    /**
     * A table or a figure on both sides; one of them is the head of the chain of seals, with the number of blocks and with
     * the newest one's own hash and last movement.
     *
     * @param name of the table or figure
     * @param sourceRows how many rows the embedded database has
     * @param targetRows how many rows the copy has
     * @param sourceHash a hash over all values of all rows, whatever their order
     * @param targetHash the same of the copy
     */
    public record Proof(String name, long sourceRows, long targetRows, String sourceHash, String targetHash) {

        /** Whether both sides are the same. */
        public boolean isEqual() {
            return sourceRows == targetRows && sourceHash.equals(targetHash);
        }

    }

}
