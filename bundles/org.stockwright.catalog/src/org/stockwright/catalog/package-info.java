/** Items with their packs, barcodes and aliases, units, categories, partners: the master data that postings speak of. */
@Version("1.0.0")
package org.stockwright.catalog;

import org.osgi.annotation.versioning.Version;
