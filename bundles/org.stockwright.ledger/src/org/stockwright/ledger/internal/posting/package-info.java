/**
 * Posting. A batch of documents (often one) runs through the same steps in one transaction: the keys, the facts that
 * the lines name (one query per kind of fact), the checks in the documented order, the participants, then the writing
 * in the order that keeps transactions from waiting for each other in a circle: new lots and balances, balances by
 * rising id, document numbers, postings and movements.
 *
 * <p>Stock may not be negative <em>now</em>: a back-dated movement is checked against the stock at present. That stock
 * was negative at some instant in the past, seen with what is known now, is not refused.
 */
package org.stockwright.ledger.internal.posting;
