/** The values of the open book: what is stored of them, and how a posting joins them. */
package org.stockwright.valuation.internal.book;
