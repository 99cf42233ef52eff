/** Goods in: requisitions, purchase orders, receipts, inspection, put-away, matching of invoices, returns to suppliers. */
@Version("1.0.0")
package org.stockwright.purchasing;

import org.osgi.annotation.versioning.Version;
