/**
 * What other bundles use of the ledger's workbench: fields for dates and instants, the posting that is being entered, and
 * the way to an item.
 */
@Version("1.0.0")
package org.stockwright.ledger.ui;

import org.osgi.annotation.versioning.Version;
