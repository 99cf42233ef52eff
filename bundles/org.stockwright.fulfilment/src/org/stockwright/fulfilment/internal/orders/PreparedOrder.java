package org.stockwright.fulfilment.internal.orders;

import org.stockwright.documents.spi.NewDocument;
import org.stockwright.fulfilment.OrderRequest;

/**
 * An order that is ready to be stored.
 *
 * @param request what was asked for
 * @param document what is stored; its lines are not promised yet
 */
record PreparedOrder(OrderRequest request, NewDocument document) {
}
