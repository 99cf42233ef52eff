/** Pick lists: strategies, the way through the warehouse, confirmations, short picks. */
package org.stockwright.fulfilment.internal.picking;
