/** Questions about stock, answered from balances, movements and reservation events; proofs that they agree. */
package org.stockwright.ledger.internal.stock;
