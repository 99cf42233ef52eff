/**
 * What stock is worth: cost methods, layers, the journal, periods, and the reasons for every amount. Amounts are in the
 * company's currency and exact; each is rounded once, at the movement that it belongs to.
 */
@Version("1.0.0")
package org.stockwright.valuation;

import org.osgi.annotation.versioning.Version;
