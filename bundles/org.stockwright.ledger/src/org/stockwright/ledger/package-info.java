/**
 * The ledger: places, movements between balances, reservations, and what they add up to at any instant as known at any
 * instant. Append-only, exact, idempotent.
 */
@Version("1.0.0")
package org.stockwright.ledger;

import org.osgi.annotation.versioning.Version;
