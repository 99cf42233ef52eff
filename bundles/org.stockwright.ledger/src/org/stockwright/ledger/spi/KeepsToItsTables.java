package org.stockwright.ledger.spi;

/**
 * A participant's promise that it never writes to the ledger's own tables. What it promises is not checked after each of
 * its turns, which spares a batch of postings some hundred reads; {@code verify} would still find a broken promise.
 */
public interface KeepsToItsTables extends PostingParticipant {
}
