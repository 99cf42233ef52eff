/** Goods that suppliers send straight to customers. */
package org.stockwright.fulfilment.internal.dropship;
