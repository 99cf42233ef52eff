/** The kinds of files that the ledger takes: locations, opening stock, movements. */
package org.stockwright.ledger.internal.imports;
