/**
 * The entities of the core, for modules and partners that query them by JPQL or associate entities of their own with
 * them. They map tables and decide nothing: the areas' services check and write.
 *
 * <p>Identities are assigned by the caller, who draws them with {@code Transaction.nextIds}. What the ledger writes
 * (balances, postings, movements, reservations) is read-only here. Nothing is held in the shared cache, because the
 * areas write most rows in JDBC batches that the cache would not see.
 *
 * <p>The classes are not woven: single associations are therefore loaded together with their owner. Weaving at build
 * time buys lazy loading for the price of seven packages of the provider's internals in every manifest, and it would
 * have to be done for partners' entities too. Lists are read by projections ({@code SELECT i.id, i.code, …}), which
 * load no entity at all; an entity is for the one row that somebody looks at.
 */
@Version("1.0.0")
package org.stockwright.model;

import org.osgi.annotation.versioning.Version;
