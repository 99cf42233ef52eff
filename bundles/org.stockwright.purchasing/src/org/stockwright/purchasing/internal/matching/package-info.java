/** Suppliers' invoices matched with orders and receipts; what was received and not invoiced; suppliers' figures. */
package org.stockwright.purchasing.internal.matching;
