/** Where items should lie, by how often they are picked. */
package org.stockwright.fulfilment.internal.slotting;
