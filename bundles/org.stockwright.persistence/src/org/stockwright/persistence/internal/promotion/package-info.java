/** Copies an embedded database to a server and proves both equal: plain JDBC on two connections. */
package org.stockwright.persistence.internal.promotion;
