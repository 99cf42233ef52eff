package org.stockwright.ledger.internal.stock;

/**
 * The sum of all movements that took effect until an instant and whose number is not above another: final, since
 * movements never change and no more of these numbers come.
 *
 * @param id its number
 * @param effective until when what counts took effect, inclusive, in microseconds
 * @param seq the last movement that may count
 * @param recorded when the last movement up to that one was recorded: who asks what was known then, or later, knows all
 * @param movements how many count
 * @param balances of how many balances something lies there
 */
record Checkpoint(long id, long effective, long seq, long recorded, long movements, int balances) {
}
