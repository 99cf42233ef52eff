/** The ledger's reports: what is where, and the card of an item. They ask the areas' services and compute no stock. */
package org.stockwright.ledger.internal.reports;
