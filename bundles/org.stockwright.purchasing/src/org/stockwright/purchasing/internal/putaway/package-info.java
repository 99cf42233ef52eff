/** Rules and proposals of put-away, and the way there. */
package org.stockwright.purchasing.internal.putaway;
