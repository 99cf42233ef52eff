/** How well customers are served. */
package org.stockwright.fulfilment.internal.figures;
