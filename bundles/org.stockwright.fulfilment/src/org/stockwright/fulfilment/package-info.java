/** Goods out: customer, internal and transfer orders, allocation, picking, packing, shipping, returns of customers, kits. */
@Version("1.0.0")
package org.stockwright.fulfilment;

import org.osgi.annotation.versioning.Version;
