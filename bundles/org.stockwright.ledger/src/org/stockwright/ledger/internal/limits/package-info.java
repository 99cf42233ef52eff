/** What places can take and what may lie in them. */
package org.stockwright.ledger.internal.limits;
