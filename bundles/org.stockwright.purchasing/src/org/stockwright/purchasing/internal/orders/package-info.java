/** Requisitions, purchase orders, blanket orders and their approval. */
package org.stockwright.purchasing.internal.orders;
