/** Verification at the packing table, boxes by rules, units and their labels. */
package org.stockwright.fulfilment.internal.packing;
