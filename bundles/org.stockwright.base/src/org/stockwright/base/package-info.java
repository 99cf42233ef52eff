/**
 * The values that every part of Stockwright speaks in: exact quantities and money, units and their rational
 * conversions, typed identifiers, barcodes, outcomes and refusals, progress.
 *
 * <p>Everything here is immutable, checked once when it is built, and free of any framework. Nothing rounds unless the
 * caller named the rule.
 */
@Version("1.1.0")
package org.stockwright.base;

import org.osgi.annotation.versioning.Version;
