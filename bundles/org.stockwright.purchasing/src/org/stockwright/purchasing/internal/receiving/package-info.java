/** Receipts, advices, returns to suppliers, and what receiving, inspection and put-away have in common. */
package org.stockwright.purchasing.internal.receiving;
