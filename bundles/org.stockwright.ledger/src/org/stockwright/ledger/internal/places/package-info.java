/**
 * The places: the tree in memory, its changes, and which stock may go negative. A row of the table {@code setting}
 * counts the changes, so that a posting sees with one cheap read whether what is in memory is still right.
 */
package org.stockwright.ledger.internal.places;
