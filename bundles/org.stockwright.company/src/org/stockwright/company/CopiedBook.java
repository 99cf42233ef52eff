package org.stockwright.company;

import java.util.List;

/**
 * A book that was copied to a server, with the proof that both are the same.
 *
 * @param location the copy's address, without a password
 * @param proofs one row for each table, and for the figures that follow from them; all are equal
 */
public record CopiedBook(String location, List<Proof> proofs) {

    /** Takes a copy of the list. */
    public CopiedBook {
        proofs = List.copyOf(proofs);
    }

    /**
     * A table or figure on both sides; one of them is the head of the chain of seals, with the number of blocks and with
     * the newest one's own hash and last movement.
     *
     * @param name of the table or figure
     * @param sourceRows how many rows the embedded book has
     * @param targetRows how many rows the copy has
     * @param sourceHash a hash over all values of all rows
     * @param targetHash the same of the copy
     */
    public record Proof(String name, long sourceRows, long targetRows, String sourceHash, String targetHash) {

        /** Whether both sides are the same. */
        public boolean isEqual() {
            return sourceRows == targetRows && sourceHash.equals(targetHash);
        }

    }

}
