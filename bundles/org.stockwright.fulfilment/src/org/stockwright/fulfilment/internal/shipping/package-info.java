/** Shipments, transfers, and what the steps of goods out have in common. */
package org.stockwright.fulfilment.internal.shipping;
