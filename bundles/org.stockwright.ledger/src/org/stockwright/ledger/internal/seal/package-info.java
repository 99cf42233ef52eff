/** Seals the movements in blocks, each chained to the one before it, and proves that none was changed since. */
package org.stockwright.ledger.internal.seal;
